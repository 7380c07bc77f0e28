import { env } from "@/lib/env";

/**
 * Whether a request that changes something was sent by a page of this site. Every browser in use says so on a POST, either in
 * `Sec-Fetch-Site` or, over plain http and in older ones, in `Origin`; what says neither is refused.
 */
export function isFromThisSite({ headers }: Pick<Request, "headers">): boolean {
  const site = headers.get("sec-fetch-site");
  if (site) return site === "same-origin";
  const origin = headers.get("origin");
  if (!origin || !URL.canParse(origin)) return false;
  const { host, origin: sender } = new URL(origin);
  return sender === new URL(env().APP_URL).origin || host === headers.get("host");
}

async function readAtMost(body: ReadableStream<Uint8Array>, maxBytes: number): Promise<Buffer | undefined> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = body.getReader();
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    size += part.value.byteLength;
    if (size > maxBytes) {
      await reader.cancel();
      return undefined;
    }
    chunks.push(part.value);
  }
  return Buffer.concat(chunks);
}

/**
 * The fields of a plain native form from a page of this site; undefined when it came from elsewhere, is no such form, or is
 * over `maxBytes`, of which no more is read than that.
 */
export async function readOwnForm(request: Request, maxBytes = 8_192): Promise<URLSearchParams | undefined> {
  const type = request.headers.get("content-type") ?? "";
  if (!isFromThisSite(request) || !type.startsWith("application/x-www-form-urlencoded")) return undefined;
  if (!request.body || Number(request.headers.get("content-length") ?? 0) > maxBytes) return undefined;
  const body = await readAtMost(request.body, maxBytes);
  return body && new URLSearchParams(body.toString());
}

/** Sends the browser on to a path of this site with GET. Relative, so that it holds behind any proxy. */
export function seeOther(path: string): Response {
  return new Response(null, { status: 303, headers: { location: path, "cache-control": "no-store" } });
}

/** The answer to a form that no page of this site sends. */
export const refused = () => new Response(null, { status: 403, headers: { "cache-control": "no-store" } });
