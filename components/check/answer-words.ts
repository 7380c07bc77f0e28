import { HISTORY } from "@/lib/flow/history-rows";
import type { Page } from "@/lib/flow/walk";
import type { Facts } from "@/lib/rules";
import { FACTS, type FactId } from "@/lib/rules/facts";
import type { CheckStrings } from "./check-strings";
import { formatMessage } from "./format-message";

const TYPES = new Map<FactId, string>(FACTS.map(({ id, type }) => [id, type]));

export const writtenDate = (day: string, { format }: CheckStrings) =>
  new Intl.DateTimeFormat(format, { timeZone: "UTC", dateStyle: "long" }).format(
    new Date(`${day}T00:00:00Z`),
  );

export const writtenNumber = (value: number, { format }: CheckStrings) =>
  new Intl.NumberFormat(format).format(value);

export const writtenMoney = (value: number, { format }: CheckStrings, currency = "SEK") =>
  new Intl.NumberFormat(format, { style: "currency", currency, maximumFractionDigits: 0 }).format(value);

/** An answer as the person gave it, in the words of the form. */
function answerWords(id: FactId, value: Facts[FactId], strings: CheckStrings): string {
  const { shared, facts } = strings;
  if (typeof value === "boolean") return value ? shared.yes : shared.no;
  if (typeof value === "number") {
    return TYPES.get(id) === "money" ? writtenMoney(value, strings) : writtenNumber(value, strings);
  }
  if (typeof value !== "string") return "";
  if (TYPES.get(id) === "date") return writtenDate(value, strings);
  if (TYPES.get(id) === "country") return shared.countries?.find(([code]) => code === value)?.[1] ?? value;
  return facts[id]?.options?.[value] ?? value;
}

export type GivenAnswer = { id: string; label: string; value: string };

export const permitHeld = (permit: string, { facts }: CheckStrings) =>
  facts.currentPermit?.options?.[permit] ?? permit;

/** The permits held, a line each. */
function heldPermits({ permitHistory }: Facts, strings: CheckStrings): GivenAnswer[] {
  const { history } = strings.words;
  const say = (message: string, values: Record<string, string | number>) =>
    formatMessage(message, values, strings.format);
  if (permitHistory?.length === 0) {
    return [{ id: HISTORY, label: strings.facts[HISTORY]?.label ?? HISTORY, value: history.none }];
  }
  return (permitHistory ?? []).map(({ permit, doctoral, from, until }, row) => {
    const name = permitHeld(permit, strings);
    const days = { from: writtenDate(from, strings), until: writtenDate(until, strings) };
    const shown = doctoral ? say(history.doctoral, { permit: name }) : name;
    return {
      id: `${HISTORY}-${row}`,
      label: say(history.row, { number: row + 1 }),
      value: say(history.period, { permit: shown, ...days }),
    };
  });
}

/** What was answered on a page, one line an answer; of a list to tick only what was ticked. */
export function answersOf(page: Page, facts: Facts, strings: CheckStrings): GivenAnswer[] {
  if (page.question.isChecklist) {
    const ticked = page.facts.filter((id) => facts[id] === true);
    const statements = ticked.map((id) => strings.facts[id]?.statement ?? id);
    const label =
      (strings.words.questions as Record<string, { title: string }>)[page.question.id]?.title ?? "";
    return [{ id: page.question.id, label, value: statements.join("; ") || strings.words.none }];
  }
  return page.facts.flatMap((id) => {
    if (id === HISTORY) return heldPermits(facts, strings);
    const value = facts[id];
    if (value === undefined) return [];
    return [{ id, label: strings.facts[id]?.label ?? id, value: answerWords(id, value, strings) }];
  });
}
