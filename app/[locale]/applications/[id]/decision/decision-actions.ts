"use server";

import { requireUser } from "@/lib/accounts/sessions";
import { acknowledgeDecision, openDecision } from "@/lib/decisions/receiving";
import { AppError } from "@/lib/errors";
import { asLocale } from "@/lib/i18n/locales";
import { goOn, orLeadTo } from "../../go-on";

function readPlace(form: FormData) {
  const locale = asLocale(form.get("locale"));
  const applicationId = String(form.get("application") ?? "");
  const page = `/${locale}/applications/${encodeURIComponent(applicationId)}/decision`;
  return { applicationId, page };
}

/** Opens the decision; the authority sees when. */
export async function openDecisionAction(form: FormData): Promise<void> {
  const { applicationId, page } = readPlace(form);
  await orLeadTo(page, async () => {
    const user = await requireUser(page);
    await openDecision(user.id, applicationId);
    goOn(page);
  });
}

/** "I have received it": of exactly what the page showed. */
export async function acknowledgeAction(form: FormData): Promise<void> {
  const { applicationId, page } = readPlace(form);
  await orLeadTo(`${page}?problem=failed`, async () => {
    const user = await requireUser(page);
    try {
      await acknowledgeDecision(user.id, applicationId, String(form.get("sha256") ?? ""));
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      goOn(`${page}?problem=${error.code === "not-what-was-received" ? error.code : "failed"}`);
    }
    goOn(`${page}?done=received`);
  });
}
