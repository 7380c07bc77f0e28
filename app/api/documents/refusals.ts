import { randomUUID } from "node:crypto";
import { getTranslations } from "next-intl/server";
import { AppError } from "@/lib/errors";
import { problem } from "@/lib/http/problem";
import type { Locale } from "@/lib/i18n/locales";
import { log } from "@/lib/log";
import type { Refusal } from "./outcome";

/** Every way in which a file, a form with files or a removal is refused, with its status. Each has its words in `uploads.refusals`. */
const STATUS = {
  empty: 422,
  "too-large": 413,
  "wrong-type": 415,
  encrypted: 422,
  broken: 422,
  "too-many-pixels": 422,
  "too-complex": 422,
  duplicate: 409,
  "application-full": 409,
  "too-many-files": 409,
  "no-file": 422,
  "unknown-requirement": 422,
  "malformed-upload": 400,
  "not-a-form": 415,
  "request-too-large": 413,
  "too-slow": 408,
  busy: 429,
  "not-a-draft": 409,
  "not-found": 404,
  "not-signed-in": 401,
  failed: 500,
} as const;

type RefusalCode = keyof typeof STATUS;
export const REFUSAL_CODES = Object.keys(STATUS) as RefusalCode[];

const isRefusalCode = (code: string): code is RefusalCode => Object.hasOwn(STATUS, code);

/** What was thrown, as something to tell. What nobody foresaw is logged with the id that the person is given. */
export function refusalOf(error: unknown, name = ""): Refusal {
  if (error instanceof AppError && isRefusalCode(error.code))
    return { name, code: error.code, params: error.params };
  const id = randomUUID();
  log.error({ id, name: (error as Error).name, stack: (error as Error).stack }, "documents failed");
  return { name, code: "failed", params: { id } };
}

/** The words for refusals in a language. A code that it does not know says that something failed. */
export async function refusalWords(locale: Locale): Promise<(refusal: Refusal) => string> {
  const t = await getTranslations({ locale, namespace: "uploads" });
  return ({ code, params }) =>
    isRefusalCode(code)
      ? t(`refusals.${code}` as never, params as never)
      : t("refusals.failed" as never, { id: "" } as never);
}

/** A problem document (RFC 9457) whose `detail` is in the person's language. */
export async function refusalProblem(refusal: Refusal, locale: Locale, extra: Record<string, unknown> = {}) {
  const { code, params } = refusal;
  const words = await refusalWords(locale);
  const status = isRefusalCode(code) ? STATUS[code] : STATUS.failed;
  const response = problem(status, code, { detail: words(refusal), params, ...extra });
  if (status === STATUS.busy) response.headers.set("retry-after", "10");
  return response;
}
