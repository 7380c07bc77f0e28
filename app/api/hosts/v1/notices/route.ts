import { hostRoute } from "@/lib/hosts/api/host-route";
import { serveCreateNotices } from "@/lib/hosts/api/serve";

/** Notices of what has become of a study, as proposed in RedF 2:6 a; up to 1 000 in one call. */
export const POST = hostRoute("POST notices", serveCreateNotices);
