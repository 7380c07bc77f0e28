import { isFromThisSite } from "@/lib/accounts/same-site";
import { currentUser } from "@/lib/accounts/sessions";
import { saveStep, tabNamed } from "@/lib/applications/answers";
import { dropTyped } from "@/lib/applications/typed-answers";
import { AppError } from "@/lib/errors";
import { rawFromForm } from "@/lib/flow/fields";
import { ALL_STEPS } from "@/lib/flow/steps";
import { problem, problemOf } from "@/lib/http/problem";

type Context = { params: Promise<{ id: string; step: string }> };

const MAX_BYTES = 256 * 1024;

/** Saves a step while it is being filled in; the body is the form itself. 200 with the new revision, 409 when another tab saved it. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  if (!isFromThisSite(request)) return problem(403, "wrong-origin");
  const { id, step } = await params;
  const definition = ALL_STEPS.find((one) => one.id === step);
  if (!definition) return problem(404, "not-found");
  if (Number(request.headers.get("content-length") ?? MAX_BYTES + 1) > MAX_BYTES)
    return problem(413, "too-large");
  try {
    const user = await currentUser();
    if (!user) return problem(401, "not-signed-in");
    const form = await request.formData().catch(() => {
      throw new AppError("bad-request");
    });
    const revision = await saveStep({
      userId: user.id,
      applicationId: id,
      step: definition.id,
      raw: rawFromForm(definition.fields, form),
      revision: Number(form.get("revision")) || 0,
      tab: tabNamed(form.get("tab")),
    });
    await dropTyped(id, definition.id);
    return Response.json({ revision }, { headers: { "cache-control": "no-store" } });
  } catch (error) {
    return problemOf(error);
  }
}
