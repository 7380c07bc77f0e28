import { requireOwnApplication } from "@/lib/applications/access";
import { addLaterDocument } from "@/lib/documents/later-documents";
import { takeUpload } from "../../../documents/upload";

type Context = { params: Promise<{ id: string }> };

/** Keeps files for a message of one's own accord until it is sent. Answers as the route for a draft's documents does. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { id } = await params;
  const page = `/applications/${encodeURIComponent(id)}/messages`;
  return takeUpload(request, {
    id,
    open: async (userId) => ({ userId, applicationId: (await requireOwnApplication(userId, id)).id }),
    only: "other",
    add: (place, file) => addLaterDocument({ ...place, ...file, requestId: null }),
    signInFor: page,
    page: () => page,
  });
}
