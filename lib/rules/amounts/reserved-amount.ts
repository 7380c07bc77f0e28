import type { Parameter } from "./parameter";

/** UtlF 4:4e with utsökningsbalken 7:5: the Enforcement Authority's normal amount for a single adult, housing apart. */
export const RESERVED_AMOUNT_ADULT: Parameter<"reserved-amount-adult"> = {
  id: "reserved-amount-adult",
  unit: "SEK/month",
  cites: ["UtlF 4:4e st1", "UtlL 5:7 p1"],
  amounts: [
    { from: "2025-01-01", until: "2025-12-31", value: 6_186, sourceId: "enforcement-authority-2025" },
    {
      from: "2026-01-01",
      until: "2026-12-31",
      value: 6_186,
      sourceId: "enforcement-authority-2025",
      carriedOver: true,
    },
  ],
};
