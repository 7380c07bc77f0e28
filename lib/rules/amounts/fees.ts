import type { Parameter } from "./parameter";

/** UtlF 8:5 st1 p1, for those who have turned 18. */
export const FEE_ADULT: Parameter<"application-fee-adult"> = {
  id: "application-fee-adult",
  unit: "SEK",
  cites: ["UtlF 8:5 st1 p1"],
  amounts: [{ from: "2025-01-01", value: 1_500, sourceId: "consolidated-acts-2025" }],
};

/** UtlF 8:5 st1 p1, for those who have not turned 18. */
export const FEE_CHILD: Parameter<"application-fee-child"> = {
  id: "application-fee-child",
  unit: "SEK",
  cites: ["UtlF 8:5 st1 p1"],
  amounts: [{ from: "2025-01-01", value: 750, sourceId: "consolidated-acts-2025" }],
};

/** UtlF 8:4a: the same for every age. */
export const FEE_VISA: Parameter<"national-visa-fee"> = {
  id: "national-visa-fee",
  unit: "EUR",
  cites: ["UtlF 8:4a"],
  amounts: [{ from: "2025-01-01", value: 60, sourceId: "consolidated-acts-2025" }],
};
