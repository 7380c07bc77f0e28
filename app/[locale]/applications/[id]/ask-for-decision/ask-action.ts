"use server";

import { requireUser } from "@/lib/accounts/sessions";
import { requestDecision } from "@/lib/decisions/demand";
import { AppError } from "@/lib/errors";
import { asLocale } from "@/lib/i18n/locales";
import { goOn, orLeadTo } from "../../go-on";

/** Asks in writing that the case be decided (FL 12). Asked for twice, it leads to the same. */
export async function askForDecisionAction(form: FormData): Promise<void> {
  const locale = asLocale(form.get("locale"));
  const applicationId = String(form.get("application") ?? "");
  const base = `/${locale}/applications/${encodeURIComponent(applicationId)}`;
  await orLeadTo(`${base}/ask-for-decision?problem=failed`, async () => {
    const user = await requireUser(`${base}/ask-for-decision`);
    try {
      await requestDecision(user.id, applicationId);
    } catch (error) {
      // Too early, made before, or decided meanwhile: the page of the case says which.
      if (!(error instanceof AppError)) throw error;
    }
    goOn(base);
  });
}
