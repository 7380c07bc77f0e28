import { Card } from "@/components/layout/Card";
import { CardGrid } from "@/components/layout/CardGrid";
import { Disclosure } from "@/components/layout/Disclosure";
import { Tag } from "@/components/layout/Tag";
import { CitationRow } from "@/components/rules/CitationRow";
import type { PermitOn } from "@/lib/catalogue/permit-on";
import type { NotModelled } from "@/lib/rules";
import { PeriodTag } from "./clause-tags";
import { FoldedList } from "./FoldedList";
import { NotModelledList } from "./NotModelledList";
import type { RulesWords } from "./rules-words";
import { Sentences } from "./Sentences";

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
    <>
      <h2>{t("permit.documents")}</h2>
      <p>{check("result.documents.intro")}</p>
      <FoldedList entries={listed} />
    </>
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
    <>
      <h2>{t("permit.insideHeading")}</h2>
      {isInsideOnly || isAlways ? null : (
        <>
          <p>{t("permit.bar")}</p>
          <CitationRow cites={bar} />
        </>
      )}
      <Sentences entries={entries} words={words} />
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
        <NotModelledList entries={entries} words={words} />
      </Disclosure>
    </section>
  );
}
