import { cookies } from "next/headers";
import { seeOther } from "@/lib/accounts/same-site";
import { signInPath } from "@/lib/accounts/sessions";
import { AppError } from "@/lib/errors";
import { asLocale, type Locale } from "@/lib/i18n/locales";

/** Whether a program asks, and not a form. */
export const wantsJson = (request: Request): boolean =>
  request.headers.get("accept")?.includes("application/json") ?? false;

/** Answers whoever is not signed in: a browser goes to sign-in and comes back to a path, a program is told. */
export function askToSignIn(request: Request, returnTo: string): Response {
  if (request.headers.get("accept")?.includes("text/html")) return seeOther(signInPath(returnTo));
  throw new AppError("not-signed-in");
}

/** The language of the last page that was seen, where a request says none itself. */
export async function lastLocale(): Promise<Locale> {
  const value = (await cookies()).get("locale")?.value;
  return asLocale(value);
}
