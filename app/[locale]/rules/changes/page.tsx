import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { EditionChanges } from "@/components/catalogue/EditionChanges";
import { EditionFields, type EditionPair } from "@/components/catalogue/EditionFields";
import { PersonalChanges } from "@/components/catalogue/PersonalChanges";
import { type RulesWords, rulesWords } from "@/components/catalogue/rules-words";
import { Button } from "@/components/form/Button";
import { BackLink } from "@/components/layout/BackLink";
import { Notice } from "@/components/layout/Notice";
import { PageHeading } from "@/components/layout/PageHeading";
import { PageMain } from "@/components/layout/PageMain";
import { comesBefore, compareEditions } from "@/lib/catalogue/compare-editions";
import type { Locale } from "@/lib/i18n/locales";
import { editionsInForce } from "@/lib/law";
import { EDITIONS, type EditionId, isEditionId } from "@/lib/rules";
import { changesFor } from "./answers";
import { type PostedAnswers, postedAnswers } from "./posted-answers";
import { showChanges } from "./show-changes";

type Props = {
  params: Promise<{ locale: Locale }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: "catalogue" });
  return { title: t("changes.title"), description: t("changes.lead") };
}

/** The newest law in use, and the one before it. */
function defaultPair(): EditionPair {
  const newest = EDITIONS.findLastIndex(({ id }) => editionsInForce().includes(id));
  const to = Math.max(newest, 1);
  return { from: EDITIONS[to - 1]?.id ?? "base", to: EDITIONS[to]?.id ?? "ds-2024-31" };
}

function pairOf({ from, to }: { from?: unknown; to?: unknown }): EditionPair {
  const usual = defaultPair();
  const edition = (value: unknown, otherwise: EditionId) =>
    typeof value === "string" && isEditionId(value) ? value : otherwise;
  return { from: edition(from, usual.from), to: edition(to, usual.to) };
}

type ViewProps = { pair: EditionPair; href: string; words: RulesWords };

function MyChanges({ posted, pair, words }: Omit<ViewProps, "href"> & { posted: PostedAnswers }) {
  const { t } = words;
  if (!comesBefore(pair.from, pair.to)) {
    return <Notice kind="error" heading={t("changes.order")} headingLevel={3} />;
  }
  const change = changesFor(posted.facts, pair.from, pair.to);
  if (change === null) return <Notice kind="error" heading={t("mine.failed")} headingLevel={3} />;
  return <PersonalChanges change={change} words={words} />;
}

function Mine({ posted, pair, href, words }: ViewProps & { posted: PostedAnswers }) {
  const { t } = words;
  return (
    <section>
      <h2>{t("mine.title")}</h2>
      <MyChanges posted={posted} pair={pair} words={words} />
      <form action={showChanges} className="stack no-print">
        <input type="hidden" name="facts" value={posted.facts} />
        <EditionFields pair={pair} words={words} />
        <Button variant="secondary" formAction={href}>
          {t("changes.show")}
        </Button>
      </form>
    </section>
  );
}

function Law({ pair, words }: Omit<ViewProps, "href">) {
  const { t, edition } = words;
  const isOff = !editionsInForce().includes(pair.to);
  return (
    <>
      <h2>{t("changes.heading")}</h2>
      {isOff ? (
        <Notice>
          <p>{t("changes.off", { name: edition(pair.to) })}</p>
        </Notice>
      ) : null}
      <EditionChanges comparison={compareEditions(pair.from, pair.to)} words={words} />
    </>
  );
}

function LawForm({ pair, href, words }: ViewProps) {
  return (
    <form action={href} className="stack no-print">
      <EditionFields pair={pair} words={words} />
      <Button variant="secondary">{words.t("changes.show")}</Button>
    </form>
  );
}

export default async function ChangesPage({ params, searchParams }: Props) {
  const { locale } = await params;
  const [words, asked, posted] = await Promise.all([rulesWords(locale), searchParams, postedAnswers.take()]);
  const { t } = words;
  const href = `/${locale}/rules/changes`;
  const pair = pairOf(posted ?? asked);
  const view = { pair, href, words };
  const isOrdered = comesBefore(pair.from, pair.to);
  return (
    <PageMain before={<BackLink href={`/${locale}/rules`}>{t("rules.title")}</BackLink>}>
      <PageHeading lead={posted ? undefined : t("changes.lead")}>{t("changes.title")}</PageHeading>
      {posted ? <Mine posted={posted} {...view} /> : <LawForm {...view} />}
      {isOrdered ? <Law pair={pair} words={words} /> : null}
      {isOrdered || posted ? null : <Notice kind="error" heading={t("changes.order")} />}
      {posted ? null : (
        <>
          <h2>{t("mine.title")}</h2>
          <p>
            {t("mine.how")} <a href={`/${locale}/check`}>{t("mine.check")}</a>
          </p>
        </>
      )}
    </PageMain>
  );
}
