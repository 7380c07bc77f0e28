import { currentUser } from "@/lib/accounts/sessions";
import { openDecisionFile } from "@/lib/decisions/decision-file";
import { findDecision } from "@/lib/decisions/receiving";
import { AppError } from "@/lib/errors";
import { fileResponse } from "../../../documents/file-response";
import { refusalOf, refusalProblem } from "../../../documents/refusals";
import { askToSignIn, lastLocale } from "../../../documents/request";

type Context = { params: Promise<{ id: string }> };

/** The file of the decision in one's own case, once the decision was opened. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const locale = await lastLocale();
  try {
    const { id } = await params;
    const user = await currentUser();
    if (!user) return askToSignIn(request, `/${locale}/applications`);
    if (!(await findDecision(user.id, id))?.openedAt) throw new AppError("not-found");
    const { stream, ...file } = await openDecisionFile(user.id, id);
    return fileResponse(request, file, stream);
  } catch (error) {
    return refusalProblem(refusalOf(error), locale);
  }
}
