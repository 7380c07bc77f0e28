import type { ComponentProps } from "react";
import { Button } from "@/components/form/Button";
import { ButtonRow } from "@/components/form/ButtonRow";
import { DateField } from "@/components/form/DateField";
import { ErrorSummary } from "@/components/form/ErrorSummary";
import { SelectField } from "@/components/form/SelectField";
import { Card } from "@/components/layout/Card";
import type { RawAnswers } from "@/lib/flow/fields";
import type { FieldError } from "@/lib/flow/read-step";
import { CHOICES, MOST_ROWS, rowNames } from "@/lib/timeline/held-permits";
import type { TimelineWords } from "./timeline-words";

/** Names in the form. */
export const ROWS = "rows";
export const MOVE = "move";
export const ADD = "add";

type RowProps = { row: number; raw: RawAnswers; errors: readonly ShownError[]; words: TimelineWords };

type ShownError = { field: string; message: string };

const PARTS = ["day", "month", "year"] as const;

type DayProps = { name: string; label: string } & Omit<RowProps, "row">;

function Day({ name, label, raw, errors, words: { common } }: DayProps) {
  const value = raw[name];
  const inputs = Object.fromEntries(PARTS.map((part) => [part, { name: `${name}.${part}` }]));
  return (
    <DateField
      name={name}
      label={label}
      partLabels={{ day: common("day"), month: common("month"), year: common("year") }}
      defaultValue={typeof value === "object" ? value : undefined}
      inputs={inputs}
      error={errors.find(({ field }) => field === name)?.message}
    />
  );
}

function Row({ row, ...props }: RowProps) {
  const { raw, errors, words } = props;
  const { t, common } = words;
  const names = rowNames(row);
  const chosen = raw[names.permit];
  return (
    <Card heading={t("form.row", { number: row + 1 })} headingLevel={3}>
      <div className="stack">
        <SelectField
          name={names.permit}
          label={t("form.permit")}
          placeholder={common("choose")}
          options={CHOICES.map((value) => ({ value, label: words.choice(value) }))}
          defaultValue={typeof chosen === "string" ? chosen : ""}
          error={errors.find(({ field }) => field === names.permit)?.message}
        />
        <Day name={names.from} label={t("form.from")} {...props} />
        <Day name={names.until} label={t("form.until")} {...props} />
      </div>
    </Card>
  );
}

function messagesOf(errors: readonly FieldError[], { t, errors: texts }: TimelineWords): ShownError[] {
  return errors.map(({ field, code }) => {
    const [part = "", row] = field.split("-");
    const label = t("form.in", {
      label: t(`form.${part}`),
      row: t("form.row", { number: Number(row) + 1 }),
    });
    return { field, message: texts(`fields.${code}`, { label }) };
  });
}

type PermitsFormProps = {
  rows: number;
  raw: RawAnswers;
  errors: readonly FieldError[];
  /** The page that answers. */
  href: string;
  action: ComponentProps<"form">["action"];
  words: TimelineWords;
};

/** A row for each permit held. A plain form: another row is a submit button like any other. */
export function PermitsForm({ rows, raw, errors, href, action, words }: PermitsFormProps) {
  const { t, common } = words;
  const shown = messagesOf(errors, words);
  return (
    <form action={action} noValidate autoComplete="off" className="no-print">
      <ErrorSummary heading={common("errorSummary")} errors={shown} />
      <h2>{t("form.heading")}</h2>
      <p className="muted">{t("form.hint")}</p>
      <input type="hidden" name={ROWS} value={rows} />
      <div className="card-list">
        {Array.from({ length: rows }, (_, row) => row).map((row) => (
          <Row key={row} row={row} raw={raw} errors={shown} words={words} />
        ))}
      </div>
      <ButtonRow>
        <Button formAction={href}>{t("form.show")}</Button>
        {rows < MOST_ROWS ? (
          <Button variant="secondary" formAction={`${href}#${rowNames(rows).permit}`} name={MOVE} value={ADD}>
            {t("form.add")}
          </Button>
        ) : null}
      </ButtonRow>
    </form>
  );
}
