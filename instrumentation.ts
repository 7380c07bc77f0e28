/** Runs once when a server process starts, before it takes requests. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const [{ recordPeerAddress }, { allowSlowRequests }] = await Promise.all([
    import("@/lib/accounts/peer-address"),
    import("@/lib/http/slow-requests"),
  ]);
  recordPeerAddress();
  allowSlowRequests();
}
