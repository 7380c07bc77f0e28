import { getTranslations } from "next-intl/server";
import type { FieldStrings } from "@/components/steps/FieldControl";
import { isolatedName } from "@/lib/documents/file-name";
import type { StepId } from "@/lib/flow/step-checks";
import type { Locale } from "@/lib/i18n/locales";
import { representedHere } from "@/lib/representatives/representations";

type Words = { intro: string | undefined; strings: Record<string, FieldStrings> };

/** The words of a step as they are for this account: a representative declares on behalf of the one who applies. */
export async function onBehalf(
  words: Words,
  { userId, applicationId, step }: { userId: string; applicationId: string; step: StepId },
  locale: Locale,
): Promise<Words> {
  const { truth } = words.strings;
  const here = step === "declarations" && truth ? await representedHere(userId, applicationId) : null;
  if (!here || !truth) return words;
  const t = await getTranslations({ locale, namespace: "representatives" });
  const name = isolatedName(here.personName);
  return {
    intro: t("declaration.intro", { name }),
    strings: { ...words.strings, truth: { ...truth, label: t("declaration.label", { name }) } },
  };
}
