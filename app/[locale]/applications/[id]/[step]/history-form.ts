import { getTranslations } from "next-intl/server";
import type { FieldStrings } from "@/components/steps/FieldControl";
import type { FieldRow, MoreRows } from "@/components/steps/StepFields";
import { fieldsOfRows } from "@/lib/flow/application-history";
import type { Field } from "@/lib/flow/fields";
import { MORE_AT_ONCE, NO_PERMITS, ROWS_OF_APPLICATION, rowNames, rowsUpTo } from "@/lib/flow/history-rows";
import { PERMITS_TO_CHOOSE } from "@/lib/flow/walk-history";
import type { Locale } from "@/lib/i18n/locales";

type HistoryForm = {
  fields: readonly Field[];
  rows: readonly FieldRow[];
  more: MoreRows | undefined;
  strings: Record<string, FieldStrings>;
};

const COLUMNS = ["permit", "doctoral", "from", "until"] as const;

/** The table of permits held as a form of so many rows, with its words. */
export async function historyForm(locale: Locale, shown: number): Promise<HistoryForm> {
  const [facts, steps] = await Promise.all([
    getTranslations({ locale, namespace: "facts" }),
    getTranslations({ locale, namespace: "steps" }),
  ]);
  const options = Object.fromEntries(
    PERMITS_TO_CHOOSE.map((id) => [id, facts(`currentPermit.options.${id}`)]),
  );
  const strings: Record<string, FieldStrings> = { [NO_PERMITS]: { label: steps("history.none") } };
  const rows = rowsUpTo(shown).map((row) => {
    const heading = steps("history.row", { number: row + 1 });
    const names = rowNames(row);
    for (const column of COLUMNS) {
      const label = facts(`permitHistory.columns.${column}`);
      const aloneLabel = steps("history.in", { label, row: heading });
      strings[names[column]] = { label, aloneLabel, ...(column === "permit" && { options }) };
    }
    return { heading, names: Object.values(names) };
  });
  const more = Math.min(shown + MORE_AT_ONCE, ROWS_OF_APPLICATION);
  return {
    fields: fieldsOfRows(shown),
    rows,
    more: more > shown ? { label: steps("history.more"), rows: more } : undefined,
    strings,
  };
}
