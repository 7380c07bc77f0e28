"use server";

import { unstable_rethrow } from "next/navigation";
import { requireUser } from "@/lib/accounts/sessions";
import { submitApplication } from "@/lib/applications/submit";
import { AppError } from "@/lib/errors";
import { asLocale } from "@/lib/i18n/locales";
import { faultOf, log } from "@/lib/log";
import { goOn } from "./go-on";

/** Submits the application that was reviewed; twice, or from two tabs, it leads to the same receipt. */
export async function submitAction(form: FormData): Promise<void> {
  const text = (name: string) => String(form.get(name) ?? "");
  const locale = asLocale(text("locale"));
  const applicationId = text("application");
  const base = `/${locale}/applications/${encodeURIComponent(applicationId)}`;
  let path = `${base}/receipt`;
  try {
    const user = await requireUser(`${base}/review`);
    await submitApplication({
      userId: user.id,
      applicationId,
      idempotencyKey: text("key"),
      revision: Number(text("revision")),
      locale,
    });
  } catch (error) {
    unstable_rethrow(error);
    const code = error instanceof AppError ? error.code : "failed";
    if (code === "failed") log.error({ ...faultOf(error) }, "not submitted");
    // Submitted already, from another tab: the receipt is what the person wants.
    if (code !== "not-a-draft") path = `${base}/review?problem=${code}`;
  }
  goOn(path);
}
