"use server";

import { randomUUID } from "node:crypto";
import { isUuid } from "@/lib/ids";
import { acceptInvitation, declineInvitation } from "@/lib/representatives/accept";
import { startFor } from "@/lib/representatives/start-for";
import type { PermitId } from "@/lib/rules";
import { START_FIELDS } from "../representations/forms";
import { languageIn, localeIn, runForm, textIn } from "../representations/run-form";

/** The answer to somebody who asks to be represented. */
export async function answerAction(form: FormData): Promise<void> {
  const locale = localeIn(form);
  const token = textIn(form, "token");
  const page = `/${locale}/represent/${encodeURIComponent(token)}`;
  await runForm(form, {
    page,
    act: async (user) => {
      if (textIn(form, "answer") !== "accept") {
        await declineInvitation(user, token);
        return `/${locale}/represent?told=declined`;
      }
      const id = await acceptInvitation(user, token);
      return `/${locale}/representations/${id}?told=accepted`;
    },
  });
}

/** Starts an application in somebody else's account. */
export async function startForAction(form: FormData): Promise<void> {
  const locale = localeIn(form);
  const key = textIn(form, "form");
  await runForm(form, {
    page: `/${locale}/represent`,
    fields: START_FIELDS,
    act: async (user, values) => {
      const text = (name: string) => String(values[name] ?? "");
      const id = await startFor(user, {
        key: isUuid(key) ? key : randomUUID(),
        permit: text("permit") as PermitId,
        givenNames: text("givenNames"),
        surname: text("surname"),
        email: text("personEmail"),
        ownName: text("ownName"),
        locale: languageIn(values),
      });
      return `/${locale}/representations/${id}?told=started`;
    },
  });
}
