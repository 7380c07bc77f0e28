import { handover } from "../../timeline/handover";

/** The answers of a check as JSON, and the laws to compare, as they came. */
export type PostedAnswers = { facts: string; from: unknown; to: unknown };

export const postedAnswers = handover<PostedAnswers>();
