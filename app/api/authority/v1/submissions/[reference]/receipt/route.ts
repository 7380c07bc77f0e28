import { confirmSubmission } from "@/lib/authority/receipts";
import { Receipt } from "@/lib/authority/schemas";
import { changes } from "../../../authority-route";

/** Confirms that a submission was received whole. */
export const POST = changes(Receipt, async (client, { reference = "" }, { sha256 }) => ({
  status: 200,
  body: await confirmSubmission(client, reference, sha256),
}));
