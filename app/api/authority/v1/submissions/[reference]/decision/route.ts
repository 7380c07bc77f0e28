import { deliverDecision } from "@/lib/authority/decision";
import { Judgment } from "@/lib/authority/schemas";
import { changesBy } from "../../../authority-route";

/** A file of 20 MB in base64, and what is around it. */
const MAX_BYTES = 29 * 1_024 * 1_024;

/** Delivers the decision. 409 `address-missing` while the rules ask for a fixed address in Sweden that is not there. */
export const POST = changesBy(
  Judgment,
  ({ reference = "" }, judgment, call) => deliverDecision(reference, judgment, call),
  MAX_BYTES,
);
