import type { RawAnswers } from "@/lib/flow/fields";
import { handover } from "./handover";

/** What stood in the form. `isUnfinished` where a row was asked for and nothing is to be shown yet. */
export type PostedPermits = { rows: number; raw: RawAnswers; isUnfinished: boolean };

export const postedPermits = handover<PostedPermits>();
