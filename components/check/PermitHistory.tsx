import { Button } from "@/components/form/Button";
import { CheckboxField } from "@/components/form/CheckboxField";
import { DateField, type DatePart } from "@/components/form/DateField";
import { SelectField } from "@/components/form/SelectField";
import { Card } from "@/components/layout/Card";
import type { RawAnswers } from "@/lib/flow/fields";
import { FEWEST_ROWS, HISTORY, NO_PERMITS, rowNames } from "@/lib/flow/history-rows";
import { MORE_ROWS, MOST_ROWS, PERMITS_TO_CHOOSE, ROWS, rowCount } from "@/lib/flow/walk-history";
import { MOVE } from "@/lib/flow/walk-start";
import { permitHeld } from "./answer-words";
import type { CheckStrings } from "./check-strings";
import { formatMessage } from "./format-message";

type PermitHistoryProps = {
  raw: RawAnswers;
  errorOf: (field: string) => string | undefined;
  strings: CheckStrings;
};

const columnsOf = ({ facts }: CheckStrings) => facts[HISTORY]?.columns ?? {};

const rowTitle = (row: number, { words, format }: CheckStrings) =>
  formatMessage(words.history.row, { number: row + 1 }, format);

/** What a field of the table is called where it stands alone, as in a list of faults; `undefined` for any other field. */
export function historyLabel(field: string, strings: CheckStrings): string | undefined {
  const [table, column = "", row] = field.split("-");
  const label = columnsOf(strings)[column];
  if (table !== HISTORY || !label) return undefined;
  const values = { label, row: rowTitle(Number(row), strings) };
  return formatMessage(strings.words.history.in, values, strings.format);
}

const PARTS: readonly DatePart[] = ["day", "month", "year"];

type DayProps = PermitHistoryProps & { name: string; label: string };

function Day({ name, label, raw, errorOf, strings: { shared } }: DayProps) {
  const value = raw[name];
  return (
    <DateField
      name={name}
      label={label}
      partLabels={{ day: shared.day, month: shared.month, year: shared.year }}
      defaultValue={typeof value === "object" ? value : undefined}
      inputs={Object.fromEntries(PARTS.map((part) => [part, { name: `${name}.${part}` }]))}
      error={errorOf(name)}
    />
  );
}

function Row({ row, ...props }: PermitHistoryProps & { row: number }) {
  const { raw, errorOf, strings } = props;
  const names = rowNames(row);
  const { permit = "", doctoral = "", from = "", until = "" } = columnsOf(strings);
  const chosen = raw[names.permit];
  return (
    <Card heading={rowTitle(row, strings)} headingLevel={2}>
      <div className="stack">
        <SelectField
          name={names.permit}
          label={permit}
          placeholder={strings.shared.choose}
          options={PERMITS_TO_CHOOSE.map((value) => ({ value, label: permitHeld(value, strings) }))}
          defaultValue={typeof chosen === "string" ? chosen : ""}
          error={errorOf(names.permit)}
        />
        <div data-when={names.doctoral}>
          <CheckboxField
            name={names.doctoral}
            label={doctoral}
            value="yes"
            defaultChecked={raw[names.doctoral] === "yes"}
          />
        </div>
        <Day {...props} name={names.from} label={from} />
        <Day {...props} name={names.until} label={until} />
      </div>
    </Card>
  );
}

/** The permits held, a row each: native fields, and another row is a post like any other. */
export function PermitHistory(props: PermitHistoryProps) {
  const { raw, strings } = props;
  const { history } = strings.words;
  const rows = rowCount(raw);
  const firstAdded = raw[ROWS] === MORE_ROWS ? FEWEST_ROWS : undefined;
  return (
    <>
      <p>{strings.facts[HISTORY]?.hint}</p>
      <p>{history.empty}</p>
      <input type="hidden" name={ROWS} value={rows} />
      <div className="card-list">
        {Array.from({ length: rows }, (_, row) => row).map((row) => (
          <div key={row} data-added={row === firstAdded ? "" : undefined}>
            <Row {...props} row={row} />
          </div>
        ))}
      </div>
      {rows < MOST_ROWS ? (
        <p>
          <Button variant="secondary" name={MOVE} value="more">
            {history.more}
          </Button>
        </p>
      ) : null}
      <CheckboxField
        name={NO_PERMITS}
        label={history.none}
        value="yes"
        defaultChecked={raw[NO_PERMITS] === "yes"}
      />
    </>
  );
}
