import * as z from "zod/mini";
import { isFromThisSite } from "@/lib/accounts/same-site";
import { currentUser } from "@/lib/accounts/sessions";
import { submitApplication } from "@/lib/applications/submit";
import { problem, problemOf } from "@/lib/http/problem";
import { DEFAULT_LOCALE, LOCALES } from "@/lib/i18n/locales";
import { receiptOf } from "@/lib/receipts/receipt";

type Context = { params: Promise<{ id: string }> };

const MAX_BYTES = 4_096;

const Body = z.object({
  revision: z.int().check(z.minimum(0)),
  locale: z._default(z.enum(LOCALES), DEFAULT_LOCALE),
});

/**
 * Submits a draft: header `Idempotency-Key`, body `{ revision, locale? }`. 201 with the receipt; the same key gives the
 * same receipt again. 409 `stale` or `not-a-draft`, 422 `cannot-submit`.
 */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  if (!isFromThisSite(request)) return problem(403, "wrong-origin");
  const idempotencyKey = request.headers.get("idempotency-key");
  if (!idempotencyKey) return problem(400, "bad-key");
  if (Number(request.headers.get("content-length") ?? MAX_BYTES + 1) > MAX_BYTES)
    return problem(413, "too-large");
  try {
    const user = await currentUser();
    if (!user) return problem(401, "not-signed-in");
    const body = Body.safeParse(await request.json().catch(() => null));
    if (!body.success) {
      const errors = body.error.issues.map(({ path, message }) => ({
        pointer: `/${path.join("/")}`,
        detail: message,
      }));
      return problem(400, "bad-request", { errors });
    }
    const { id: applicationId } = await params;
    const submission = await submitApplication({
      userId: user.id,
      applicationId,
      idempotencyKey,
      ...body.data,
    });
    const { reference, arrivedAt, sha256, files } = receiptOf(submission);
    const location = `/${body.data.locale}/applications/${applicationId}/receipt`;
    return Response.json(
      { reference, arrivedAt, sha256, documents: files },
      { status: 201, headers: { "cache-control": "no-store", location } },
    );
  } catch (error) {
    return problemOf(error);
  }
}
