import { BASE, BEFORE_DS, DS } from "../editions";
import type { Parameter } from "./parameter";

/** UtlF 5:2 st3: hours of work a week without a work permit, beside the studies. */
export const WORK_HOURS_LIMIT = 15;

/** UtlF 4a:1a p1 and 4:5e p1: percent of the credits planned in the first study year, and of those planned later. */
export const PROGRESS_FIRST_YEAR = 62.5;
export const PROGRESS_LATER = 75;

/** MIG 2009:5, of 60 planned credits: in the first year, the second, each later one. */
export const CREDITS_FIRST_YEAR = 15;
export const CREDITS_SECOND_YEAR = 22.5;
export const CREDITS_LATER_YEAR = 30;

/** HF 6:2: credits of a year of full-time study. */
export const CREDITS_OF_A_YEAR = 60;

const sincePractice = { from: BASE, until: BEFORE_DS, sourceId: "mig-2009-5" };
const sinceProposal = { from: DS, sourceId: "ds-2024-31-chapter-1" };
const PROGRESS = ["UtlF 4a:1a p1", "UtlF 4:5e p1"];
const PRACTICE = ["UtlL 5b:18 st2", "UtlF 4:5 st2"];

/** Limits that the law itself sets, as data for the catalogue. The clauses use the constants above. */
export const THRESHOLDS: readonly Parameter[] = [
  {
    id: "work-hours-limit",
    unit: "hours/week",
    cites: ["UtlF 5:2 st3"],
    amounts: [{ ...sinceProposal, value: WORK_HOURS_LIMIT }],
  },
  {
    id: "progress-first-year",
    unit: "percent",
    cites: PROGRESS,
    amounts: [{ ...sinceProposal, value: PROGRESS_FIRST_YEAR }],
  },
  {
    id: "progress-later",
    unit: "percent",
    cites: PROGRESS,
    amounts: [{ ...sinceProposal, value: PROGRESS_LATER }],
  },
  {
    id: "progress-credits-first-year",
    unit: "credits",
    cites: PRACTICE,
    amounts: [{ ...sincePractice, value: CREDITS_FIRST_YEAR }],
  },
  {
    id: "progress-credits-second-year",
    unit: "credits",
    cites: PRACTICE,
    amounts: [{ ...sincePractice, value: CREDITS_SECOND_YEAR }],
  },
  {
    id: "progress-credits-later-year",
    unit: "credits",
    cites: PRACTICE,
    amounts: [{ ...sincePractice, value: CREDITS_LATER_YEAR }],
  },
];
