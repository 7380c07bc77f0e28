import type { Package } from "./package";

const TIME_LIMIT_MS = 20_000;

/** One attempt. Null when the receiver took it; else a code for the log: `http-503`, `timeout` or `unreachable`. */
export async function post(url: string, { reference, body }: Package): Promise<string | null> {
  try {
    const response = await fetch(url, {
      method: "POST",
      headers: { "content-type": "application/jose", "idempotency-key": reference },
      body,
      // The package goes where the operator says and nowhere else.
      redirect: "error",
      signal: AbortSignal.timeout(TIME_LIMIT_MS),
    });
    await response.body?.cancel();
    return response.ok ? null : `http-${response.status}`;
  } catch (error) {
    return (error as Error).name === "TimeoutError" ? "timeout" : "unreachable";
  }
}
