"use server";

import { redirect } from "next/navigation";
import { requireUser } from "@/lib/accounts/sessions";
import { createApplication, isExtendable, OPEN_PERMITS } from "@/lib/applications/applications";
import { AppError } from "@/lib/errors";
import { KINDS } from "@/lib/flow/walk-start";
import { asLocale, type Locale } from "@/lib/i18n/locales";
import { isUuid } from "@/lib/ids";
import { parseFacts } from "@/lib/rules/facts-schema";
import { carriedStart, carry, dropCarried, type Start, startOf } from "./carried";
import { goOn, orLeadTo } from "./go-on";

const localeOf = (form: FormData): Locale => {
  const locale = form.get("locale");
  return asLocale(locale);
};

type Given = Start & { personId?: string; key?: string };

async function create(start: Given, user: { id: string; email: string }, locale: Locale): Promise<string> {
  const list = `/${locale}/applications`;
  try {
    const { id } = await createApplication({ ...start, userId: user.id, email: user.email, locale });
    return `${list}/${id}`;
  } catch (error) {
    if (error instanceof AppError) return `${list}?problem=${error.code}`;
    throw error;
  }
}

/** Starts an application of the permit, kind and person chosen in the form, and leads to it. */
export async function startApplication(form: FormData): Promise<void> {
  const locale = localeOf(form);
  const list = `/${locale}/applications`;
  const permit = OPEN_PERMITS.find((one) => one === form.get("permit"));
  if (!permit) redirect(`${list}?problem=permit-not-open`);
  const page = `${list}/new/${permit}`;
  const kind = isExtendable(permit) ? KINDS.find((one) => one === form.get("kind")) : "first";
  if (!kind) redirect(`${page}?problem=choose-kind`);
  const [person, key] = [String(form.get("person") ?? ""), String(form.get("key") ?? "")];
  await orLeadTo(page, async () => {
    const user = await requireUser(page);
    const start = { permit, kind, facts: {}, ...(person && { personId: person }) };
    goOn(await create({ ...start, ...(isUuid(key) && { key }) }, user, locale));
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
