import { Button } from "@/components/form/Button";
import { ButtonRow } from "@/components/form/ButtonRow";
import { CheckboxGroupField } from "@/components/form/CheckboxGroupField";
import { ErrorSummary } from "@/components/form/ErrorSummary";
import { Disclosure } from "@/components/layout/Disclosure";
import { PageHeading } from "@/components/layout/PageHeading";
import { FieldControl } from "@/components/steps/FieldControl";
import { HISTORY } from "@/lib/flow/history-rows";
import type { QuestionId } from "@/lib/flow/questions";
import type { Page } from "@/lib/flow/walk";
import { fieldsOf, NONE } from "@/lib/flow/walk-answers";
import { MOVE, SHOWN } from "@/lib/flow/walk-start";
import type { WalkView } from "@/lib/flow/walk-step";
import type { CheckStrings, FactWords } from "./check-strings";
import { faultWords } from "./fault-words";
import { formatMessage } from "./format-message";
import { historyLabel, PermitHistory } from "./PermitHistory";

export type QuestionProps = { page: Page; view: WalkView; strings: CheckStrings; number: number };

export const titleOf = ({ question }: Page, { words }: CheckStrings) =>
  words.questions[question.id as QuestionId].title;

const wordsOf = (strings: CheckStrings, id: string): FactWords => strings.facts[id] ?? { label: id, why: "" };

function Checklist({ page, view, strings, error }: QuestionProps & { error?: string | undefined }) {
  const options = page.facts.map((id) => {
    const { statement, label, help } = wordsOf(strings, id);
    return { value: id, label: statement ?? label, hint: help };
  });
  return (
    <CheckboxGroupField
      name={page.question.id}
      label={titleOf(page, strings)}
      hint={strings.words.checklistHint}
      error={error}
      asHeading
      options={[...options, { value: NONE, label: strings.words.none }]}
      defaultValue={[...view.ticked]}
    />
  );
}

function Why({ page, strings }: QuestionProps) {
  const reasons = [...new Set(page.facts.map((id) => wordsOf(strings, id).why))];
  const helps = page.question.isChecklist ? [] : page.facts.flatMap((id) => wordsOf(strings, id).help ?? []);
  return (
    <>
      {helps.length > 0 ? (
        <Disclosure summary={strings.words.explained}>
          {helps.map((help) => (
            <p key={help}>{help}</p>
          ))}
        </Disclosure>
      ) : null}
      <Disclosure summary={strings.words.why}>
        {reasons.map((why) => (
          <p key={why}>{why}</p>
        ))}
      </Disclosure>
    </>
  );
}

/** One question: one matter, the facts of it that matter to this person. */
export function Question(props: QuestionProps) {
  const { page, view, strings, number } = props;
  const { words } = strings;
  const isChecklist = page.question.isChecklist === true;
  const required = page.facts.filter((id) => !page.optional.includes(id));
  const labelOf = (field: string) =>
    isChecklist ? titleOf(page, strings) : (historyLabel(field, strings) ?? wordsOf(strings, field).label);
  const faults = faultWords(view, strings, labelOf);
  const errorOf = (field: string) => faults.find((fault) => fault.field === field)?.message;
  const caption = formatMessage(words.progress, { done: number - 1, number }, strings.format);
  return (
    <>
      <input type="hidden" name={SHOWN} value={isChecklist ? page.question.id : required.join(" ")} />
      <ErrorSummary heading={words.errorSummary} errors={faults} />
      {isChecklist ? (
        <>
          <p className="page-heading__caption">{caption}</p>
          <Checklist {...props} error={errorOf(page.question.id)} />
        </>
      ) : (
        <>
          <PageHeading caption={caption}>{titleOf(page, strings)}</PageHeading>
          {page.facts.includes(HISTORY) ? (
            <PermitHistory raw={view.raw} errorOf={errorOf} strings={strings} />
          ) : null}
          {fieldsOf(page).map((field) => (
            <FieldControl
              key={field.name}
              field={field}
              strings={wordsOf(strings, field.name)}
              shared={strings.shared}
              value={view.raw[field.name]}
              error={errorOf(field.name)}
            />
          ))}
        </>
      )}
      <Why {...props} />
      <ButtonRow>
        <Button name={MOVE} value="continue">
          {words.continue}
        </Button>
        <Button name={MOVE} value="back" variant="secondary">
          {words.back}
        </Button>
      </ButtonRow>
      <p>
        <Button variant="quiet" name={MOVE} value="result">
          {words.soFar}
        </Button>
      </p>
    </>
  );
}
