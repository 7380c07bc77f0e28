import { Button } from "@/components/form/Button";
import { ButtonRow } from "@/components/form/ButtonRow";
import { DocumentList } from "@/components/layout/DocumentList";
import { Notice } from "@/components/layout/Notice";
import { ResultBanner } from "@/components/layout/ResultBanner";
import { cited } from "@/components/rules/cited";
import type { Path } from "@/lib/flow/walk";
import { MOVE, type WalkState } from "@/lib/flow/walk-start";

import type { WalkDay } from "@/lib/flow/walk-step";
import { explainFunds } from "@/lib/rules";
import { writtenDate } from "./answer-words";
import { CHECK_FORM } from "./CheckForm";
import type { CheckStrings } from "./check-strings";
import { formatMessage } from "./format-message";
import { ResultAnswers } from "./ResultAnswers";
import { ResultCompare } from "./ResultCompare";
import { ResultConditions, tallyOf } from "./ResultConditions";
import { ResultFunds } from "./ResultFunds";
import { ResultDuring, ResultPractice } from "./ResultPractice";

export type ResultProps = { walk: WalkState; path: Path; strings: CheckStrings; day: WalkDay };

function Banner({ path: { assessment }, strings }: ResultProps) {
  const { result } = strings.words;
  const { heading, text } = result.outcomes[assessment.outcome];
  const tally = tallyOf(assessment.conditions).map(({ state, count }) => ({
    state,
    text: formatMessage(result.tally[state], { count }, strings.format),
  }));
  return (
    <ResultBanner
      outcome={assessment.outcome}
      caption={strings.permits[assessment.permit]?.name}
      heading={heading}
      tally={assessment.outcome === "permit-not-needed" ? [] : tally}
    >
      <p>{text}</p>
      {assessment.discretionary ? <p>{result.discretionary}</p> : null}
    </ResultBanner>
  );
}

function QuestionsLeft({ path, strings }: ResultProps) {
  if (!path.next) return null;
  const { result } = strings.words;
  return (
    <Notice heading={result.groups.unknown}>
      <p>{formatMessage(result.left, { count: path.assessment.missing.length }, strings.format)}</p>
      <ButtonRow>
        <Button form={CHECK_FORM} name={MOVE} value="continue">
          {result.goOn}
        </Button>
      </ButtonRow>
    </Notice>
  );
}

function Listed({ heading, items }: { heading: string; items: readonly string[] }) {
  if (items.length === 0) return null;
  return (
    <section>
      <h2>{heading}</h2>
      <ul>
        {items.map((item) => (
          <li key={item}>{item}</li>
        ))}
      </ul>
    </section>
  );
}

function Documents({ path: { assessment }, strings }: ResultProps) {
  const { documents } = strings.words.result;
  const listed = assessment.documents.map(({ id, cites }) => {
    const words = strings.documents[id];
    const why = [words?.why, words?.tips].filter(Boolean).join(" ");
    return { id: `document-${id}`, title: words?.title ?? id, why, citations: cited(cites) };
  });
  return (
    <section>
      <h2>{documents.heading}</h2>
      <p>{documents.intro}</p>
      <DocumentList documents={listed} />
    </section>
  );
}

function Details(props: ResultProps) {
  const { path, strings, day } = props;
  const { assessment, facts } = path;
  const { requests, notes } = strings.words.result;
  const funds = explainFunds(facts, day);
  return (
    <>
      <ResultConditions conditions={assessment.conditions} strings={strings} />
      <ResultCompare path={path} strings={strings} day={day} />
      {funds ? <ResultFunds funds={funds} facts={facts} strings={strings} /> : null}
      <ResultPractice assessment={assessment} facts={facts} strings={strings} />
      <Listed heading={requests.heading} items={assessment.alsoRequest.map((id) => requests[id])} />
      <Documents {...props} />
      <ResultDuring assessment={assessment} facts={facts} strings={strings} />
      <Listed heading={notes.heading} items={assessment.notes.map(({ id }) => notes[id])} />
    </>
  );
}

/** What the answers lead to. Its buttons belong to the form of the check, so that every answer can be changed from it. */
export function Result(props: ResultProps) {
  const { walk, path, strings, day } = props;
  const { result } = strings.words;
  const isNeeded = path.assessment.outcome !== "permit-not-needed";
  const dates = { law: writtenDate(path.assessment.law, strings), date: writtenDate(day.today, strings) };
  return (
    <>
      <Banner {...props} />
      <QuestionsLeft {...props} />
      {isNeeded ? <Details {...props} /> : null}
      <Notice heading={result.anywayHeading}>
        <p>{result.anyway}</p>
      </Notice>
      <p className="muted">{formatMessage(result.lawOf, dates, strings.format)}</p>
      <ResultAnswers walk={walk} path={path} strings={strings} />
    </>
  );
}
