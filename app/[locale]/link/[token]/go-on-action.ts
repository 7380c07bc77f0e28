"use server";

import { redirect } from "next/navigation";
import { openLink } from "@/lib/hosts/open-link";
import { asLocale } from "@/lib/i18n/locales";
import { goOn, orLeadTo } from "../../applications/go-on";
import { carryLink } from "../carried-link";

/** From the page that shows a link to the one that accepts it, which asks to sign in. Changes nothing yet. */
export async function goOnWithLink(form: FormData): Promise<void> {
  const locale = asLocale(form.get("locale"));
  const token = String(form.get("token") ?? "");
  const page = `/${locale}/link/${encodeURIComponent(token)}`;
  await orLeadTo(page, async () => {
    const opening = await openLink(token);
    // The page itself tells what has become of it meanwhile.
    if (opening.state !== "ok") redirect(page);
    await carryLink(opening.link.id);
    goOn(`/${locale}/link/accept`);
  });
}
