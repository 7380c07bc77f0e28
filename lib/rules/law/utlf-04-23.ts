// Utlänningsförordningen 4 kap. 23 §: a temporary permit is not given for longer than the passport. Förordning 2014:185.
// NOT MODELLED: p1-p4, Swiss citizens and long-term residents with rules of their own; p5, special reasons.
import type { Case } from "../case";
import { type Clause, MET, notMet, unknown, type Verdict } from "../clause";
import { BASE } from "../editions";
import { lacks } from "../logic";

const EXPIRED = notMet("expired-before-stay", "refuse");
const SHORTER = notMet("shorter-than-stay");

/** A passport valid to the last day is enough. */
export function passportVerdict(
  passport: string | undefined,
  { from, until, missing }: Pick<Case["stay"], "from" | "until" | "missing">,
): Verdict {
  if (passport === undefined) return unknown([...missing, ...lacks("passportValidUntil")]);
  if (from !== undefined && passport < from) return EXPIRED;
  if (until === undefined) return unknown(missing);
  if (passport >= until) return MET;
  // Which of the two it is decides whether a shorter permit may be given.
  return from === undefined ? unknown(lacks("stayFrom")) : SHORTER;
}

export const passportCoversStay: Clause = {
  id: "passport-covers-stay",
  cites: ["UtlF 4:23"],
  from: BASE,
  effect: "may-refuse",
  asks: ["passportValidUntil", "stayFrom", "stayUntil"],
  cases: ["met", "not-met expired-before-stay", "not-met shorter-than-stay"],
  test: ({ facts, stay }) => passportVerdict(facts.passportValidUntil, stay),
};
