import { getTranslations } from "next-intl/server";
import { shownErrors } from "@/components/families/FamilyFields";
import { isolatedName } from "@/lib/documents/file-name";
import type { Field, RawAnswers } from "@/lib/flow/fields";
import { readStep } from "@/lib/flow/read-step";
import type { Locale } from "@/lib/i18n/locales";
import { swedishDay } from "@/lib/i18n/swedish-time";
import { bornAlready, FIELD_OF } from "./family-forms";
import { keptForm, type Problem } from "./kept-form";
import { formName } from "./run-action";

type Search = Record<string, string | string[] | undefined>;

export type FormState = {
  raw: RawAnswers;
  /** What is wrong with which field. */
  errors: { field: string; message: string }[];
  /** What is wrong with the whole. */
  problem?: { code: string; message: string };
};

/** What went wrong, in words; names in it keep their own direction. Undefined for a code that nobody gave words to. */
export async function problemWords(locale: Locale, { code, params }: Problem): Promise<string | undefined> {
  const t = await getTranslations({ locale, namespace: "families" });
  if (!/^[a-z-]+$/.test(code) || !t.has(`problems.${code}` as never)) return undefined;
  const shown = { name: "", reference: "", max: 0, left: 0, ...params };
  const name = isolatedName(String(shown.name));
  return t(`problems.${code}` as never, { ...shown, name } as never);
}

type Asked = {
  locale: Locale;
  applicationId: string;
  form: string;
  fields?: readonly Field[];
  search: Search;
};

/** How a form stands: what was typed in it before, and what was wrong with that. */
export async function formState({
  locale,
  applicationId,
  form,
  fields = [],
  search,
}: Asked): Promise<FormState> {
  const kept = await keptForm(formName(form, applicationId));
  const raw = kept?.raw ?? {};
  if (typeof search.problem !== "string") return { raw, errors: [] };
  if (search.problem === "fields") {
    const { errors } = readStep(fields, raw, swedishDay(), bornAlready);
    return { raw, errors: await shownErrors(locale, errors) };
  }
  const code = search.problem;
  const message = await problemWords(
    locale,
    kept?.problem?.code === code ? kept.problem : { code, params: {} },
  );
  if (!message) return { raw, errors: [] };
  const field = FIELD_OF[code];
  return field && fields.some(({ name }) => name === field)
    ? { raw, errors: [{ field, message }] }
    : { raw, errors: [], problem: { code, message } };
}
