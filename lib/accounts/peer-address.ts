import diagnostics from "node:diagnostics_channel";
import type { IncomingMessage } from "node:http";
import type { Socket } from "node:net";

const holder = globalThis as unknown as { ankomstPeerAddress?: true };

/** Appends the address at the other end of the connection, as a proxy would. */
export function appendPeer({ headers }: Pick<IncomingMessage, "headers">, peer: string | undefined): void {
  const given = headers["x-forwarded-for"];
  headers["x-forwarded-for"] = [given, peer ?? "unknown"].flat().filter(Boolean).join(", ");
}

/**
 * Makes every request of this process end its `X-Forwarded-For` with the address at the other end of the connection.
 * Next tells that address only where the sender gave no such header, so without this anyone could pass for any network.
 * Call it once, when the server starts; calling again does nothing.
 */
export function recordPeerAddress(): void {
  if (holder.ankomstPeerAddress) return;
  holder.ankomstPeerAddress = true;
  diagnostics.subscribe("http.server.request.start", (message) => {
    const { request, socket } = message as { request: IncomingMessage; socket: Socket };
    appendPeer(request, socket.remoteAddress);
  });
}
