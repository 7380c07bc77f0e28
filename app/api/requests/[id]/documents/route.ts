import { addLaterDocument } from "@/lib/documents/later-documents";
import { requireOwnRequest } from "@/lib/requests/requests";
import { takeUpload } from "../../../documents/upload";

type Context = { params: Promise<{ id: string }> };

/** Keeps files for the reply to a request until it is sent. Answers as the route for a draft's documents does. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { id } = await params;
  let page = "/applications";
  return takeUpload(request, {
    id,
    open: async (userId) => {
      const { applicationId } = await requireOwnRequest(userId, id);
      page = `/applications/${applicationId}/requests/${id}`;
      return { userId, applicationId };
    },
    only: "other",
    add: (place, file) => addLaterDocument({ ...place, ...file, requestId: id }),
    signInFor: page,
    page: () => page,
  });
}
