import { hostRoute } from "@/lib/hosts/api/host-route";
import { serveRetractNotice } from "@/lib/hosts/api/serve";

/** Takes back a notice that was wrong. */
export const DELETE = hostRoute("DELETE notice", serveRetractNotice);
