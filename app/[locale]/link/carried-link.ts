import { cookies } from "next/headers";
import { cookieName, cookieOptions } from "@/lib/accounts/cookies";
import { seal, unseal } from "@/lib/accounts/sealed-cookie";
import { isUuid } from "@/lib/ids";

const NAME = "link";
const SECONDS = 3 * 60 * 60;
const idIn = (sealed: string | undefined): string | undefined => {
  const value = unseal(NAME, sealed);
  return isUuid(value) ? value : undefined;
};

/** Keeps over a sign-in which link was opened; a token can be too long for a cookie, and for the address to come back to. */
export async function carryLink(linkId: string): Promise<void> {
  (await cookies()).set(cookieName(NAME), seal(NAME, linkId, SECONDS), cookieOptions(SECONDS));
}

/** The id of the link that was opened last in this browser. */
export const carriedLink = async () => idIn((await cookies()).get(cookieName(NAME))?.value);

export async function dropCarriedLink(): Promise<void> {
  (await cookies()).set(cookieName(NAME), "", cookieOptions(0));
}

/** For a form: the link that it accepts, whichever was opened in another tab since. */
export const sealedLink = (linkId: string): string => seal(NAME, linkId, SECONDS);
export const linkInForm = (form: FormData): string | undefined => idIn(String(form.get("link") ?? ""));
