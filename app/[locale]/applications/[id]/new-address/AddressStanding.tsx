import { getTranslations } from "next-intl/server";
import { Button } from "@/components/form/Button";
import { Notice } from "@/components/layout/Notice";
import { AddressLabel } from "@/components/pictures/AddressLabel";
import type { Standing } from "@/lib/addresses/standing";
import { formatLocale, type Locale } from "@/lib/i18n/locales";
import { swedishDay, writtenDay } from "@/lib/i18n/swedish-time";
import { confirmAddressAction } from "./address-actions";

type AddressStandingProps = {
  standing: Standing;
  applicationId: string;
  /** As on the letter box. */
  name: string;
  /** The last day by which the case should be decided; null where it is not known or over. */
  dueOn: string | null;
  confirmedAt: Date | null;
  locale: Locale;
};

async function Task({ standing: { state, now }, dueOn, locale }: AddressStandingProps) {
  const t = await getTranslations({ locale, namespace: "addresses" });
  const written = (day: string) => writtenDay(day, formatLocale(locale));
  if (state === "fixed") return null;
  if (state === "temporary")
    return (
      <Notice kind="warning" heading={t("temporary.heading", { day: written(now?.validUntil ?? "") })}>
        <p>{t("temporary.text")}</p>
      </Notice>
    );
  return (
    <Notice kind="warning" heading={t(`${state}.heading`)}>
      <p>{t(`${state}.text`)}</p>
      {dueOn ? <p>{t("missing.by", { day: written(dueOn) })}</p> : null}
    </Notice>
  );
}

/** The address that holds today as it will stand on a letter, what is to be done, and a button for whoever still lives there. */
export async function AddressStanding(props: AddressStandingProps) {
  const { standing, applicationId, name, confirmedAt, locale } = props;
  const { now, next, state } = standing;
  const t = await getTranslations({ locale, namespace: "addresses" });
  const written = (day: string) => writtenDay(day, formatLocale(locale));
  const hasLines = now && (now.kind === "known" || now.kind === "temporary") && state !== "ended";
  return (
    <section className="stack">
      <h2>{t("now.heading")}</h2>
      <Task {...props} />
      {hasLines ? (
        <>
          <AddressLabel label={t("now.label")} name={name} {...now.lines} />
          <p className="muted">
            {confirmedAt
              ? t("now.confirmed", { from: written(now.validFrom), day: written(swedishDay(confirmedAt)) })
              : t("now.since", { from: written(now.validFrom) })}
          </p>
          <form action={confirmAddressAction}>
            <input type="hidden" name="application" value={applicationId} />
            <input type="hidden" name="locale" value={locale} />
            <Button variant="secondary" formAction={`/${locale}/applications/${applicationId}/new-address`}>
              {t("now.still")}
            </Button>
          </form>
        </>
      ) : null}
      {next ? <p>{t("now.next", { day: written(next.validFrom), address: lineOf(next.lines) })}</p> : null}
    </section>
  );
}

/** On one line, as in a list. */
export function lineOf({ careOf, street, apartment, postcode, place }: Record<string, string>): string {
  const home = [careOf && `c/o ${careOf}`, street, apartment && `lgh ${apartment}`].filter(Boolean).join(" ");
  const town = [postcode, place].filter(Boolean).join(" ");
  return [home, town].filter(Boolean).join(", ");
}
