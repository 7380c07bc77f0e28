import { lockCase } from "@/lib/authority/cases";
import { Words } from "@/lib/authority/schemas";
import { writeToApplicant } from "@/lib/messages/conversation";
import { changes } from "../../../authority-route";

/** Writes to the applicant. */
export const POST = changes(Words, async (client, { reference = "" }, { text }, { key }) => {
  const { id, at } = await writeToApplicant(client, await lockCase(client, reference), { text, key });
  return { status: 201, body: { id, at } };
});
