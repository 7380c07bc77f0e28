import type { Readable } from "node:stream";
import { seeOther } from "@/lib/accounts/same-site";
import { currentUser, signInPath } from "@/lib/accounts/sessions";
import { requireOwnApplication } from "@/lib/applications/access";
import { contentDisposition } from "@/lib/documents/content-disposition";
import { applicationOfDocument, type DocumentRow, openDocument } from "@/lib/documents/documents";
import { AppError } from "@/lib/errors";
import { refusalOf, refusalProblem } from "../refusals";
import { lastLocale } from "../request";

type Context = { params: Promise<{ id: string }> };

/** Pictures that every browser shows by itself, with nothing in them that runs. */
const SHOWN = new Set(["image/jpeg", "image/png"]);

/** Whatever a file holds, it never runs as this site: no script, no origin, no guessing of types, no copy left in a cache. */
function headersFor({ fileName, mediaType, sizeBytes }: DocumentRow, isShown: boolean): Headers {
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
function bodyOf(stream: Readable): ReadableStream<Uint8Array> {
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

/** One's own file, as it was sent: to keep, or with `?view` to look at where it is a picture. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const locale = await lastLocale();
  try {
    const { id } = await params;
    const user = await currentUser();
    if (!user) {
      const isPage = request.headers.get("accept")?.includes("text/html");
      if (isPage) return seeOther(signInPath(`/${locale}/applications`));
      throw new AppError("not-signed-in");
    }
    const applicationId = await applicationOfDocument(id);
    if (!applicationId) throw new AppError("not-found");
    const application = await requireOwnApplication(user.id, applicationId);
    const { document, stream } = await openDocument(application.id, id);
    const isShown = new URL(request.url).searchParams.has("view") && SHOWN.has(document.mediaType);
    const headers = headersFor(document, isShown);
    if (request.method !== "HEAD") return new Response(bodyOf(stream), { headers });
    stream.destroy();
    return new Response(null, { headers });
  } catch (error) {
    return refusalProblem(refusalOf(error), locale);
  }
}
