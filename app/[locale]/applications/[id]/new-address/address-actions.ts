"use server";

import { redirect } from "next/navigation";
import { currentUser, requireUser, signInPath } from "@/lib/accounts/sessions";
import { ADDRESS_FIELDS } from "@/lib/addresses/address-form";
import { confirmAddress, tellAddress } from "@/lib/addresses/addresses";
import { dropTyped, keepTyped } from "@/lib/applications/typed-answers";
import { rawFromForm } from "@/lib/flow/fields";
import { asLocale } from "@/lib/i18n/locales";
import { goOn, orLeadTo } from "../../go-on";
import { postedAddress } from "./posted-address";

const MOST = 50;

function readPlace(form: FormData) {
  const locale = asLocale(form.get("locale"));
  const applicationId = String(form.get("application") ?? "");
  return {
    applicationId,
    page: `/${locale}/applications/${encodeURIComponent(applicationId)}/new-address`,
  };
}

/** Tells a new address. What was not taken comes back in the page that is rendered in answer. */
export async function tellAddressAction(form: FormData): Promise<void> {
  const { applicationId, page } = readPlace(form);
  const raw = rawFromForm(ADDRESS_FIELDS, form);
  const also = form.getAll("also").map(String).slice(0, MOST);
  await orLeadTo(page, async () => {
    const user = await currentUser();
    if (!user) {
      await keepTyped({ applicationId, step: "address", raw });
      redirect(signInPath(page));
    }
    const errors = await tellAddress({ userId: user.id, applicationId, raw, also });
    if (errors.length > 0) return postedAddress.give({ raw, also });
    await dropTyped(applicationId, "address");
    goOn(`${page}?done=told`);
  });
}

/** "I still live there." */
export async function confirmAddressAction(form: FormData): Promise<void> {
  const { applicationId, page } = readPlace(form);
  await orLeadTo(page, async () => {
    const user = await requireUser(page);
    await confirmAddress(user.id, applicationId);
    goOn(`${page}?done=confirmed`);
  });
}
