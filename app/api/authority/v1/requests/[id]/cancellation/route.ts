import { requestView } from "@/lib/authority/case-view";
import { lockRequest } from "@/lib/authority/cases";
import { Nothing } from "@/lib/authority/schemas";
import { cancelRequest } from "@/lib/requests/asking";
import { changes } from "../../../authority-route";

/** Takes a request for a complement back. */
export const POST = changes(Nothing, async (client, { id = "" }) => {
  const { application, request } = await lockRequest(client, id);
  return { status: 200, body: requestView(await cancelRequest(client, application, request)) };
});
