"use server";

import { addChild } from "@/lib/families/child";
import { correctInvitation, inviteAdult, resendInvitation, revokeInvitation } from "@/lib/families/invite";
import { CHILD_FIELDS, EMAIL_FIELDS, INVITE_FIELDS } from "./family-forms";
import { runFamilyAction } from "./run-action";

const ofMember = { page: ({ memberId }: { memberId: string }) => `family/${memberId}` };

/** Adds a child, whose application the same account fills in. */
export async function addChildAction(form: FormData): Promise<void> {
  await runFamilyAction(form, {
    page: () => "family/child",
    fields: CHILD_FIELDS,
    act: async ({ user, applicationId, values, family }) => {
      await addChild(user.id, applicationId, {
        name: String(values.name),
        birthDate: String(values.birthDate),
        relationship: values.childOf === "child" ? "child" : "child-of-partner",
        otherCustodian: values.otherCustodian === true,
      });
      return `${family}?told=child`;
    },
  });
}

/** Sends an adult the letter with a link. */
export async function inviteAction(form: FormData): Promise<void> {
  await runFamilyAction(form, {
    page: () => "family/invite",
    fields: INVITE_FIELDS,
    act: async ({ user, applicationId, values, family }) => {
      await inviteAdult(user.id, applicationId, {
        name: String(values.name),
        birthDate: String(values.adultBirthDate),
        relationship: String(values.relationship),
        email: String(values.email),
      });
      return `${family}?told=invited`;
    },
  });
}

/** Sends the letter again, to the address that is known. */
export async function resendAction(form: FormData): Promise<void> {
  await runFamilyAction(form, {
    ...ofMember,
    act: async ({ user, applicationId, memberId, family }) => {
      await resendInvitation(user.id, applicationId, memberId);
      return `${family}?told=resent`;
    },
  });
}

/** Sends the letter again, to another address. */
export async function correctAction(form: FormData): Promise<void> {
  await runFamilyAction(form, {
    ...ofMember,
    fields: EMAIL_FIELDS,
    act: async ({ user, applicationId, memberId, values, family }) => {
      await correctInvitation(user.id, applicationId, memberId, { email: String(values.email) });
      return `${family}?told=corrected`;
    },
  });
}

export async function revokeAction(form: FormData): Promise<void> {
  await runFamilyAction(form, {
    ...ofMember,
    act: async ({ user, applicationId, memberId, family }) => {
      await revokeInvitation(user.id, applicationId, memberId);
      return `${family}?told=revoked`;
    },
  });
}
