import { unstable_rethrow } from "next/navigation";
import { type CurrentUser, requireUser } from "@/lib/accounts/sessions";
import { AppError } from "@/lib/errors";
import { type Answers, type Field, type RawAnswers, rawFromForm } from "@/lib/flow/fields";
import { readStep } from "@/lib/flow/read-step";
import { asLocale, type Locale } from "@/lib/i18n/locales";
import { swedishDay } from "@/lib/i18n/swedish-time";
import { faultOf, log } from "@/lib/log";
import { dropForm, keepForm } from "../applications/[id]/family/kept-form";
import { goOn } from "../applications/go-on";

export function localeIn(form: FormData): Locale {
  const given = form.get("locale");
  return asLocale(given);
}

/** A short text of a form, such as an id. */
export const textIn = (form: FormData, name: string): string => String(form.get(name) ?? "").slice(0, 100);

/** What was chosen as the language of a letter. */
export const languageIn = ({ language }: Answers): Locale => asLocale(language);

type Run = {
  /** Where the form stands: also where it is told that something went wrong. It names the form. */
  page: string;
  fields?: readonly Field[];
  /** Does it, and says where to go on. */
  act: (user: CurrentUser, values: Answers) => Promise<string>;
};

async function attempt(raw: RawAnswers, { page, fields = [], act }: Run): Promise<string> {
  try {
    await keepForm({ form: page, raw });
    const user = await requireUser(page);
    const { values, errors } = readStep(fields, raw, swedishDay());
    if (errors.length > 0) return `${page}?problem=fields`;
    const path = await act(user, values);
    await dropForm();
    return path;
  } catch (error) {
    unstable_rethrow(error);
    if (!(error instanceof AppError)) {
      log.error({ part: "representatives", ...faultOf(error) }, "form failed");
      return `${page}?problem=failed`;
    }
    const { code, params } = error;
    await keepForm({ form: page, raw, problem: { code, params } });
    return `${page}?problem=${code}`;
  }
}

/** Does what a form asks for, and leads on. What is wrong is told on the page of the form, and nothing typed is lost. */
export async function runForm(form: FormData, run: Run): Promise<never> {
  goOn(await attempt(rawFromForm(run.fields ?? [], form), run));
}
