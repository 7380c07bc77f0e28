// Utlänningsförordningen 8 kap. 4 a and 5 §§: the fee for the application. Förordning 2022:306, 2022:1018.
// NOT MODELLED: 5 § st2 p1-p3, p7, p9-p13 (protection, diplomats and others outside this service) and st3 (international custom).
import { FEE_ADULT, FEE_CHILD, FEE_VISA } from "../amounts/fees";
import { amountOn, type Parameter } from "../amounts/parameter";
import type { Citation } from "../assessment";
import { hasTurned } from "../calendar";
import { EEA_COUNTRIES, JAPAN, SWITZERLAND } from "../countries";
import { RulesError } from "../errors";
import type { FactId, Facts } from "../facts";
import { PERMITS } from "../permits/register";

export type FeeExemption = "eea-citizen-or-family" | "swiss-citizen" | "japanese-citizen" | "scholarship";

export type Fee = {
  amount: number;
  currency: "SEK" | "EUR";
  cites: readonly Citation[];
  /** Why there is none. */
  exempt?: FeeExemption;
  /** Facts that would tell a lower fee; without them it is that of an adult. */
  missing: readonly FactId[];
};

type ExemptionClause = { id: FeeExemption; cites: readonly Citation[]; holds: (facts: Facts) => boolean };

const isCitizenOf = (countries: ReadonlySet<string>, { citizenship }: Facts) =>
  citizenship !== undefined && countries.has(citizenship);

/** 5 § st2. */
const EXEMPTIONS: readonly ExemptionClause[] = [
  {
    id: "eea-citizen-or-family",
    cites: ["UtlF 8:5 st2 p4"],
    holds: (facts) => isCitizenOf(EEA_COUNTRIES, facts) || facts.familyOfEeaCitizen === true,
  },
  {
    id: "swiss-citizen",
    cites: ["UtlF 8:5 st2 p5"],
    holds: ({ citizenship }) => citizenship === SWITZERLAND,
  },
  {
    id: "japanese-citizen",
    cites: ["UtlF 8:5 st2 p6"],
    holds: ({ citizenship }) => citizenship === JAPAN,
  },
  // Studerande: the permits for studies, of whatever paragraph.
  {
    id: "scholarship",
    cites: ["UtlF 8:5 st2 p8"],
    holds: ({ permit, sidaScholarship }) =>
      sidaScholarship === true && permit !== undefined && PERMITS[permit].group === "studies",
  },
];

const valueOn = (parameter: Parameter, date: string) => amountOn(parameter, date).value ?? 0;

/**
 * The fee, paid when the application is lodged: age and amount follow that day.
 * @throws {RulesError} `no-permit` or `no-decision-date`.
 */
export function applicationFee(facts: Facts): Fee {
  if (facts.permit === undefined) throw new RulesError("no-permit");
  const date = facts.applicationDate ?? facts.decisionDate;
  if (date === undefined) throw new RulesError("no-decision-date");
  if (PERMITS[facts.permit].group === "visa") {
    return { amount: valueOn(FEE_VISA, date), currency: "EUR", cites: FEE_VISA.cites, missing: [] };
  }
  const exemption = EXEMPTIONS.find(({ holds }) => holds(facts));
  if (exemption !== undefined) {
    return { amount: 0, currency: "SEK", cites: exemption.cites, exempt: exemption.id, missing: [] };
  }
  const { birthDate } = facts;
  const isChild = birthDate !== undefined && !hasTurned(birthDate, 18, date);
  const fee = isChild ? FEE_CHILD : FEE_ADULT;
  const missing: FactId[] = birthDate === undefined ? ["birthDate"] : [];
  return { amount: valueOn(fee, date), currency: "SEK", cites: fee.cites, missing };
}
