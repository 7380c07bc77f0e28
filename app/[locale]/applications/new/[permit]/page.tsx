import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Button } from "@/components/form/Button";
import { ButtonRow } from "@/components/form/ButtonRow";
import { ErrorSummary } from "@/components/form/ErrorSummary";
import { RadioField } from "@/components/form/RadioField";
import { BackLink } from "@/components/layout/BackLink";
import { Disclosure } from "@/components/layout/Disclosure";
import { Notice } from "@/components/layout/Notice";
import { PageHeading } from "@/components/layout/PageHeading";
import { PageMain } from "@/components/layout/PageMain";
import { isExtendable, OPEN_PERMITS } from "@/lib/applications/applications";
import { listOverview, type Overview } from "@/lib/applications/overview";
import { familyPermitsFor } from "@/lib/families/permits";
import { KINDS } from "@/lib/flow/walk-start";
import type { Locale } from "@/lib/i18n/locales";
import { personalPage } from "../../../personal-page";
import { startApplication } from "../../start-action";

type Params = { locale: Locale; permit: string };

const openPermit = (id: string) => OPEN_PERMITS.find((one) => one === id);

export async function generateMetadata({ params }: { params: Promise<Params> }): Promise<Metadata> {
  const { locale, permit } = await params;
  const permits = await getTranslations({ locale, namespace: "permits" });
  const open = openPermit(permit);
  return open ? { title: permits(`${open}.name`) } : {};
}

type PartProps = { own: readonly Overview[]; locale: Locale };

/** Drafts of the same permit, so that nobody starts a second one by mistake. */
async function DraftsBefore({ own, locale }: PartProps) {
  if (own.length === 0) return null;
  const t = await getTranslations({ locale, namespace: "applications" });
  return (
    <Notice kind="info" heading={t("new.draftsBefore", { drafts: own.length })}>
      <ul>
        {own.map(({ application: { id, reference, kind }, person, writtenName }) => (
          <li key={id}>
            <a href={`/${locale}/applications/${id}`}>
              {t("new.goOnWith")} <bdi dir="ltr">{reference}</bdi>
            </a>
            {person.isSelf ? "" : ` (${person.name || writtenName})`}
            {kind === "extension" ? ` · ${t("list.extension")}` : ""}
          </li>
        ))}
      </ul>
    </Notice>
  );
}

/** Whom else this account applies for, each once. */
function othersOf(own: readonly Overview[]): { value: string; label: string }[] {
  const others = own.filter(({ person }) => !person.isSelf);
  return others
    .filter(({ person }, index) => others.findIndex((one) => one.person.id === person.id) === index)
    .map(({ person, writtenName }) => ({ value: person.id, label: person.name || writtenName }));
}

/** For whom, where there is somebody to choose. */
async function WhoField({ own, locale }: PartProps) {
  const others = othersOf(own);
  if (others.length === 0) return null;
  const t = await getTranslations({ locale, namespace: "applications" });
  return (
    <RadioField
      name="person"
      label={t("new.who")}
      options={[{ value: "", label: t("new.me") }, ...others]}
      defaultValue=""
    />
  );
}

/** A child comes in through the family of the one whom it follows. */
async function ForAChild({ own, locale }: PartProps) {
  const t = await getTranslations({ locale, namespace: "applications" });
  const main = own.find(
    ({ person, application: { permit, state } }) =>
      person.isSelf && state !== "withdrawn" && familyPermitsFor(permit).length > 0,
  );
  return (
    <Disclosure summary={t("new.child.summary")}>
      <p>{t("new.child.text")}</p>
      {main ? (
        <p>
          <a href={`/${locale}/applications/${main.application.id}/family`}>
            {t("new.child.open")} <bdi dir="ltr">{main.application.reference}</bdi>
          </a>
        </p>
      ) : null}
    </Disclosure>
  );
}

export default personalPage<Params>(async ({ user, locale, params, search }) => {
  const permit = openPermit(params.permit);
  if (!permit) notFound();
  const [t, check, permits, common, own] = await Promise.all([
    getTranslations({ locale, namespace: "applications" }),
    getTranslations({ locale, namespace: "check" }),
    getTranslations({ locale, namespace: "permits" }),
    getTranslations({ locale, namespace: "common" }),
    listOverview(user.id),
  ]);
  const error = search.problem === "choose-kind" ? t("new.chooseKind") : undefined;
  const before = own.filter(
    ({ application }) => application.state === "draft" && application.permit === permit,
  );
  return (
    <PageMain before={<BackLink href={`/${locale}/applications/new`}>{t("new.back")}</BackLink>}>
      <ErrorSummary
        heading={common("errorSummary")}
        errors={error ? [{ field: "kind", message: error }] : []}
      />
      <PageHeading caption={t("new.caption")} lead={permits(`${permit}.short`)}>
        {permits(`${permit}.name`)}
      </PageHeading>
      <DraftsBefore own={before} locale={locale} />
      <form action={startApplication} className="stack">
        <input type="hidden" name="locale" value={locale} />
        <input type="hidden" name="permit" value={permit} />
        <input type="hidden" name="key" value={randomUUID()} />
        {isExtendable(permit) ? (
          <RadioField
            name="kind"
            label={check("start.kind.label")}
            error={error}
            options={KINDS.map((value) => {
              const hint = `start.kind.options.${value}.hint` as never;
              const label = check(`start.kind.options.${value}.label`);
              return check.has(hint) ? { value, label, hint: check(hint) } : { value, label };
            })}
          />
        ) : null}
        <WhoField own={own} locale={locale} />
        {own.length > 0 ? <p>{t("new.reuse")}</p> : null}
        <ButtonRow>
          <Button formAction={`/${locale}/applications/new/${permit}`}>{t("new.start")}</Button>
        </ButtonRow>
      </form>
      <ForAChild own={own} locale={locale} />
    </PageMain>
  );
});
