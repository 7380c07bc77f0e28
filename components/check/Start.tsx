import { Button } from "@/components/form/Button";
import { ButtonRow } from "@/components/form/ButtonRow";
import { Choice } from "@/components/form/Choice";
import { ErrorSummary } from "@/components/form/ErrorSummary";
import { FieldSet } from "@/components/form/FieldSet";
import { optionId } from "@/components/form/field-ids";
import { RadioField } from "@/components/form/RadioField";
import { PageHeading } from "@/components/layout/PageHeading";
import { KINDS, MOVE, PURPOSE_GROUPS, PURPOSES } from "@/lib/flow/walk-start";
import type { WalkView } from "@/lib/flow/walk-step";
import type { CheckStrings } from "./check-strings";
import { faultWords } from "./fault-words";

export type StartProps = { view: WalkView; strings: CheckStrings };

const chosen = (value: unknown) => (typeof value === "string" ? value : undefined);

type PurposesProps = StartProps & { error?: string | undefined };

/** One list to choose from, in groups. */
function Purposes({ view, strings, error }: PurposesProps) {
  const { label, groups, options } = strings.words.start.purpose;
  const name = "purpose";
  return (
    <FieldSet name={name} label={<h2>{label}</h2>} error={error} role="radiogroup">
      <div className="stack">
        {PURPOSE_GROUPS.map((group) => (
          // biome-ignore lint/a11y/useSemanticElements: a fieldset would look like a question of its own
          <div key={group.id} role="group" aria-labelledby={`${name}-group-${group.id}`}>
            <h3 id={`${name}-group-${group.id}`}>{groups[group.id]}</h3>
            <div className="choices">
              {group.purposes.map(({ id }) => (
                <Choice
                  key={id}
                  {...options[id]}
                  id={optionId(
                    name,
                    id,
                    PURPOSES.findIndex((purpose) => purpose.id === id),
                  )}
                  type="radio"
                  name={name}
                  value={id}
                  defaultChecked={id === view.raw[name]}
                />
              ))}
            </div>
          </div>
        ))}
      </div>
    </FieldSet>
  );
}

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
      <Purposes view={view} strings={strings} error={errorOf("purpose")} />
      <div data-when="kind">
        <RadioField
          name="kind"
          label={kind.label}
          error={errorOf("kind")}
          options={KINDS.map((id) => ({ value: id, label: "", ...kinds[id] }))}
          defaultValue={chosen(view.raw.kind)}
        />
      </div>
      <ButtonRow>
        <Button name={MOVE} value="continue">
          {words.continue}
        </Button>
      </ButtonRow>
    </>
  );
}
