import type { RawAnswers } from "@/lib/flow/fields";
import { handover } from "../../../timeline/handover";

/** What stood in a form that was not taken. */
export type PostedAddress = { raw: RawAnswers; also: readonly string[] };

export const postedAddress = handover<PostedAddress>();
