import { Card } from "@/components/layout/Card";
import { CardGrid } from "@/components/layout/CardGrid";
import { Disclosure } from "@/components/layout/Disclosure";
import { Tag } from "@/components/layout/Tag";
import { CitationRow } from "@/components/rules/CitationRow";
import type { PermitOn } from "@/lib/catalogue/permit-on";
import type { Citation, NotModelled } from "@/lib/rules";
import { PeriodTag, Since } from "./clause-tags";
import { FoldedList } from "./FoldedList";
import { type RulesWords, workText } from "./rules-words";

type PartProps = { permit: PermitOn; words: RulesWords };

export function PermitDocuments({ permit, words }: PartProps) {
  const { t, documents, check } = words;
  const listed = permit.documents.map((entry) => ({
    id: `document-${entry.clause.id}`,
    title: documents(`${entry.clause.id}.title`),
    children: <p>{documents(`${entry.clause.id}.why`)}</p>,
    tag: (
      <>
        {entry.clause.always ? null : <Tag>{t("tags.sometimes")}</Tag>}
        <PeriodTag dates={entry} words={words} />
      </>
    ),
    cites: entry.clause.cites,
  }));
  return (
    <section>
      <h2>{t("permit.documents")}</h2>
      <p>{check("result.documents.intro")}</p>
      <FoldedList entries={listed} />
    </section>
  );
}

type Sentence = {
  id: string;
  text: string;
  cites: readonly Citation[];
  begins?: string;
  ends?: string;
  changes?: string;
};

function Sentences({ entries, words }: { entries: readonly Sentence[]; words: RulesWords }) {
  return (
    <ul className="stack">
      {entries.map(({ id, text, cites, ...dates }) => (
        <li key={id}>
          {text} <PeriodTag dates={dates} words={words} />
          <CitationRow cites={cites} />
        </li>
      ))}
    </ul>
  );
}

/** The grounds on which one may apply although one is in Sweden already. */
export function PermitInside({ permit, words }: PartProps) {
  const { t } = words;
  const { grounds, bar, isInsideOnly } = permit;
  const isAlways = grounds.every(({ clause }) => clause.asks.length === 0 && clause.gives === "allowed");
  const entries = grounds.map(({ clause, since: _, ...dates }) => ({
    ...dates,
    id: clause.id,
    text: words.ground(clause.cites),
    cites: clause.cites,
  }));
  return (
    <section>
      <h2>{t("permit.insideHeading")}</h2>
      {isInsideOnly || isAlways ? null : (
        <>
          <p>{t("permit.bar")}</p>
          <CitationRow cites={bar} />
        </>
      )}
      <Sentences entries={entries} words={words} />
    </section>
  );
}

/** What the holder may and must do, and what to ask for together with the application. */
export function PermitDuring({ permit, words }: PartProps) {
  const { t, duties, check } = words;
  const asked = [...permit.requests].map(({ clause, since: _, ...dates }) => ({
    ...dates,
    id: clause.id,
    text: check(`result.requests.${clause.id}`),
    cites: clause.cites,
  }));
  const told = permit.notes.map(({ clause, since: _, ...dates }) => ({
    ...dates,
    id: clause.id,
    text: check(`result.notes.${clause.id}`),
    cites: clause.cites,
  }));
  const rights = permit.rights.map(({ clause, since, ...dates }) => ({
    id: "work",
    title: t("permit.rows.work"),
    children: (
      <>
        <p>{workText(clause, words)}</p>
        {clause.whilePending.length > 0 ? <p>{t("permit.pending")}</p> : null}
        <Since since={since} words={words} />
      </>
    ),
    tag: <PeriodTag dates={dates} words={words} />,
    cites: [...clause.cites, ...clause.whilePending],
  }));
  const held = permit.duties.map(({ clause, since, ...dates }) => ({
    id: `duty-${clause.id}`,
    title: duties(`${clause.id}.title`),
    children: (
      <>
        <p>{duties(`${clause.id}.text`)}</p>
        <Since since={since} words={words} />
      </>
    ),
    tag: <PeriodTag dates={dates} words={words} />,
    cites: clause.cites,
  }));
  const both = [...rights, ...held];
  return (
    <>
      {both.length > 0 ? (
        <section>
          <h2>{t("permit.during")}</h2>
          <FoldedList entries={both} />
        </section>
      ) : null}
      {[
        { heading: check("result.requests.heading"), entries: asked },
        { heading: check("result.notes.heading"), entries: told },
      ].map(({ heading, entries }) =>
        entries.length > 0 ? (
          <section key={heading}>
            <h2>{heading}</h2>
            <Sentences entries={entries} words={words} />
          </section>
        ) : null,
      )}
    </>
  );
}

export function PermitAlternatives({ permit, words }: PartProps) {
  const { t, permits, permitHref } = words;
  if (permit.alternatives.length === 0) return null;
  return (
    <section>
      <h2>{t("permit.alternatives")}</h2>
      <CardGrid>
        {permit.alternatives.map(({ clause }) => (
          <Card
            key={clause.id}
            heading={permits(`${clause.id}.name`)}
            headingLevel={3}
            href={permitHref(clause.id)}
          >
            <p>{permits(`${clause.id}.short`)}</p>
          </Card>
        ))}
      </CardGrid>
    </section>
  );
}

/** What the rules leave out of the law of this permit, and why. */
export function PermitNotModelled({
  entries,
  words,
}: {
  entries: readonly NotModelled[];
  words: RulesWords;
}) {
  const { t } = words;
  if (entries.length === 0) return null;
  return (
    <section>
      <h2>{t("permit.notModelled")}</h2>
      <p>{t("permit.notModelledIntro")}</p>
      <Disclosure summary={t("permit.notModelledShow", { count: entries.length })}>
        <ul className="stack">
          {entries.map(({ id, reasonId, cites }) => (
            <li key={id}>
              {t(`notModelled.items.${id}`)}. {t(`notModelled.reasons.${reasonId}`)}
              <CitationRow cites={cites} />
            </li>
          ))}
        </ul>
      </Disclosure>
    </section>
  );
}
