import type { Parameter } from "./parameter";

/** UtlL 5b:9 p1, UtlF 4a:8, MIGRFS 2023:1 1: 18 % of the price base amount a month. */
export const MAINTENANCE_STUDENT: Parameter<"maintenance-student"> = {
  id: "maintenance-student",
  unit: "SEK/month",
  cites: ["UtlL 5b:9 p1", "UtlF 4a:8", "MIGRFS 2023:1 1"],
  amounts: [
    { from: "2025-01-01", until: "2025-12-31", value: 10_584, sourceId: "migration-agency-2025" },
    // 18 % of 59 200.
    {
      from: "2026-01-01",
      until: "2026-12-31",
      value: 10_656,
      sourceId: "price-base-amount-2026",
      computed: true,
    },
  ],
};

/** No fixed amount was found for researchers: their means are assessed in each case (UtlL 5b:9 p1, SFD art 7.1 e). */
export const MAINTENANCE_RESEARCH: Parameter<"maintenance-research"> = {
  id: "maintenance-research",
  unit: "SEK/month",
  cites: ["UtlL 5b:9 p1", "SFD art 7.1"],
  amounts: [{ from: "2025-01-01", value: null, sourceId: "no-fixed-amount" }],
};

/** MIGRFS 2023:1 2: 5 percentage points of the price base amount (58 800; 59 200). */
export const REDUCTION_FREE_FOOD: Parameter<"reduction-free-food"> = {
  id: "reduction-free-food",
  unit: "SEK/month",
  cites: ["MIGRFS 2023:1 2"],
  amounts: [
    {
      from: "2025-01-01",
      until: "2025-12-31",
      value: 2_940,
      sourceId: "price-base-amount-2025",
      computed: true,
    },
    {
      from: "2026-01-01",
      until: "2026-12-31",
      value: 2_960,
      sourceId: "price-base-amount-2026",
      computed: true,
    },
  ],
};

/** MIGRFS 2023:1 2: 8 percentage points of the price base amount (58 800; 59 200). */
export const REDUCTION_FREE_HOUSING: Parameter<"reduction-free-housing"> = {
  id: "reduction-free-housing",
  unit: "SEK/month",
  cites: ["MIGRFS 2023:1 2"],
  amounts: [
    {
      from: "2025-01-01",
      until: "2025-12-31",
      value: 4_704,
      sourceId: "price-base-amount-2025",
      computed: true,
    },
    {
      from: "2026-01-01",
      until: "2026-12-31",
      value: 4_736,
      sourceId: "price-base-amount-2026",
      computed: true,
    },
  ],
};
