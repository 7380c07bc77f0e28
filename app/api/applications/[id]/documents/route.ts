import { requireOwnApplication } from "@/lib/applications/access";
import { POWER_OF_ATTORNEY } from "@/lib/documents/requirement";
import { AppError } from "@/lib/errors";
import { takeUpload } from "../../../documents/upload";

type Context = { params: Promise<{ id: string }> };

/** Adds files to a draft of one's own, or that one represents: see `takeUpload`. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { id } = await params;
  const base = `/applications/${encodeURIComponent(id)}`;
  return takeUpload(request, {
    id,
    open: async (userId) => {
      const application = await requireOwnApplication(userId, id);
      if (application.state !== "draft") throw new AppError("not-a-draft");
      return { userId, applicationId: application.id };
    },
    signInFor: `${base}/documents`,
    page: (requirement) => (requirement === POWER_OF_ATTORNEY ? `${base}/representative` : undefined),
  });
}
