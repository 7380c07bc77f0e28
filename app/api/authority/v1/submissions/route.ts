import { viewSubmissions } from "@/lib/authority/events";
import { Since } from "@/lib/authority/schemas";
import { queryOf, reads } from "../authority-route";

/** What was submitted since a moment or after a cursor. */
export const GET = reads((request) => viewSubmissions(queryOf(request, Since)));
