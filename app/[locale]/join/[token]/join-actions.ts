"use server";

import { unstable_rethrow } from "next/navigation";
import { requireUser } from "@/lib/accounts/sessions";
import { AppError } from "@/lib/errors";
import { acceptInvitation, type JoinChoice } from "@/lib/families/accept";
import { declineInvitation, proveInvitee } from "@/lib/families/join";
import { type Answers, type Field, rawFromForm } from "@/lib/flow/fields";
import { readStep } from "@/lib/flow/read-step";
import type { Locale } from "@/lib/i18n/locales";
import { swedishDay } from "@/lib/i18n/swedish-time";
import { faultOf, log } from "@/lib/log";
import type { PermitId } from "@/lib/rules";
import { dropForm, keepForm } from "../../applications/[id]/family/kept-form";
import { formName, localeIn } from "../../applications/[id]/family/run-action";
import { goOn } from "../../applications/go-on";
import { BIRTH_FIELDS, CHOICE_FIELDS, OWN_PERMITS } from "./join-forms";
import { dropProof, keepProof, provenBirthDate } from "./proof";

type Sent = { userId: string; token: string; locale: Locale; values: Answers; here: string };

const MAX_TOKEN = 100;

/** Does what a form of the invitation asks for; what is wrong is told on the page, and nothing typed is lost. */
async function run(form: FormData, fields: readonly Field[], act: (sent: Sent) => Promise<string>) {
  const locale = localeIn(form);
  const token = String(form.get("token") ?? "").slice(0, MAX_TOKEN);
  const here = `/${locale}/join/${encodeURIComponent(token)}`;
  const raw = rawFromForm(fields, form);
  const kept = { form: formName("join", token), raw };
  let path: string;
  try {
    await keepForm(kept);
    const { id: userId } = await requireUser(here);
    const { values, errors } = readStep(fields, raw, swedishDay());
    if (errors.length > 0) throw new AppError("fields");
    path = await act({ userId, token, locale, values, here });
    await dropForm();
  } catch (error) {
    unstable_rethrow(error);
    const problem = error instanceof AppError ? error : new AppError("failed");
    if (problem !== error) log.error({ part: "families", ...faultOf(error) }, "form failed");
    const { code, params } = problem;
    await keepForm({ ...kept, problem: { code, params } });
    path = `${here}?problem=${code}`;
  }
  goOn(path);
}

async function requireProof({ token, userId }: Sent): Promise<string> {
  const birthDate = await provenBirthDate(token, userId);
  if (!birthDate) throw new AppError("not-proven");
  return birthDate;
}

/** Opens the invitation to who knows when the person was born whom it is for. */
export async function proveAction(form: FormData): Promise<void> {
  await run(form, BIRTH_FIELDS, async ({ userId, token, values, here }) => {
    const birthDate = String(values.ownBirthDate);
    await proveInvitee(userId, token, birthDate);
    await keepProof({ token, userId, birthDate });
    return here;
  });
}

function choiceOf(values: Answers): JoinChoice {
  if (values.as === "existing") return { as: "existing", applicationId: String(values.application) };
  if (values.as === "family") return { as: "new-family-application" };
  const permit: PermitId | undefined = OWN_PERMITS.find((one) => one === values.permit);
  if (!permit) throw new AppError("permit-not-open");
  return { as: "new-own", permit };
}

/** Joins, with a new application or with one that is there. */
export async function acceptAction(form: FormData): Promise<void> {
  const dissolveOwn = form.get("dissolve") === "yes";
  await run(form, CHOICE_FIELDS, async (sent) => {
    const { userId, token, locale, values } = sent;
    const birthDate = await requireProof(sent);
    const joining = { locale, dissolveOwn };
    const { id } = await acceptInvitation(userId, token, birthDate, choiceOf(values), joining);
    await dropProof();
    return `/${locale}/applications/${id}/family?told=joined`;
  });
}

/** Says no. */
export async function declineAction(form: FormData): Promise<void> {
  await run(form, [], async (sent) => {
    await declineInvitation(sent.userId, sent.token, await requireProof(sent));
    await dropProof();
    return `${sent.here}?told=declined`;
  });
}
