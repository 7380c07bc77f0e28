import { cookies } from "next/headers";
import { cookieName, cookieOptions } from "@/lib/accounts/cookies";
import { seal, unseal } from "@/lib/accounts/sealed-cookie";
import type { AppError } from "@/lib/errors";
import type { RawAnswers, RawValue } from "@/lib/flow/fields";

const NAME = "family-form";
const SECONDS = 60 * 60;
/** Longer than any name or address may be; more would fit no cookie. */
const MAX_TEXT = 300;

export type Problem = Pick<AppError, "code" | "params">;

type Kept = {
  /** Which form of which application or invitation. */
  form: string;
  raw: RawAnswers;
  /** Why it was not done, where more is to be told than a code: names have no place in an address. */
  problem?: Problem | undefined;
};

const cut = (value: RawValue): RawValue => (typeof value === "string" ? value.slice(0, MAX_TEXT) : value);

/** Keeps what was typed in a form that is not done yet: with faults, over a sign-in, or while the database is away. */
export async function keepForm({ raw, ...kept }: Kept): Promise<void> {
  const shortened = Object.fromEntries(Object.entries(raw).map(([name, value]) => [name, cut(value)]));
  try {
    const value = seal(NAME, { ...kept, raw: shortened }, SECONDS);
    (await cookies()).set(cookieName(NAME), value, cookieOptions(SECONDS));
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
  }
}

/** What was typed in this form before, and what became of it; undefined where nothing waits. */
export async function keptForm(form: string): Promise<Kept | undefined> {
  const kept = unseal(NAME, (await cookies()).get(cookieName(NAME))?.value) as Kept | undefined;
  return kept?.form === form ? kept : undefined;
}

/** Once it is done, nothing of it is kept. */
export async function dropForm(): Promise<void> {
  (await cookies()).set(cookieName(NAME), "", cookieOptions(0));
}
