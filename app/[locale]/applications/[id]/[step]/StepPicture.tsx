import { getTranslations } from "next-intl/server";
import { AddressLabel } from "@/components/pictures/AddressLabel";
import { PassportPage, type PassportPart } from "@/components/pictures/PassportPage";
import type { AnswerValue } from "@/lib/flow/fields";
import type { StepId } from "@/lib/flow/step-checks";
import type { Locale } from "@/lib/i18n/locales";

const PARTS: readonly PassportPart[] = [
  "photo",
  "number",
  "names",
  "birth-date",
  "validity",
  "signature",
  "code-lines",
];

type StepPictureProps = {
  step: StepId;
  values: Record<string, AnswerValue>;
  /** As in the passport. */
  name: string;
  locale: Locale;
};

/** What a step is about, for those who would rather look: the passport page, the address as on a letter. */
export async function StepPicture({ step, values, name, locale }: StepPictureProps) {
  if (step !== "passport" && !(step === "address" && values.street)) return null;
  const t = await getTranslations({ locale, namespace: "steps" });
  if (step === "passport") {
    const callouts = PARTS.map((part) => ({ part, text: t(`passportPicture.${part}`) }));
    return <PassportPage title={t("passportPicture.title")} callouts={callouts} />;
  }
  const text = (key: string) => (values[key] === undefined ? {} : { [key]: String(values[key]) });
  return (
    <AddressLabel
      label={t("addressPicture")}
      name={name}
      {...text("careOf")}
      {...text("street")}
      {...text("apartment")}
      {...text("postcode")}
      {...text("place")}
    />
  );
}
