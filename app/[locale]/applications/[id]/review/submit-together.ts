"use server";

import { unstable_rethrow } from "next/navigation";
import { requireUser } from "@/lib/accounts/sessions";
import { AppError } from "@/lib/errors";
import { markReady } from "@/lib/families/ready";
import { faultOf, log } from "@/lib/log";
import { goOn } from "../../go-on";
import { localeIn } from "../family/run-action";

/** Leads to the page that tells what became of it; what the review page has no words for, it shows by itself. */
function pathAfter(error: unknown, base: string): string {
  const code = error instanceof AppError ? error.code : "failed";
  if (code === "failed") log.error({ part: "families", ...faultOf(error) }, "not submitted together");
  // Submitted meanwhile, with the others or from another tab.
  return code === "not-a-draft" ? `${base}/receipt` : `${base}/review?problem=${code}`;
}

/** Says that the reviewed application may be submitted with the others; the last one to say so submits all. */
export async function submitTogether(form: FormData): Promise<void> {
  const text = (name: string) => String(form.get(name) ?? "");
  const locale = localeIn(form);
  const applicationId = text("application");
  const base = `/${locale}/applications/${encodeURIComponent(applicationId)}`;
  let path = `${base}/review?told=ready#send`;
  try {
    const user = await requireUser(`${base}/review`);
    const outcome = await markReady(user.id, applicationId, {
      revision: Number(text("revision")),
      idempotencyKey: text("key"),
      locale,
    });
    if (outcome.state === "submitted") path = `${base}/receipt`;
  } catch (error) {
    unstable_rethrow(error);
    path = pathAfter(error, base);
  }
  goOn(path);
}
