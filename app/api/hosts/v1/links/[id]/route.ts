import { hostRoute } from "@/lib/hosts/api/host-route";
import { serveGetLink, serveWithdrawLink } from "@/lib/hosts/api/serve";

export const GET = hostRoute("GET link", serveGetLink);

/** Withdraws a link. */
export const DELETE = hostRoute("DELETE link", serveWithdrawLink);
