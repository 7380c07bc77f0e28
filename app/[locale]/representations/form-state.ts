import { getTranslations } from "next-intl/server";
import { isolatedName } from "@/lib/documents/file-name";
import type { Field, RawAnswers } from "@/lib/flow/fields";
import { readStep } from "@/lib/flow/read-step";
import type { Locale } from "@/lib/i18n/locales";
import { swedishDay } from "@/lib/i18n/swedish-time";
import { keptForm } from "../applications/[id]/family/kept-form";

type Search = Record<string, string | string[] | undefined>;
export type FieldFault = { field: string; message: string };

export type FormState = {
  raw: RawAnswers;
  errors: FieldFault[];
  /** What is wrong with the whole, in words. */
  problem?: string;
};

type Asked = {
  locale: Locale;
  /** As in `runForm`. */
  page: string;
  search: Search;
  fields?: readonly Field[];
  fieldOf?: Readonly<Record<string, string>>;
};

async function faultsOf(locale: Locale, fields: readonly Field[], raw: RawAnswers): Promise<FieldFault[]> {
  const [t, texts] = await Promise.all([
    getTranslations({ locale, namespace: "representatives" }),
    getTranslations({ locale, namespace: "errors" }),
  ]);
  return readStep(fields, raw, swedishDay()).errors.map(({ field, code }) => {
    const label = t(`fields.${field}.label` as never);
    return { field, message: texts(`fields.${code}`, { label }) };
  });
}

/** How a form stands: what was typed in it before, and what was wrong with that. */
export async function formState(asked: Asked): Promise<FormState> {
  const { locale, page, search, fields = [], fieldOf = {} } = asked;
  const kept = await keptForm(page);
  const raw = kept?.raw ?? {};
  const code = search.problem;
  if (typeof code !== "string") return { raw, errors: [] };
  if (code === "fields") return { raw, errors: await faultsOf(locale, fields, raw) };
  const t = await getTranslations({ locale, namespace: "representatives" });
  if (!/^[a-z-]+$/.test(code) || code === "heading" || !t.has(`problems.${code}` as never))
    return { raw, errors: [] };
  const params = kept?.problem?.code === code ? kept.problem.params : {};
  const name = isolatedName(String(params.name ?? ""));
  const message = t(`problems.${code}` as never, { max: 0, ...params, name } as never);
  const field = fieldOf[code];
  if (!field || !fields.some((one) => one.name === field)) return { raw, errors: [], problem: message };
  return { raw, errors: [{ field, message }] };
}
