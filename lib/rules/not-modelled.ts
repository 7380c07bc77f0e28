import type { Citation } from "./assessment";
import type { PermitId } from "./facts";

/** Law that the rules leave aside, and the key of the reason why. The files in `law/` mark the same places. */
export type NotModelled = {
  id: string;
  cites: readonly Citation[];
  reasonId:
    | "applicant-does-not-know"
    | "only-the-authority"
    | "rules-of-their-own"
    | "rare"
    | "source-not-at-hand";
  /** Permits that it concerns. */
  permits: readonly PermitId[];
};

const UNDER_1_TO_3: readonly PermitId[] = ["research", "research-mobility", "studies"];
const FAMILIES: readonly PermitId[] = [
  "family-of-researcher",
  "family-of-student",
  "family-of-commissioned-student",
];
const WITH_PASSPORT: readonly PermitId[] = [
  ...UNDER_1_TO_3,
  "job-seeking-after-research",
  "job-seeking-after-studies",
  ...FAMILIES,
  "commissioned-education",
  "visiting-doctoral",
];

export const NOT_MODELLED: readonly NotModelled[] = [
  {
    id: "faults-of-the-host",
    cites: [
      "UtlL 5b:12 st1",
      "UtlL 5b:12 st2 p1",
      "UtlL 5b:12 st2 p3",
      "UtlL 5b:12 st2 p4",
      "UtlL 5b:18 st1",
    ],
    reasonId: "applicant-does-not-know",
    permits: UNDER_1_TO_3,
  },
  {
    id: "content-of-the-hosting-agreement",
    cites: ["GFL 7"],
    reasonId: "applicant-does-not-know",
    permits: ["research", "research-mobility"],
  },
  {
    id: "false-statements-and-sham-ties",
    cites: ["UtlL 5:17a st1 p1", "UtlL 5:17a st1 p2", "UtlL 5:17a st2 p1", "UtlL 5:17a st2 p2", "UtlL 5:17b"],
    reasonId: "only-the-authority",
    permits: ["family-of-researcher"],
  },
  {
    id: "marital-status-of-a-child-and-adoption",
    cites: ["UtlL 5:3 st1 p2", "UtlL 5:3 st1 p3"],
    reasonId: "rare",
    permits: ["family-of-researcher"],
  },
  {
    id: "permit-obtained-by-fraud",
    cites: ["UtlL 5b:17 st2 p2", "UtlL 5b:17 st2 p3"],
    reasonId: "only-the-authority",
    permits: UNDER_1_TO_3,
  },
  {
    id: "swiss-citizens-and-long-term-residents",
    cites: ["UtlF 4:9", "UtlF 4:17", "UtlF 4:23 p1", "UtlF 4:23 p3", "UtlF 5:1"],
    reasonId: "rules-of-their-own",
    permits: [...FAMILIES, "commissioned-education", "visiting-doctoral", "permanent"],
  },
  {
    id: "passport-special-reasons",
    cites: ["UtlF 4:23 p5"],
    reasonId: "only-the-authority",
    permits: WITH_PASSPORT,
  },
  {
    id: "other-grounds-to-apply-from-inside",
    cites: ["UtlL 5:18 st2 p1", "UtlL 5:18 st2 p5", "UtlL 5:18 st2 p10"],
    reasonId: "rules-of-their-own",
    permits: [
      "family-of-student",
      "commissioned-education",
      "family-of-commissioned-student",
      "visiting-doctoral",
    ],
  },
  {
    id: "visits-and-other-studies-as-ground",
    cites: ["UtlL 5:10", "UtlL 5:18 st2 p9"],
    reasonId: "rare",
    permits: [
      "family-of-student",
      "commissioned-education",
      "family-of-commissioned-student",
      "visiting-doctoral",
    ],
  },
  {
    id: "validity-of-the-protection-given-up",
    cites: ["UtlL 7:7i st1"],
    reasonId: "only-the-authority",
    permits: ["research", "studies", "family-of-researcher", "family-of-student"],
  },
  {
    id: "crime-and-misconduct",
    cites: ["UtlL 5:17 st1"],
    reasonId: "only-the-authority",
    permits: ["visiting-doctoral", "permanent"],
  },
  {
    id: "means-of-ones-own",
    cites: ["UtlL 5:5 st3"],
    reasonId: "rules-of-their-own",
    permits: ["permanent"],
  },
  {
    id: "time-between-permits",
    cites: ["UtlL 5:5 st2 p2"],
    reasonId: "only-the-authority",
    permits: ["permanent"],
  },
  {
    id: "temporary-benefits-and-level-of-scholarship",
    cites: ["UtlF 4:4e st1", "HF 7:36 st2"],
    reasonId: "applicant-does-not-know",
    permits: ["permanent"],
  },
  {
    id: "work-in-term-time-only",
    cites: ["UtlF 5:2 st3"],
    reasonId: "source-not-at-hand",
    permits: ["studies"],
  },
  {
    id: "revocation",
    cites: ["UtlL 5b:21", "UtlL 5b:22", "UtlL 5b:23", "UtlL 5b:24", "UtlL 7:7a"],
    reasonId: "only-the-authority",
    permits: [...WITH_PASSPORT, "permanent"],
  },
];
