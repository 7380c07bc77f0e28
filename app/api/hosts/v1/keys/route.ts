import { hostRoute } from "@/lib/hosts/api/host-route";
import { serveReplaceKeys } from "@/lib/hosts/api/serve";

/** Replaces the host's public keys; signed by one of those that are replaced. */
export const PUT = hostRoute("PUT keys", serveReplaceKeys);
