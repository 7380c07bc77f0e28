import { Button } from "@/components/form/Button";
import type { Path } from "@/lib/flow/walk";
import { KINDS, MOVE, purposeOf, type WalkState } from "@/lib/flow/walk-start";

import { answersOf, type GivenAnswer } from "./answer-words";
import { CHECK_FORM } from "./CheckForm";
import type { CheckStrings } from "./check-strings";
import { titleOf } from "./Question";

type RowProps = { pageKey: string; about: string; answers: readonly GivenAnswer[]; strings: CheckStrings };

function Rows({ pageKey, about, answers, strings }: RowProps) {
  const { change } = strings.words.result.answers;
  return answers.map(({ id, label, value }, index) => (
    <div className="summary__row" key={id}>
      <dt>{label}</dt>
      <dd>{value}</dd>
      {index === 0 ? (
        <dd className="summary__change">
          <Button form={CHECK_FORM} variant="quiet" name={MOVE} value={`change:${pageKey}`}>
            {change}
            <span className="sr-only"> ({about})</span>
          </Button>
        </dd>
      ) : null}
    </div>
  ));
}

function startAnswers({ purpose, kind }: WalkState, { words }: CheckStrings): GivenAnswer[] {
  const chosen = purposeOf(purpose);
  const kindOf = chosen?.isExtendable && KINDS.find((id) => id === kind);
  const { purpose: purposes, kind: kinds } = words.start;
  return [
    ...(chosen ? [{ id: "purpose", label: purposes.label, value: purposes.options[chosen.id].label }] : []),
    ...(kindOf ? [{ id: "kind", label: kinds.label, value: kinds.options[kindOf].label }] : []),
  ];
}

type ResultAnswersProps = { walk: WalkState; path: Path; strings: CheckStrings };

/** Every answer that counted, each with a way back to it. */
export function ResultAnswers({ walk, path, strings }: ResultAnswersProps) {
  const { answers, title } = { answers: strings.words.result.answers, title: strings.words.start.title };
  return (
    <section className="summary">
      <div className="summary__heading">
        <h2>{answers.heading}</h2>
      </div>
      <dl>
        <Rows pageKey="start" about={title} answers={startAnswers(walk, strings)} strings={strings} />
        {path.pages.map((page) => (
          <Rows
            key={page.key}
            pageKey={page.key}
            about={titleOf(page, strings)}
            answers={answersOf(page, path.facts, strings)}
            strings={strings}
          />
        ))}
      </dl>
    </section>
  );
}
