import { requestView } from "@/lib/authority/case-view";
import { lockRequest } from "@/lib/authority/cases";
import { MoreTime } from "@/lib/authority/schemas";
import { answerMoreTime } from "@/lib/requests/asking";
import { changes } from "../../../authority-route";

/** Gives more time for a complement, or says why not. */
export const POST = changes(MoreTime, async (client, { id = "" }, answer) => {
  const { request } = await lockRequest(client, id);
  return { status: 200, body: requestView(await answerMoreTime(client, request, answer)) };
});
