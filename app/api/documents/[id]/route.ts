import { currentUser } from "@/lib/accounts/sessions";
import { requireOwnApplication } from "@/lib/applications/access";
import { applicationOfDocument, openDocument } from "@/lib/documents/documents";
import { AppError } from "@/lib/errors";
import { fileResponse } from "../file-response";
import { refusalOf, refusalProblem } from "../refusals";
import { askToSignIn, lastLocale } from "../request";

type Context = { params: Promise<{ id: string }> };

/** One's own file, as it was sent: to keep, or with `?view` to look at where it is a picture. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const locale = await lastLocale();
  try {
    const { id } = await params;
    const user = await currentUser();
    if (!user) return askToSignIn(request, `/${locale}/applications`);
    const applicationId = await applicationOfDocument(id);
    if (!applicationId) throw new AppError("not-found");
    const application = await requireOwnApplication(user.id, applicationId);
    const { document, stream } = await openDocument(application.id, id);
    return fileResponse(request, document, stream);
  } catch (error) {
    return refusalProblem(refusalOf(error), locale);
  }
}
