"use server";

import { requireUser } from "@/lib/accounts/sessions";
import { requireHeldApplication } from "@/lib/applications/access";
import { deleteDraft } from "@/lib/applications/applications";
import { removingFilesOf } from "@/lib/documents/documents";
import { asLocale } from "@/lib/i18n/locales";
import { goOn, orLeadTo } from "./go-on";

/** Deletes a draft with everything in it. */
export async function deleteDraftAction(form: FormData): Promise<void> {
  const locale = asLocale(form.get("locale"));
  const list = `/${locale}/applications`;
  await orLeadTo(list, async () => {
    const user = await requireUser(list);
    const id = String(form.get("application"));
    await requireHeldApplication(user.id, id);
    await removingFilesOf(id, () => deleteDraft(user.id, id));
  });
  goOn(list);
}
