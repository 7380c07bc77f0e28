"use server";

import { requireUser } from "@/lib/accounts/sessions";
import { setConsent } from "@/lib/hosts/consent";
import { asLocale } from "@/lib/i18n/locales";
import { goOn, orLeadTo } from "../../go-on";

/** Lets a university see how far the application has come, or no longer. */
export async function shareAction(form: FormData): Promise<void> {
  const text = (name: string) => String(form.get(name) ?? "");
  const locale = asLocale(text("locale"));
  const [applicationId, hostCode] = [text("application"), text("host")];
  const page = `/${locale}/applications/${encodeURIComponent(applicationId)}/university`;
  const choice = text(`share-${hostCode}`);
  await orLeadTo(page, async () => {
    const user = await requireUser(page);
    if (choice === "yes" || choice === "no")
      await setConsent({ userId: user.id, applicationId, hostCode, isShared: choice === "yes" });
  });
  goOn(`${page}?saved=yes`);
}
