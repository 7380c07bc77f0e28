import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ButtonLink } from "@/components/form/ButtonLink";
import { ButtonRow } from "@/components/form/ButtonRow";
import { Notice } from "@/components/layout/Notice";
import { PageHeading } from "@/components/layout/PageHeading";
import { PageMain } from "@/components/layout/PageMain";
import { listOverview, type Overview, pairsOf } from "@/lib/applications/overview";
import type { Locale } from "@/lib/i18n/locales";
import { personalPage } from "../personal-page";
import { ApplicationCard } from "./ApplicationCard";
import { PairNotice } from "./PairNotice";
import { RepresentedSection } from "./RepresentedSection";

type Params = { locale: Locale };

export async function generateMetadata({ params }: { params: Promise<Params> }): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: "applications" });
  return { title: t("list.title") };
}

const ERRORS = ["too-many-drafts", "permit-not-open", "not-found"] as const;

/** By person: the account's holder first, then whoever came first. */
function byPerson(overviews: readonly Overview[]): Overview[][] {
  const persons = overviews
    .map(({ person }) => person)
    .filter((person, index, all) => all.findIndex(({ id }) => id === person.id) === index)
    .sort((a, b) => Number(b.isSelf) - Number(a.isSelf) || a.createdAt.getTime() - b.createdAt.getTime());
  return persons.map(({ id }) => overviews.filter(({ person }) => person.id === id));
}

type GroupProps = { group: readonly Overview[]; locale: Locale };

/** The applications of one person. */
async function PersonGroup({ group, locale }: GroupProps) {
  const t = await getTranslations({ locale, namespace: "applications" });
  const [first] = group;
  if (!first) return null;
  const { isSelf, name } = first.person;
  const written = group.find(({ writtenName }) => writtenName)?.writtenName;
  return (
    <section>
      <h2>{isSelf ? t("list.yours") : <bdi>{name || written || t("list.unnamed")}</bdi>}</h2>
      {pairsOf(group).map((pair) => (
        <PairNotice key={pair.waiting.id} pair={pair} locale={locale} />
      ))}
      <div className="card-list">
        {group.map((overview) => (
          <ApplicationCard key={overview.application.id} overview={overview} locale={locale} />
        ))}
      </div>
    </section>
  );
}

export default personalPage<Params>(async ({ user, locale, search }) => {
  const [t, overviews] = await Promise.all([
    getTranslations({ locale, namespace: "applications" }),
    listOverview(user.id),
  ]);
  const error = ERRORS.find((code) => code === search.problem);
  return (
    <PageMain>
      <PageHeading>{t("list.title")}</PageHeading>
      {error ? (
        <Notice kind="error" isLive>
          <p>{t(`list.problems.${error}`)}</p>
        </Notice>
      ) : null}
      {overviews.length === 0 ? <p className="lead">{t("list.none")}</p> : null}
      {byPerson(overviews).map((group) => (
        <PersonGroup key={group[0]?.person.id} group={group} locale={locale} />
      ))}
      <RepresentedSection userId={user.id} locale={locale} />
      <section>
        <h2>{t("list.newHeading")}</h2>
        <p>{t("list.newText")}</p>
        <ButtonRow>
          <ButtonLink href={`/${locale}/applications/new`}>{t("list.start")}</ButtonLink>
          <ButtonLink href={`/${locale}/check`} variant="secondary">
            {t("list.check")}
          </ButtonLink>
        </ButtonRow>
      </section>
    </PageMain>
  );
});
