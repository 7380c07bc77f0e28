import type { Readable } from "node:stream";
import { contentDisposition } from "@/lib/documents/content-disposition";

type SentFile = { fileName: string; mediaType: string; sizeBytes: number };

/** Pictures that every browser shows by itself, with nothing in them that runs. */
const SHOWN = new Set(["image/jpeg", "image/png"]);

/** Whatever a file holds, it never runs as this site: no script, no origin, no guessing of types, no copy left in a cache. */
export function fileHeaders({ fileName, mediaType, sizeBytes }: SentFile, isShown: boolean): Headers {
  return new Headers({
    "content-type": mediaType,
    "content-length": String(sizeBytes),
    "content-disposition": contentDisposition(isShown ? "inline" : "attachment", fileName),
    // The style is the browser's own, for a picture alone on a page.
    "content-security-policy":
      "sandbox; default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
    "x-content-type-options": "nosniff",
    "cross-origin-resource-policy": "same-origin",
    "cache-control": "private, no-store",
    "referrer-policy": "no-referrer",
  });
}

/** Read only as fast as it is fetched, and closed when the browser leaves. `Readable.toWeb` of Node 20 throws where no one catches it then. */
export function fileBody(stream: Readable): ReadableStream<Uint8Array> {
  const pieces: AsyncIterator<Buffer> = stream[Symbol.asyncIterator]();
  return new ReadableStream(
    {
      async pull(controller) {
        const { done, value } = await pieces.next();
        if (done) controller.close();
        else controller.enqueue(value);
      },
      cancel() {
        stream.destroy();
      },
    },
    { highWaterMark: 0 },
  );
}

/** A file as it was sent: to keep, or with `?view` to look at where it is a picture. */
export function fileResponse(request: Request, file: SentFile, stream: Readable): Response {
  const isShown = new URL(request.url).searchParams.has("view") && SHOWN.has(file.mediaType);
  const headers = fileHeaders(file, isShown);
  if (request.method !== "HEAD") return new Response(fileBody(stream), { headers });
  stream.destroy();
  return new Response(null, { headers });
}
