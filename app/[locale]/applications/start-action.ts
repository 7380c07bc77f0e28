"use server";

import { redirect } from "next/navigation";
import { requireUser } from "@/lib/accounts/sessions";
import { createApplication, OPEN_PERMITS } from "@/lib/applications/applications";
import { AppError } from "@/lib/errors";
import { DEFAULT_LOCALE, isLocale, type Locale } from "@/lib/i18n/locales";
import { parseFacts } from "@/lib/rules/facts-schema";
import { carriedStart, carry, dropCarried, type Start, startOf } from "./carried";
import { goOn, orLeadTo } from "./go-on";

const localeOf = (form: FormData): Locale => {
  const locale = form.get("locale");
  return isLocale(locale) ? locale : DEFAULT_LOCALE;
};

async function create(start: Start, user: { id: string; email: string }, locale: Locale): Promise<string> {
  const list = `/${locale}/applications`;
  try {
    const { id } = await createApplication({ ...start, userId: user.id, email: user.email, locale });
    return `${list}/${id}`;
  } catch (error) {
    if (error instanceof AppError) return `${list}?problem=${error.code}`;
    throw error;
  }
}

/** Starts an empty application of the permit chosen in the form, and leads to it. */
export async function startApplication(form: FormData): Promise<void> {
  const locale = localeOf(form);
  const list = `/${locale}/applications`;
  const permit = OPEN_PERMITS.find((one) => one === form.get("permit"));
  if (!permit) redirect(`${list}?problem=choose-permit`);
  await orLeadTo(list, async () => {
    const user = await requireUser(list);
    goOn(await create({ permit, kind: "first", facts: {} }, user, locale));
  });
}

/** Carries the answers of a check into an application; over a sign-in, they wait sealed in a cookie for an hour. */
export async function startApplicationFromCheck(form: FormData): Promise<void> {
  const locale = localeOf(form);
  const list = `/${locale}/applications`;
  let given: unknown;
  try {
    given = JSON.parse(String(form.get("facts")));
  } catch {
    redirect(list);
  }
  const parsed = parseFacts(given);
  const start = parsed.ok ? startOf(parsed.facts) : undefined;
  if (!start) redirect(`${list}?problem=permit-not-open`);
  // The page for it asks to sign in, and tells where the database is away.
  const page = `${list}/start`;
  await carry(start);
  await orLeadTo(page, async () => {
    const user = await requireUser(page);
    const path = await create(start, user, locale);
    await dropCarried();
    goOn(path);
  });
}

/** Starts the application that was carried over the sign-in, once. */
export async function startCarried(form: FormData): Promise<void> {
  const locale = localeOf(form);
  const list = `/${locale}/applications`;
  const start = await carriedStart();
  if (!start) redirect(list);
  await orLeadTo(`${list}/start`, async () => {
    const user = await requireUser(`${list}/start`);
    const path = await create(start, user, locale);
    await dropCarried();
    goOn(path);
  });
}
