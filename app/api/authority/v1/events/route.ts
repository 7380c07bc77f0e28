import { viewEvents } from "@/lib/authority/events";
import { Since } from "@/lib/authority/schemas";
import { queryOf, reads } from "../authority-route";

/** What happened in submitted cases since a moment or after a cursor. */
export const GET = reads((request) => viewEvents(queryOf(request, Since)));
