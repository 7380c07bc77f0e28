import { unstable_rethrow } from "next/navigation";
import { type CurrentUser, requireUser } from "@/lib/accounts/sessions";
import { AppError } from "@/lib/errors";
import type { Answers, Field, RawAnswers } from "@/lib/flow/fields";
import { rawFromForm } from "@/lib/flow/fields";
import { readStep } from "@/lib/flow/read-step";
import { asLocale, type Locale } from "@/lib/i18n/locales";
import { swedishDay } from "@/lib/i18n/swedish-time";
import { faultOf, log } from "@/lib/log";
import { goOn } from "../../go-on";
import { bornAlready } from "./family-forms";
import { dropForm, keepForm } from "./kept-form";

export type Sent = {
  user: CurrentUser;
  locale: Locale;
  applicationId: string;
  memberId: string;
  values: Answers;
  /** The page of this application, and of its family. */
  base: string;
  family: string;
};

type Options = {
  /** Where the form stands, below the application: also where it is told that something went wrong. */
  page: (sent: { memberId: string }) => string;
  /** What is typed in it. */
  fields?: readonly Field[];
  /** Does it, and says where to go on. */
  act: (sent: Sent) => Promise<string>;
};

const text = (form: FormData, name: string) => String(form.get(name) ?? "").slice(0, 100);

export function localeIn(form: FormData): Locale {
  const given = form.get("locale");
  return asLocale(given);
}

type Try = { form: string; raw: RawAnswers; here: string; work: () => Promise<string> };

/** Runs it, and keeps what was typed until it is done. Says where to go on. */
async function attempt({ form, raw, here, work }: Try): Promise<string> {
  const isTyped = Object.keys(raw).length > 0;
  try {
    if (isTyped) await keepForm({ form, raw });
    const path = await work();
    if (isTyped) await dropForm();
    return path;
  } catch (error) {
    unstable_rethrow(error);
    if (!(error instanceof AppError)) {
      log.error({ part: "families", ...faultOf(error) }, "form failed");
      return `${here}?problem=failed`;
    }
    const { code, params } = error;
    await keepForm({ form, raw, problem: { code, params } });
    return `${here}?problem=${code}`;
  }
}

/** Does what a form about a family asks for. What is wrong is told on the page of the form, and nothing typed is lost. */
export async function runFamilyAction(form: FormData, options: Options): Promise<void> {
  const { fields = [], act } = options;
  const locale = localeIn(form);
  const [applicationId, memberId] = [text(form, "application"), text(form, "member")];
  const base = `/${locale}/applications/${encodeURIComponent(applicationId)}`;
  const here = `${base}/${options.page({ memberId: encodeURIComponent(memberId) })}`;
  const raw = rawFromForm(fields, form);
  const path = await attempt({
    form: formName(options.page({ memberId }), applicationId),
    raw,
    here,
    work: async () => {
      const user = await requireUser(here);
      const { values, errors } = readStep(fields, raw, swedishDay(), bornAlready);
      if (errors.length > 0) throw new AppError("fields");
      return act({ user, locale, applicationId, memberId, values, base, family: `${base}/family` });
    },
  });
  goOn(path);
}

/** The name under which what was typed in a form of an application is kept. */
export const formName = (form: string, applicationId: string) => `${form} ${applicationId}`;
