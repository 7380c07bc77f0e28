import { hostRoute } from "@/lib/hosts/api/host-route";
import { serveCreateLinks, serveListLinks } from "@/lib/hosts/api/serve";

/** Links for up to 10 000 people in one call, answered line by line. */
export const POST = hostRoute("POST links", serveCreateLinks);

/** The host's links and what has become of them, as far as each applicant shares it. */
export const GET = hostRoute("GET links", serveListLinks);
