import { handover } from "../../../timeline/handover";

/** What was written and not taken: which form it was, why not, and what it takes. */
export type PostedText = {
  form: string;
  text: string;
  code: string;
  params: Record<string, string | number>;
};

export const postedText = handover<PostedText>();
