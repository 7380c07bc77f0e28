import { confirmEvents } from "@/lib/authority/receipts";
import { EventsReceipt } from "@/lib/authority/schemas";
import { changes } from "../../authority-route";

/** Confirms that all events up to a cursor were received. */
export const POST = changes(EventsReceipt, async (client, _, { upTo }) => ({
  status: 200,
  body: await confirmEvents(client, upTo),
}));
