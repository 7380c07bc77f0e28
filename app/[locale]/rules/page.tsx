import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Fragment } from "react";
import { clauseEntries } from "@/components/catalogue/clause-entries";
import { FoldedList } from "@/components/catalogue/FoldedList";
import { NotModelledList } from "@/components/catalogue/NotModelledList";
import { Parameters } from "@/components/catalogue/Parameters";
import { RulesFilter } from "@/components/catalogue/RulesFilter";
import { type RulesWords, rulesWords } from "@/components/catalogue/rules-words";
import { PageHeading } from "@/components/layout/PageHeading";
import { PageMain } from "@/components/layout/PageMain";
import { Tag } from "@/components/layout/Tag";
import { CLAUSE_KINDS } from "@/lib/catalogue/clauses-of";
import { peopleOf } from "@/lib/catalogue/coverage";
import { type ClauseFilter, type FoundClauses, findClauses, isPermitId } from "@/lib/catalogue/find-clauses";
import { paragraphsByAct } from "@/lib/catalogue/paragraphs";
import type { Locale } from "@/lib/i18n/locales";
import { swedishDay } from "@/lib/i18n/swedish-time";
import { editionsInForce } from "@/lib/law";
import { catalogue, EDITIONS } from "@/lib/rules";

type Props = {
  params: Promise<{ locale: Locale }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: "catalogue" });
  return { title: t("rules.title"), description: t("rules.lead") };
}

const PLACES = paragraphsByAct(catalogue());
const isPlace = (text: unknown): text is string =>
  PLACES.some(([act, paragraphs]) => act === text || paragraphs.some((one) => one === text));

/** What is not among the choices is not chosen. */
async function filterOf(searchParams: Props["searchParams"]): Promise<ClauseFilter> {
  const { permit, place } = await searchParams;
  return { ...(isPermitId(permit) && { permit }), ...(isPlace(place) && { place }) };
}

/** Few enough to be read at once. */
const FEW = 12;

const countOf = (found: FoundClauses) => Object.values(found).reduce((count, list) => count + list.length, 0);

function Clauses({ found, words }: { found: FoundClauses; words: RulesWords }) {
  const entries = clauseEntries(found, { editions: editionsInForce(), words });
  const areOpen = countOf(found) <= FEW;
  return CLAUSE_KINDS.filter((kind) => entries[kind].length > 0).map((kind) => (
    <Fragment key={kind}>
      <h2 id={kind}>{words.t(`rules.kinds.${kind}`)}</h2>
      <FoldedList entries={entries[kind]} areOpen={areOpen} />
    </Fragment>
  ));
}

function Amounts({ found, words }: { found: FoundClauses; words: RulesWords }) {
  const { t } = words;
  const { parameters, notModelled } = found;
  return (
    <>
      {parameters.length > 0 ? (
        <section id="parameters">
          <h2>{t("rules.kinds.parameters")}</h2>
          <Parameters parameters={parameters} today={swedishDay()} words={words} />
        </section>
      ) : null}
      {notModelled.length > 0 ? (
        <section id="not-modelled">
          <h2>{t("rules.kinds.notModelled")}</h2>
          <NotModelledList entries={notModelled} words={words} />
        </section>
      ) : null}
    </>
  );
}

function About({ filter, words, locale }: { filter: ClauseFilter; words: RulesWords; locale: Locale }) {
  const { t, edition } = words;
  const used = editionsInForce();
  return (
    <>
      <h2>{t("rules.laws")}</h2>
      <p>{t("rules.lawsText")}</p>
      <ul>
        {EDITIONS.map(({ id, sourceId }) => (
          <li key={id}>
            {edition(id)}. <span className="muted">{t(`editionSources.${sourceId}`)}</span>{" "}
            {used.includes(id) ? null : <Tag>{t("tags.never")}</Tag>}
          </li>
        ))}
      </ul>
      <p>
        <a href={`/${locale}/rules/changes`}>{t("rules.changes")}</a>
      </p>
      <h2>{t("rules.tested")}</h2>
      <p>{t("rules.testedText")}</p>
      {filter.permit ? <p>{t("rules.people", { count: peopleOf(filter.permit) })}</p> : null}
    </>
  );
}

export default async function RulesPage({ params, searchParams }: Props) {
  const { locale } = await params;
  const [words, filter] = await Promise.all([rulesWords(locale), filterOf(searchParams)]);
  const { t } = words;
  const found = findClauses(filter);
  const count = countOf(found);
  return (
    <PageMain>
      <PageHeading lead={t("rules.lead")}>{t("rules.title")}</PageHeading>
      <RulesFilter href={`/${locale}/rules`} filter={filter} places={PLACES} words={words} />
      <p>
        <strong>{t("rules.found", { count })}</strong>
      </p>
      {count === 0 ? <p>{t("rules.nothing")}</p> : null}
      <Clauses found={found} words={words} />
      <Amounts found={found} words={words} />
      <About filter={filter} words={words} locale={locale} />
    </PageMain>
  );
}
