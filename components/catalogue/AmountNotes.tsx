import type { Amount } from "@/lib/rules";
import type { RulesWords } from "./rules-words";

type AmountNotesProps = {
  amount: Pick<Amount, "sourceId" | "computed" | "carriedOver"> & { isExpired: boolean };
  words: RulesWords;
};

/** Where an amount comes from and what to know of it: never used or shown in silence. */
export function AmountNotes({ amount, words: { t, check } }: AmountNotesProps) {
  const source = check(`result.sources.${amount.sourceId}`);
  const notes = [
    t("amount.source", { source }),
    amount.computed ? t("amount.computed") : "",
    amount.carriedOver ? t("amount.carriedOver") : "",
    amount.isExpired ? t("amount.expired") : "",
  ];
  return <span className="muted">{notes.filter(Boolean).join(" ")}</span>;
}
