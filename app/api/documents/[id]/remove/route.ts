import { isFromThisSite, readOwnForm, seeOther } from "@/lib/accounts/same-site";
import { currentUser, signInPath } from "@/lib/accounts/sessions";
import { requireOwnApplication } from "@/lib/applications/access";
import { applicationOfDocument, removeDocument } from "@/lib/documents/documents";
import { AppError } from "@/lib/errors";
import { problem } from "@/lib/http/problem";
import { isLocale } from "@/lib/i18n/locales";
import { tellOnPage } from "../../outcome";
import { refusalOf, refusalProblem } from "../../refusals";
import { lastLocale, wantsJson } from "../../request";

type Context = { params: Promise<{ id: string }> };

/** Removes a file from one's own draft. A plain form with `locale` is sent back to the page; a program gets 204. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  if (!isFromThisSite(request)) return problem(403, "wrong-origin");
  const chosen = (await readOwnForm(request))?.get("locale");
  const locale = isLocale(chosen) ? chosen : await lastLocale();
  let applicationId = "";
  try {
    const user = await currentUser();
    if (!user && wantsJson(request)) throw new AppError("not-signed-in");
    if (!user) return seeOther(signInPath(`/${locale}/applications`));
    const { id: documentId } = await params;
    const owner = await applicationOfDocument(documentId);
    if (!owner) throw new AppError("not-found");
    applicationId = (await requireOwnApplication(user.id, owner)).id;
    const { requirement } = await removeDocument({ userId: user.id, applicationId, documentId });
    if (wantsJson(request))
      return new Response(null, { status: 204, headers: { "cache-control": "no-store" } });
    return tellOnPage(locale, { id: applicationId, requirement, stored: 0, removed: true, refused: [] });
  } catch (error) {
    const refusal = refusalOf(error);
    if (wantsJson(request) || !applicationId) return refusalProblem(refusal, locale);
    return tellOnPage(locale, {
      id: applicationId,
      requirement: "",
      stored: 0,
      removed: false,
      refused: [refusal],
    });
  }
}
