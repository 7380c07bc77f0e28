import { POWER_OF_ATTORNEY } from "@/lib/documents/requirement";
import { requireRepresentation } from "@/lib/representatives/representations";
import { takeUpload } from "../../../documents/upload";

type Context = { params: Promise<{ id: string }> };

/** Adds the power of attorney that opens an application to the one who represents; no other file, and none is replaced. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { id } = await params;
  const page = `/representations/${encodeURIComponent(id)}`;
  return takeUpload(request, {
    id,
    open: async (userId) => {
      const { applicationId } = await requireRepresentation(userId, id);
      return { userId, applicationId };
    },
    only: POWER_OF_ATTORNEY,
    signInFor: page,
    page: () => page,
  });
}
