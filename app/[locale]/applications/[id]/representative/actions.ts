"use server";

import { appointRepresentative, correctAppointment, inviteAgain } from "@/lib/representatives/appoint";
import { endRepresentation } from "@/lib/representatives/end";
import { APPOINT_FIELDS } from "../../../representations/forms";
import { languageIn, localeIn, runForm, textIn } from "../../../representations/run-form";

function placeOf(form: FormData) {
  const locale = localeIn(form);
  const id = textIn(form, "application");
  return { locale, id, page: `/${locale}/applications/${encodeURIComponent(id)}/representative` };
}

/** Asks somebody to represent the applicant. */
export async function appointAction(form: FormData): Promise<void> {
  const { id, page } = placeOf(form);
  await runForm(form, {
    page,
    fields: APPOINT_FIELDS,
    act: async (user, values) => {
      const { name, email } = values;
      const locale = languageIn(values);
      await appointRepresentative(user, id, { name: String(name), email: String(email), locale });
      return `${page}?told=appointed`;
    },
  });
}

/** Corrects who was asked, and asks again. */
export async function correctAction(form: FormData): Promise<void> {
  const { id, page } = placeOf(form);
  await runForm(form, {
    page,
    fields: APPOINT_FIELDS,
    act: async (user, values) => {
      const { name, email } = values;
      const locale = languageIn(values);
      await correctAppointment(user, id, { name: String(name), email: String(email), locale });
      return `${page}?told=corrected`;
    },
  });
}

/** Sends the letter again, with a new link. */
export async function inviteAgainAction(form: FormData): Promise<void> {
  const { id, page, locale } = placeOf(form);
  await runForm(form, {
    page,
    act: async (user) => {
      await inviteAgain(user, id, locale);
      return `${page}?told=again`;
    },
  });
}

/** Ends it, whatever its state. */
export async function endAction(form: FormData): Promise<void> {
  const { id, page } = placeOf(form);
  await runForm(form, {
    page,
    act: async (user) => {
      await endRepresentation(user.id, id);
      return `${page}?told=ended`;
    },
  });
}
