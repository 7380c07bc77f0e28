import { currentUser } from "@/lib/accounts/sessions";
import { problemOf } from "@/lib/http/problem";
import { swedishDay } from "@/lib/i18n/swedish-time";
import { exportOwnData } from "@/lib/own-data/export";
import { askToSignIn, lastLocale } from "../../documents/request";

/** Everything that is kept about whoever is signed in, as a JSON file to keep. */
export async function GET(request: Request): Promise<Response> {
  try {
    const user = await currentUser();
    if (!user) return askToSignIn(request, `/${await lastLocale()}/account`);
    return new Response(JSON.stringify(await exportOwnData(user.id), null, 2), {
      headers: {
        "content-type": "application/json; charset=utf-8",
        "content-disposition": `attachment; filename="ankomst-${swedishDay()}.json"`,
        "cache-control": "private, no-store",
        "content-security-policy": "sandbox; default-src 'none'; frame-ancestors 'none'",
        "x-content-type-options": "nosniff",
        "cross-origin-resource-policy": "same-origin",
      },
    });
  } catch (error) {
    return problemOf(error);
  }
}
