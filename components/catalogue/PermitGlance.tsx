import type { ReactNode } from "react";
import { Citation } from "@/components/layout/Citation";
import { Disclosure } from "@/components/layout/Disclosure";
import { SummaryList, type SummaryRow } from "@/components/layout/SummaryList";
import { CitationRow } from "@/components/rules/CitationRow";
import { cited } from "@/components/rules/cited";
import type { PermitOn } from "@/lib/catalogue/permit-on";
import type { Citation as Cite } from "@/lib/rules";
import { PeriodTag } from "./clause-tags";
import { type RulesWords, workText } from "./rules-words";

type PartProps = { permit: PermitOn; words: RulesWords };

function Cited({ cites, children }: { cites: readonly Cite[]; children: ReactNode }) {
  return (
    <>
      {children}
      <CitationRow cites={cites} />
    </>
  );
}

function feeRow({ permit: { fees }, words: { t, check, money } }: PartProps): ReactNode {
  const { adult, child, exemptions } = fees;
  const written = ({ amount, currency }: typeof adult) => money(amount, currency);
  return (
    <Cited cites={adult.cites}>
      <p>
        {t("permit.fee", { amount: written(adult) })}
        {child.amount === adult.amount ? null : ` ${t("permit.feeChild", { amount: written(child) })}`}
      </p>
      {exemptions.length > 0 ? (
        <Disclosure summary={t("permit.exempt")}>
          {exemptions.map(({ id, cites }) => (
            <Cited key={id} cites={cites}>
              <p>{check(`result.fee.exempt.${id}`)}</p>
            </Cited>
          ))}
        </Disclosure>
      ) : null}
    </Cited>
  );
}

function insideText({ permit: { grounds, isInsideOnly }, words: { t } }: PartProps): string {
  if (isInsideOnly) return t("permit.inside.only");
  const isAlways = grounds.some(
    ({ clause, begins }) => clause.asks.length === 0 && clause.gives === "allowed" && !begins,
  );
  return isAlways ? t("permit.inside.always") : t("permit.inside.exceptions");
}

function familyRow({ permit: { family }, words: { t, permits, permitHref } }: PartProps): ReactNode {
  if (family.length === 0) return <p>{t("permit.family.none")}</p>;
  return family.map((id) => (
    <p key={id}>
      <a href={permitHref(id)}>{permits(`${id}.name`)}</a>
    </p>
  ));
}

function validityRow({ permit: { id, validity }, words }: PartProps): ReactNode {
  if (validity.length === 0) return <p>{words.t("validityNone")}</p>;
  return validity.map(({ clause, ...dates }) => (
    <Cited key={clause.from} cites={clause.cites}>
      <p>
        {words.validity(id, clause.from)} <PeriodTag dates={dates} words={words} />
      </p>
    </Cited>
  ));
}

/** The permit in a few lines: time, fee, validity, work, where to apply from, family. */
export function PermitGlance(props: PartProps) {
  const { permit, words } = props;
  const { t, check } = words;
  const { decisionWithin, rights, group } = permit;
  const time = decisionWithin
    ? check("result.time.days", { days: decisionWithin.days })
    : check("result.time.none");
  const rows: SummaryRow[] = [
    {
      id: "time",
      term: t("permit.rows.time"),
      value: <Cited cites={decisionWithin?.cites ?? []}>{<p>{time}</p>}</Cited>,
    },
    { id: "fee", term: t("permit.rows.fee"), value: feeRow(props) },
    { id: "validity", term: t("permit.rows.validity"), value: validityRow(props) },
    ...rights.map(({ clause, ...dates }) => ({
      id: "work",
      term: t("permit.rows.work"),
      value: (
        <Cited cites={clause.cites}>
          <p>
            {workText(clause, words)} <PeriodTag dates={dates} words={words} />
          </p>
        </Cited>
      ),
    })),
    { id: "inside", term: t("permit.rows.inside"), value: <p>{insideText(props)}</p> },
    ...(group === "family" ? [] : [{ id: "family", term: t("permit.rows.family"), value: familyRow(props) }]),
    {
      id: "basis",
      term: t("permit.rows.basis"),
      value: cited(permit.cites).map(({ label, href }) => (
        <p key={label}>
          <Citation href={href}>{label}</Citation>
        </p>
      )),
    },
  ];
  return <SummaryList heading={t("permit.glance")} rows={rows} />;
}
