// The right to work of the permit applied for, as if granted on the day of the decision: UtlL 2 kap. 7 and 8 c §§, 6 kap. 3 §,
// UtlF 5 kap. 2 §. Förordning 2024:600; the 15 hours by Ds 2024:31 from 2026-03-01 for permits granted from then on. From
// 2026-06-11 the limit counts in term time only, according to the committee report on the bill.
// NOT MODELLED: UtlF 5:1, Swiss citizens and long-term residents.
import { WORK_HOURS_LIMIT } from "../amounts/thresholds";
import { BASE, BEFORE_BILL, BEFORE_DS, BILL, DS } from "../editions";
import type { RightClause } from "../permit";

const HOLDER = "UtlF 5:2 st1 p6 a";
const unlimited = { id: "work-unlimited", workHoursPerWeek: "unlimited", cites: [HOLDER] } as const;

const workPermitNeeded = (whilePending: readonly string[]): readonly RightClause[] => [
  {
    id: "work-permit-needed",
    workHoursPerWeek: "work-permit-needed",
    cites: ["UtlL 2:7", "UtlL 6:3"],
    whilePending,
    from: BASE,
  },
];

export const workDuringResearch: readonly RightClause[] = [
  { ...unlimited, whilePending: ["UtlF 5:2 st1 p11 a"], from: BASE },
];

export const workDuringMobility: readonly RightClause[] = [
  { ...unlimited, whilePending: ["UtlF 5:2 st1 p11 b"], from: BASE },
];

const limited = {
  id: "work-limited",
  workHoursPerWeek: WORK_HOURS_LIMIT,
  cites: ["UtlF 5:2 st3", HOLDER],
  whilePending: ["UtlF 5:2 st1 p11 a", "UtlF 5:2 st3"],
} as const;

export const workDuringStudies: readonly RightClause[] = [
  { ...unlimited, whilePending: ["UtlF 5:2 st1 p11 a"], from: BASE, until: BEFORE_DS },
  { ...limited, from: DS, until: BEFORE_BILL },
  { ...limited, from: BILL, termTimeOnly: true },
];

export const workAfterCompletion: readonly RightClause[] = [
  { ...unlimited, whilePending: ["UtlF 5:2 st1 p11 c"], from: BASE },
];

export const workOfFamily = workPermitNeeded([]);

/** Who may apply from inside under UtlL 5:18 st2 p9 may work meanwhile. */
export const workUnderGeneralRules = workPermitNeeded(["UtlF 5:2 st1 p11 d"]);

export const workOnPermanent: readonly RightClause[] = [
  {
    id: "work-unlimited",
    workHoursPerWeek: "unlimited",
    cites: ["UtlL 2:8c p3"],
    whilePending: [],
    from: BASE,
  },
];
