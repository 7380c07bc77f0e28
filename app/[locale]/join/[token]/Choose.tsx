import { getTranslations } from "next-intl/server";
import { Button } from "@/components/form/Button";
import { ButtonRow } from "@/components/form/ButtonRow";
import { ErrorSummary } from "@/components/form/ErrorSummary";
import { RadioField } from "@/components/form/RadioField";
import { Disclosure } from "@/components/layout/Disclosure";
import { PageHeading } from "@/components/layout/PageHeading";
import { PageMain } from "@/components/layout/PageMain";
import { isolatedName } from "@/lib/documents/file-name";
import type { InvitationView } from "@/lib/families/join";
import type { RawAnswers } from "@/lib/flow/fields";
import type { Locale } from "@/lib/i18n/locales";
import type { FormState } from "../../applications/[id]/family/form-state";
import { ProblemNotice } from "../../applications/[id]/family/ProblemNotice";
import { acceptAction, declineAction } from "./join-actions";
import { OWN_PERMITS, type WAYS } from "./join-forms";

type ChooseProps = {
  token: string;
  here: string;
  invitation: InvitationView;
  state: FormState;
  locale: Locale;
};

const typed = (raw: RawAnswers, name: string) => {
  const value = raw[name];
  return typeof value === "string" ? value : undefined;
};

/** What the radio buttons of a field need: its name, what was chosen before, and what was wrong. */
const fieldOf = ({ raw, errors }: FormState, name: string) => ({
  name,
  defaultValue: typed(raw, name),
  error: errors.find(({ field }) => field === name)?.message,
});

async function wordsOf(locale: Locale) {
  const [t, permits] = await Promise.all([
    getTranslations({ locale, namespace: "families" }),
    getTranslations({ locale, namespace: "permits" }),
  ]);
  return { t, nameOf: (permit: string) => permits(`${permit}.name` as never) };
}

async function OwnPermit({ state, locale }: ChooseProps) {
  const { t, nameOf } = await wordsOf(locale);
  return (
    <RadioField
      {...fieldOf(state, "permit")}
      label={t("fields.permit.label")}
      options={OWN_PERMITS.map((value) => ({ value, label: nameOf(value) }))}
    />
  );
}

async function OwnApplication({ invitation, state, locale }: ChooseProps) {
  const { t, nameOf } = await wordsOf(locale);
  const options = invitation.applications.map(({ id, permit, reference }) => ({
    value: id,
    label: t.rich("join.choose.reference", {
      permit: nameOf(permit),
      reference: () => <bdi dir="ltr">{reference}</bdi>,
    }),
  }));
  return (
    <RadioField {...fieldOf(state, "application")} label={t("fields.application.label")} options={options} />
  );
}

async function Ways(props: ChooseProps) {
  const { invitation, state, locale } = props;
  const { t, nameOf } = await wordsOf(locale);
  const { familyPermit, applications } = invitation;
  const name = isolatedName(invitation.inviterName);
  const way = (value: (typeof WAYS)[number]) => ({ value, label: t(`fields.as.options.${value}`) });
  const options = [
    ...(familyPermit
      ? [{ ...way("family"), hint: t("join.choose.family.hint", { permit: nameOf(familyPermit), name }) }]
      : []),
    { ...way("own"), hint: t("join.choose.own.hint"), reveal: <OwnPermit {...props} /> },
    ...(applications.length > 0
      ? [{ ...way("existing"), hint: t("join.choose.existing.hint"), reveal: <OwnApplication {...props} /> }]
      : []),
  ];
  return <RadioField {...fieldOf(state, "as")} label={t("fields.as.label")} options={options} />;
}

/** Who invites, and with which application one joins; or no. */
export async function Choose(props: ChooseProps) {
  const { token, here, invitation, state, locale } = props;
  const [t, common, permits] = await Promise.all([
    getTranslations({ locale, namespace: "families" }),
    getTranslations({ locale, namespace: "common" }),
    getTranslations({ locale, namespace: "permits" }),
  ]);
  const name = isolatedName(invitation.inviterName);
  const place = (
    <>
      <input type="hidden" name="locale" value={locale} />
      <input type="hidden" name="token" value={token} />
    </>
  );
  return (
    <PageMain>
      <ErrorSummary heading={common("errorSummary")} errors={state.errors} />
      <ProblemNotice problem={state.problem} base={here} locale={locale} />
      <PageHeading
        lead={t("join.choose.lead", { name, permit: permits(`${invitation.mainPermit}.name` as never) })}
      >
        {t("join.choose.title", { name })}
      </PageHeading>
      <p>{t("join.private")}</p>
      <form action={acceptAction} noValidate autoComplete="off" className="stack">
        {place}
        <Ways {...props} />
        <ButtonRow>
          <Button formAction={here}>{t("join.choose.submit")}</Button>
        </ButtonRow>
      </form>
      <Disclosure summary={t("join.decline.summary")}>
        <p>{t("join.decline.text", { name })}</p>
        <form action={declineAction}>
          {place}
          <Button variant="secondary" formAction={here}>
            {t("join.decline.submit")}
          </Button>
        </form>
      </Disclosure>
    </PageMain>
  );
}
