"use server";

import { requireUser } from "@/lib/accounts/sessions";
import { copyToOtherDraft } from "@/lib/applications/other-drafts";
import { AppError } from "@/lib/errors";
import { STEP_IDS } from "@/lib/flow/step-checks";
import { asLocale } from "@/lib/i18n/locales";
import { goOn, orLeadTo } from "./go-on";

/** Uses answers of this application in another one of the same person, and comes back to the page. */
export async function copyAction(form: FormData): Promise<void> {
  const text = (name: string) => String(form.get(name) ?? "");
  const locale = asLocale(text("locale"));
  const from = text("application");
  const page = STEP_IDS.find((id) => id === text("page")) ?? (text("page") === "review" ? "review" : "");
  const path = `/${locale}/applications/${encodeURIComponent(from)}${page && `/${page}`}`;
  let told = "";
  await orLeadTo(`${path}?copied=no`, async () => {
    const user = await requireUser(path);
    const steps = form.getAll("step").map(String);
    try {
      told = await copyToOtherDraft({ userId: user.id, from, to: text("other"), steps });
    } catch (error) {
      // Sent or deleted meanwhile: the page no longer offers it.
      if (!(error instanceof AppError)) throw error;
      told = "no";
    }
  });
  goOn(`${path}?copied=${told}`);
}
