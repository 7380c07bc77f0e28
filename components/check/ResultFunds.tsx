import { type FundsRow, FundsTable } from "@/components/layout/FundsTable";
import { Notice } from "@/components/layout/Notice";
import { CitationRow } from "@/components/rules/CitationRow";
import type { Facts, FundsExplained } from "@/lib/rules";
import { writtenDate, writtenMoney, writtenNumber } from "./answer-words";
import type { CheckStrings } from "./check-strings";
import { formatMessage } from "./format-message";

type ResultFundsProps = { funds: FundsExplained; facts: Facts; strings: CheckStrings };

function rowsOf({ funds, facts, strings }: ResultFundsProps): FundsRow[] {
  const words = strings.words.result.funds;
  const money = (value: number) => writtenNumber(value, strings);
  const isFixed = funds.parameter.value !== null;
  const times = (amount: number) => `${money(funds.months ?? 0)} × ${money(amount)}`;
  const rows: FundsRow[] = [
    { id: "per-month", label: words.perMonth, amount: money(funds.comparedWith.value) },
  ];
  for (const { id, value } of funds.reductions) {
    rows.push({ id, label: words[id as "reduction-free-food"], amount: `−${money(value)}` });
  }
  if (funds.required !== null) {
    const calculation = times(funds.perMonth);
    rows.push({
      id: "needed",
      label: words.needed,
      calculation,
      amount: money(funds.required),
      kind: "total",
    });
  }
  if (funds.required === null || funds.have === null) return rows;
  const { savingsSek = 0, monthlyIncomeSek = 0 } = facts;
  const left = funds.have - funds.required;
  rows.push(
    { id: "savings", label: words.savings, amount: money(savingsSek) },
    {
      id: "income",
      label: words.income,
      calculation: times(monthlyIncomeSek),
      amount: money(monthlyIncomeSek * (funds.months ?? 0)),
    },
    { id: "have", label: words.have, amount: money(funds.have), kind: "total" },
    left >= 0
      ? { id: "left", label: words.over, amount: money(left), kind: "enough" }
      : isFixed
        ? { id: "left", label: words.short, amount: money(-left), kind: "short" }
        : { id: "left", label: words.belowSure, amount: money(-left) },
  );
  return rows;
}

function Source({ funds, strings }: Omit<ResultFundsProps, "facts">) {
  const { funds: words, sources } = strings.words.result;
  const { value, from, until, sourceId, cites } = funds.comparedWith;
  const { isComputed, isCarriedOver, isExpired } = funds.comparedWith;
  const day = (date: string) => writtenDate(date, strings);
  const source = (sources as Record<string, string>)[sourceId] ?? sourceId;
  const values = {
    value: writtenMoney(value, strings),
    from: day(from),
    until: until ? day(until) : "…",
    source,
  };
  return (
    <>
      <p>{formatMessage(words.source, values, strings.format)}</p>
      {isComputed ? <p>{words.computed}</p> : null}
      {isCarriedOver ? <p>{words.carriedOver}</p> : null}
      {isExpired ? (
        <Notice kind="warning">
          <p>{words.expired}</p>
        </Notice>
      ) : null}
      {funds.parameter.value === null ? <p>{words.noFixed}</p> : null}
      <CitationRow cites={cites} />
    </>
  );
}

/** The means, counted as one would on paper, with where the amount comes from and how long it holds. */
export function ResultFunds(props: ResultFundsProps) {
  const { funds, strings } = props;
  const words = strings.words.result.funds;
  if (funds.months === null) return null;
  return (
    <section>
      <h2>{words.heading}</h2>
      <p>{words.intro}</p>
      <FundsTable
        caption={formatMessage(words.caption, { months: funds.months }, strings.format)}
        headers={{ label: words.line, amount: words.amount }}
        rows={rowsOf(props)}
      />
      <Source {...props} />
    </section>
  );
}
