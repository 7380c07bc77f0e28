import type { PermitOn } from "@/lib/catalogue/permit-on";
import { AmountNotes } from "./AmountNotes";
import { PeriodTag, Since } from "./clause-tags";
import { type FoldedEntry, FoldedList } from "./FoldedList";
import type { RulesWords } from "./rules-words";

type PartProps = { permit: PermitOn; words: RulesWords };

type Condition = PermitOn["conditions"][number];

/** What the authority alone decides has no other case. */
const isAssessed = ({ clause }: Condition) => clause.cases.every((one) => one === "authority");

function Amount({ permit: { maintenance }, words }: PartProps) {
  if (!maintenance) return null;
  const { t, quantity } = words;
  const { value, unit, isFixed } = maintenance;
  const amount = quantity(value, unit);
  return (
    <p>
      {isFixed ? t("funds.amount", { amount }) : t("funds.none", { amount })}{" "}
      <AmountNotes amount={maintenance} words={words} />
    </p>
  );
}

function Exceptions({ clause, words }: { clause: Condition["clause"]; words: RulesWords }) {
  return clause.exceptions.map(({ reason, from }) => (
    <p key={`${reason} ${from}`}>{words.t(`exceptions.${clause.id}-${reason}`)}</p>
  ));
}

function folded(condition: Condition, { permit, words }: PartProps): FoldedEntry {
  const { clause, clauses, since } = condition;
  const isOptional = clauses.every(({ effect }) => effect === "may-refuse");
  return {
    id: `condition-${clause.id}`,
    title: words.conditions(`${clause.id}.title`),
    tag: <PeriodTag dates={condition} words={words} />,
    children: (
      <>
        <p>{words.conditions(`${clause.id}.meaning`)}</p>
        <Exceptions clause={clause} words={words} />
        {clause.id === "funds" ? <Amount permit={permit} words={words} /> : null}
        {isOptional ? <p>{words.check("result.mayRefuse")}</p> : null}
        <Since since={since} words={words} />
      </>
    ),
    cites: clauses.flatMap(({ cites, exceptions }) => [...cites, ...exceptions.flatMap((one) => one.cites)]),
  };
}

/** Each condition with what it means, what it rests on, and when it comes or changes. */
export function PermitConditions(props: PartProps) {
  const { permit, words } = props;
  const [toMeet, assessed] = [
    permit.conditions.filter((one) => !isAssessed(one)),
    permit.conditions.filter(isAssessed),
  ];
  return (
    <>
      <h2>{words.t("permit.conditions")}</h2>
      {permit.discretionary ? <p>{words.t("permit.discretionary")}</p> : null}
      <p className="muted no-print">{words.t("permit.fold")}</p>
      <h3>{words.t("permit.toMeet")}</h3>
      <FoldedList entries={toMeet.map((one) => folded(one, props))} />
      {assessed.length > 0 ? (
        <>
          <h3>{words.t("permit.assessed")}</h3>
          <FoldedList entries={assessed.map((one) => folded(one, props))} />
        </>
      ) : null}
    </>
  );
}
