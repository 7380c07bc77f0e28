import { Fragment, type ReactNode } from "react";
import { CitationRow } from "@/components/rules/CitationRow";
import { groundKey } from "@/components/rules/ground-key";
import type { Assessment, Citation, Facts } from "@/lib/rules";
import { applicationFee, PERMITS } from "@/lib/rules";
import { writtenMoney } from "./answer-words";
import type { CheckStrings } from "./check-strings";
import { formatMessage } from "./format-message";

type PartProps = { assessment: Assessment; facts: Facts; strings: CheckStrings };

type SectionProps = { heading: string; cites?: readonly Citation[]; children: ReactNode };

function Section({ heading, cites = [], children }: SectionProps) {
  return (
    <section>
      <h2>{heading}</h2>
      {children}
      <CitationRow cites={cites} />
    </section>
  );
}

function applyText(
  { applyFromSweden: { state } }: Assessment,
  isInside: boolean | undefined,
  words: ApplyWords,
) {
  if (isInside === false) return state === "allowed" ? words.allowedAbroad : words.outside;
  return words[state];
}

type ApplyWords = CheckStrings["words"]["result"]["apply"];

/** Where to apply from, and the exceptions that let one apply from inside. */
function ApplyFrom({ assessment, facts, strings }: PartProps) {
  const { apply, grounds } = strings.words.result;
  const { state, cites } = assessment.applyFromSweden;
  const holds = state === "allowed" || (state === "authority" && facts.inSweden !== false);
  const known: Record<string, string> = grounds;
  const reasons = holds ? cites.flatMap((cite) => known[groundKey(cite)] ?? []) : [];
  const rule = PERMITS[assessment.permit].fromInside.bar;
  return (
    <Section heading={apply.heading} cites={holds ? cites : rule}>
      <p>{applyText(assessment, facts.inSweden, apply)}</p>
      {reasons.length > 0 ? (
        <>
          <p>{apply.grounds}:</p>
          <ul>
            {reasons.map((reason) => (
              <li key={reason}>{reason}</li>
            ))}
          </ul>
        </>
      ) : null}
    </Section>
  );
}

function Validity({ assessment: { validity }, strings }: PartProps) {
  if (!validity) return null;
  const words = strings.words.result.validity;
  const { kind, months, atMostMonths } = validity;
  const counted = months ?? 0;
  const text = kind === "at-least" && months === undefined ? words["at-leastNoMonths"] : words[kind];
  return (
    <Section heading={words.heading} cites={validity.cites}>
      <p>{formatMessage(text, { months: counted }, strings.format)}</p>
      {atMostMonths ? <p>{formatMessage(words.atMost, { months: atMostMonths }, strings.format)}</p> : null}
    </Section>
  );
}

function DecisionTime({ assessment: { decisionWithinDays: days }, strings }: PartProps) {
  const { time } = strings.words.result;
  if (days === null) return null;
  return (
    <Section heading={time.heading} cites={["UtlF 4a:1"]}>
      <p>{formatMessage(time.days, { days }, strings.format)}</p>
    </Section>
  );
}

function ApplicationFee({ facts, strings }: PartProps) {
  const { fee: words } = strings.words.result;
  const { amount, currency, exempt, missing, cites } = applicationFee(facts);
  const shown = { amount: writtenMoney(amount, strings, currency) };
  return (
    <Section heading={words.heading} cites={cites}>
      <p>{exempt ? words.exempt[exempt] : formatMessage(words.amount, shown, strings.format)}</p>
      {missing.length > 0 ? <p>{words.child}</p> : null}
    </Section>
  );
}

/** What to do in practice: from where, for how long, how soon, at what fee. */
export function ResultPractice(props: PartProps) {
  return (
    <>
      <ApplyFrom {...props} />
      <Validity {...props} />
      <DecisionTime {...props} />
      <ApplicationFee {...props} />
    </>
  );
}

function Rights({ assessment: { rights }, strings }: PartProps) {
  if (!rights) return null;
  const words = strings.words.result.rights;
  const { workHoursPerWeek: work, termTimeOnly, cites } = rights;
  const text =
    typeof work === "number" ? formatMessage(words.hours, { hours: work }, strings.format) : words[work];
  return (
    <>
      <h3>{words.heading}</h3>
      <p>{text}</p>
      {termTimeOnly ? <p>{words.termTimeOnly}</p> : null}
      <CitationRow cites={cites} />
    </>
  );
}

/** Duties and rights of whoever holds the permit. */
export function ResultDuring(props: PartProps) {
  const { assessment, strings } = props;
  return (
    <section>
      <h2>{strings.words.result.during.heading}</h2>
      <Rights {...props} />
      {assessment.duties.map(({ id, cites }) => (
        <Fragment key={id}>
          <h3>{strings.duties[id]?.title ?? id}</h3>
          <p>{strings.duties[id]?.text}</p>
          <CitationRow cites={cites} />
        </Fragment>
      ))}
    </section>
  );
}
