"use server";

import { redirect } from "next/navigation";
import { requireUser, signOut } from "@/lib/accounts/sessions";
import { asLocale } from "@/lib/i18n/locales";
import { deleteAccount } from "@/lib/own-data/delete-account";
import { goOn, orLeadTo } from "../../applications/go-on";

/** Deletes the account of whoever confirmed it. */
export async function deleteAccountAction(form: FormData): Promise<void> {
  const locale = asLocale(form.get("locale"));
  const page = `/${locale}/account/delete`;
  if (form.get("confirm") !== "on") redirect(`${page}?problem=must-confirm`);
  await orLeadTo(`${page}?problem=failed`, async () => {
    const user = await requireUser(page);
    await deleteAccount(user.id);
    await signOut();
    goOn(`/${locale}/sign-in?signed=account-deleted`);
  });
}
