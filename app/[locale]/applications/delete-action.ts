"use server";

import { requireUser } from "@/lib/accounts/sessions";
import { requireOwnApplication } from "@/lib/applications/access";
import { deleteDraft } from "@/lib/applications/applications";
import { removingFilesOf } from "@/lib/documents/documents";
import { AppError } from "@/lib/errors";
import { DEFAULT_LOCALE, isLocale } from "@/lib/i18n/locales";
import { goOn } from "./go-on";

/** Deletes a draft with everything in it. */
export async function deleteDraftAction(form: FormData): Promise<void> {
  const given = form.get("locale");
  const locale = isLocale(given) ? given : DEFAULT_LOCALE;
  const list = `/${locale}/applications`;
  const user = await requireUser(list);
  try {
    const id = String(form.get("application"));
    await requireOwnApplication(user.id, id);
    await removingFilesOf(id, () => deleteDraft(user.id, id));
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
  }
  goOn(list);
}
