import { Button } from "@/components/form/Button";
import { ButtonRow } from "@/components/form/ButtonRow";
import { ErrorSummary } from "@/components/form/ErrorSummary";
import { RadioField } from "@/components/form/RadioField";
import { PageHeading } from "@/components/layout/PageHeading";
import { KINDS, MOVE, PURPOSES } from "@/lib/flow/walk-start";
import type { WalkView } from "@/lib/flow/walk-step";
import type { CheckStrings } from "./check-strings";
import { faultWords } from "./fault-words";

export type StartProps = { view: WalkView; strings: CheckStrings };

const chosen = (value: unknown) => (typeof value === "string" ? value : undefined);

/** What the person comes for, and whether they have the permit already. */
export function Start({ view, strings }: StartProps) {
  const { words } = strings;
  const { purpose, kind } = words.start;
  const labels: Record<string, string> = { purpose: purpose.label, kind: kind.label };
  const faults = faultWords(view, strings, (field) => labels[field] ?? field);
  const errorOf = (field: string) => faults.find((fault) => fault.field === field)?.message;
  const kinds: Record<string, { label: string; hint?: string }> = kind.options;
  return (
    <>
      <ErrorSummary heading={words.errorSummary} errors={faults} />
      <PageHeading lead={words.lead}>{words.title}</PageHeading>
      <p>{words.privacy}</p>
      <p>{words.before}</p>
      <RadioField
        name="purpose"
        label={purpose.label}
        error={errorOf("purpose")}
        options={PURPOSES.map(({ id }) => ({ value: id, ...purpose.options[id] }))}
        defaultValue={chosen(view.raw.purpose)}
      />
      <RadioField
        name="kind"
        label={kind.label}
        error={errorOf("kind")}
        options={KINDS.map((id) => ({ value: id, label: "", ...kinds[id] }))}
        defaultValue={chosen(view.raw.kind)}
      />
      <ButtonRow>
        <Button name={MOVE} value="continue">
          {words.continue}
        </Button>
      </ButtonRow>
    </>
  );
}
