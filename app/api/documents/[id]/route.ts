import { seeOther } from "@/lib/accounts/same-site";
import { currentUser, signInPath } from "@/lib/accounts/sessions";
import { requireOwnApplication } from "@/lib/applications/access";
import { applicationOfDocument, openDocument } from "@/lib/documents/documents";
import { AppError } from "@/lib/errors";
import { fileResponse } from "../file-response";
import { refusalOf, refusalProblem } from "../refusals";
import { lastLocale } from "../request";

type Context = { params: Promise<{ id: string }> };

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
    return fileResponse(request, document, stream);
  } catch (error) {
    return refusalProblem(refusalOf(error), locale);
  }
}
