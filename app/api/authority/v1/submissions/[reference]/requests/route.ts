import { requestView } from "@/lib/authority/case-view";
import { lockCase } from "@/lib/authority/cases";
import { Complement } from "@/lib/authority/schemas";
import { askForComplement } from "@/lib/requests/asking";
import { changes } from "../../../authority-route";

/** Asks for a complement. */
export const POST = changes(Complement, async (client, { reference = "" }, asked) => {
  const request = await askForComplement(client, await lockCase(client, reference), asked);
  return { status: 201, body: requestView(request) };
});
