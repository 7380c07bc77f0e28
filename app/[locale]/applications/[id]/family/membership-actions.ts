"use server";

import { randomUUID } from "node:crypto";
import { shareAddress, takeSharedAddress } from "@/lib/families/address";
import { leaveFamily } from "@/lib/families/leave";
import { cancelReady } from "@/lib/families/ready";
import { runFamilyAction } from "./run-action";

/** Takes an application out of its family. */
export async function leaveAction(form: FormData): Promise<void> {
  const parent = form.get("parent");
  await runFamilyAction(form, {
    page: () => "family/leave",
    act: async ({ user, locale, applicationId, family }) => {
      await leaveFamily(user.id, applicationId);
      if (typeof parent !== "string") return `${family}?told=left`;
      return `/${locale}/applications/${encodeURIComponent(parent.slice(0, 100))}/family?told=left-child`;
    },
  });
}

/** Lets the others take over the address in Sweden, or no more. */
export async function shareAddressAction(form: FormData): Promise<void> {
  const isOn = form.get("on") === "yes";
  await runFamilyAction(form, {
    page: () => "family",
    act: async ({ user, applicationId, family }) => {
      await shareAddress(user.id, applicationId, isOn);
      return `${family}?told=${isOn ? "address-on" : "address-off"}`;
    },
  });
}

/** Fills in the address that another member shares. */
export async function takeAddressAction(form: FormData): Promise<void> {
  await runFamilyAction(form, {
    page: () => "address",
    act: async ({ user, applicationId, memberId, base }) => {
      await takeSharedAddress(user.id, applicationId, memberId);
      // Another address each time, so that the form is a new one and shows what is there now.
      return `${base}/address?taken=${randomUUID()}`;
    },
  });
}

/** Stops waiting for the others. */
export async function cancelReadyAction(form: FormData): Promise<void> {
  await runFamilyAction(form, {
    page: () => "review",
    act: async ({ user, applicationId, base }) => {
      await cancelReady(user.id, applicationId);
      return `${base}/review`;
    },
  });
}
