import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Button } from "@/components/form/Button";
import { ButtonLink } from "@/components/form/ButtonLink";
import { ButtonRow } from "@/components/form/ButtonRow";
import { ErrorSummary } from "@/components/form/ErrorSummary";
import { RadioField } from "@/components/form/RadioField";
import { PageHeading } from "@/components/layout/PageHeading";
import { PageMain } from "@/components/layout/PageMain";
import { type Offer, offerOf } from "@/lib/hosts/accept";
import { hostName } from "@/lib/hosts/host-name";
import { formatLocale, type Locale } from "@/lib/i18n/locales";
import { swedishDay, writtenDay } from "@/lib/i18n/swedish-time";
import { personalPage } from "../../personal-page";
import { carriedLink, sealedLink } from "../carried-link";
import { FAILURES, FailurePage } from "../FailurePage";
import { PermitOfLink } from "../PermitOfLink";
import { acceptAction } from "./accept-action";

type Params = { locale: Locale };

export async function generateMetadata({ params }: { params: Promise<Params> }): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: "hosts" });
  return { title: t("link.accept.heading"), robots: { index: false } };
}

const PROBLEMS = ["where", "share"] as const;

type Search = Record<string, string | string[] | undefined>;
type FormProps = { offer: Offer & { state: "open" }; locale: Locale; search: Search };

const given = (value: Search[string]) => (typeof value === "string" ? { defaultValue: value } : {});

async function AcceptForm({ offer: { link, drafts }, locale, search }: FormProps) {
  const [t, common] = await Promise.all([
    getTranslations({ locale, namespace: "hosts" }),
    getTranslations({ locale, namespace: "common" }),
  ]);
  const host = hostName(link.host, locale);
  const problem = PROBLEMS.find((one) => one === search.problem);
  const error = problem && t(`link.accept.choose.${problem}`, { host });
  const errors = problem && error ? [{ field: problem === "where" ? "into" : "share", message: error }] : [];
  const places = drafts.map(({ id, reference, createdAt }) => ({
    value: id,
    label: t("link.accept.draft", {
      reference,
      day: writtenDay(swedishDay(createdAt), formatLocale(locale)),
    }),
    hint: t("link.accept.draftHint"),
  }));
  return (
    <form action={acceptAction} noValidate>
      <ErrorSummary heading={common("errorSummary")} errors={errors} />
      <PermitOfLink link={link} locale={locale} />
      <input type="hidden" name="locale" value={locale} />
      <input type="hidden" name="link" value={sealedLink(link.id)} />
      {places.length > 0 ? (
        <>
          <input type="hidden" name="drafts" value="yes" />
          <RadioField
            name="into"
            label={t("link.accept.where")}
            options={[...places, { value: "new", label: t("link.accept.new") }]}
            {...(problem === "where" && error ? { error } : {})}
            {...given(search.into)}
          />
        </>
      ) : null}
      <RadioField
        name="share"
        label={t("link.accept.share", { host })}
        hint={t("link.accept.shareHint")}
        options={[
          { value: "yes", label: common("yes") },
          { value: "no", label: common("no") },
        ]}
        isInline
        {...(problem === "share" && error ? { error } : {})}
        {...given(search.share)}
      />
      <ButtonRow>
        <Button>{t("link.accept.button")}</Button>
        <ButtonLink href={`/${locale}/applications`} variant="quiet">
          {t("link.accept.without")}
        </ButtonLink>
      </ButtonRow>
    </form>
  );
}

/** The word that starts it: signed in, with the link that was opened before. */
export default personalPage<Params>(async ({ user, locale, search }) => {
  const t = await getTranslations({ locale, namespace: "hosts" });
  const failure = FAILURES.find((why) => why === search.failure);
  if (failure) return <FailurePage why={failure} locale={locale} />;
  const linkId = await carriedLink();
  if (!linkId) {
    return (
      <PageMain>
        <PageHeading lead={t("lost.text")}>{t("lost.title")}</PageHeading>
        <ButtonLink href={`/${locale}/applications`}>{t("failures.applications")}</ButtonLink>
      </PageMain>
    );
  }
  const offer = await offerOf(user.id, linkId);
  if (offer.state === "accepted") redirect(`/${locale}/applications/${offer.applicationId}`);
  if (offer.state === "refused") {
    const why = offer.why === "unknown" ? "malformed" : offer.why;
    return <FailurePage why={why} locale={locale} />;
  }
  return (
    <PageMain>
      <PageHeading
        caption={hostName(offer.link.host, locale)}
        lead={t("link.accept.as", { email: user.email })}
      >
        {t("link.accept.heading")}
      </PageHeading>
      <AcceptForm offer={offer} locale={locale} search={search} />
    </PageMain>
  );
});
