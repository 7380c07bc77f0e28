"use server";

import { leaveRepresentation } from "@/lib/representatives/end";
import { localeIn, runForm, textIn } from "./run-form";

/** The representative stops. */
export async function endOwnAction(form: FormData): Promise<void> {
  const locale = localeIn(form);
  const id = textIn(form, "representation");
  await runForm(form, {
    page: `/${locale}/representations/${encodeURIComponent(id)}/end`,
    act: async (user) => {
      await leaveRepresentation(user.id, id);
      return `/${locale}/represent?told=ended`;
    },
  });
}
