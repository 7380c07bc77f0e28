import type { PermitOn, Standing } from "@/lib/catalogue/permit-on";
import type { Citation } from "@/lib/rules";
import { PeriodTag, Since } from "./clause-tags";
import { type FoldedEntry, FoldedList } from "./FoldedList";
import { type RulesWords, workText } from "./rules-words";
import { Sentences } from "./Sentences";

type PartProps = { permit: PermitOn; words: RulesWords };

const workOf = ({ permit, words }: PartProps): FoldedEntry[] =>
  permit.rights.map(({ clause, since, ...dates }) => ({
    id: "work",
    title: words.t("permit.rows.work"),
    children: (
      <>
        <p>{workText(clause, words)}</p>
        {clause.whilePending.length > 0 ? <p>{words.t("permit.pending")}</p> : null}
        <Since since={since} words={words} />
      </>
    ),
    tag: <PeriodTag dates={dates} words={words} />,
    cites: [...clause.cites, ...clause.whilePending],
  }));

const dutiesOf = ({ permit, words }: PartProps): FoldedEntry[] =>
  permit.duties.map(({ clause, since, ...dates }) => ({
    id: `duty-${clause.id}`,
    title: words.duties(`${clause.id}.title`),
    children: (
      <>
        <p>{words.duties(`${clause.id}.text`)}</p>
        <Since since={since} words={words} />
      </>
    ),
    tag: <PeriodTag dates={dates} words={words} />,
    cites: clause.cites,
  }));

type Told = Standing<{ id: string; cites: readonly Citation[] }>;

type SaidProps = { kind: "requests" | "notes"; told: readonly Told[]; words: RulesWords };

/** What to ask for together with the application, or what is good to know. */
function Said({ kind, told, words }: SaidProps) {
  if (told.length === 0) return null;
  const entries = told.map(({ clause: { id, cites }, begins, ends, changes }) => ({
    id,
    text: words.check(`result.${kind}.${id}`),
    cites,
    begins,
    ends,
    changes,
  }));
  return (
    <section>
      <h2>{words.check(`result.${kind}.heading`)}</h2>
      <Sentences entries={entries} words={words} />
    </section>
  );
}

/** What the holder may and must do, what to ask for with the application and what else to know. */
export function PermitDuring(props: PartProps) {
  const { permit, words } = props;
  const entries = [...workOf(props), ...dutiesOf(props)];
  return (
    <>
      {entries.length > 0 ? (
        <>
          <h2>{words.t("permit.during")}</h2>
          <FoldedList entries={entries} />
        </>
      ) : null}
      <Said kind="requests" told={permit.requests} words={words} />
      <Said kind="notes" told={permit.notes} words={words} />
    </>
  );
}
