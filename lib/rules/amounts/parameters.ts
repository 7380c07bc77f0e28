import { FEE_ADULT, FEE_CHILD, FEE_VISA } from "./fees";
import {
  MAINTENANCE_RESEARCH,
  MAINTENANCE_STUDENT,
  REDUCTION_FREE_FOOD,
  REDUCTION_FREE_HOUSING,
} from "./maintenance";
import type { Parameter } from "./parameter";
import { RESERVED_AMOUNT_ADULT } from "./reserved-amount";
import { THRESHOLDS } from "./thresholds";

/** Every amount and limit, dated, with its citations. */
export const PARAMETERS: readonly Parameter[] = [
  MAINTENANCE_STUDENT,
  MAINTENANCE_RESEARCH,
  REDUCTION_FREE_FOOD,
  REDUCTION_FREE_HOUSING,
  RESERVED_AMOUNT_ADULT,
  FEE_ADULT,
  FEE_CHILD,
  FEE_VISA,
  ...THRESHOLDS,
];
