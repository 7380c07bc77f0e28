import diagnostics from "node:diagnostics_channel";
import type { Server } from "node:http";

/** Longer than the half hour that an upload may take; Node's own limit of five minutes would cut 20 MB on a bad line. */
const REQUEST_TIMEOUT_MS = 31 * 60 * 1_000;

/** Lets the requests of this process take long enough for a slow upload. Call it once, when the server starts. */
export function allowSlowRequests(): void {
  diagnostics.subscribe("http.server.request.start", (message) => {
    (message as { server: Server }).server.requestTimeout = REQUEST_TIMEOUT_MS;
  });
}
