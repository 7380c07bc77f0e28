import { cookies } from "next/headers";
import { cookieName, cookieOptions } from "@/lib/accounts/cookies";
import { seal, unseal } from "@/lib/accounts/sealed-cookie";
import type { RawAnswers } from "@/lib/flow/fields";

const NAME = "step";
const SECONDS = 3 * 60 * 60;

/** `step`: of the application, or the name of another form of its pages. */
type Typed = { applicationId: string; step: string; raw: RawAnswers };

/** Keeps what was typed while it cannot be saved: over a sign-in, or until the database is back. False where it is too long for that. */
export async function keepTyped(typed: Typed): Promise<boolean> {
  try {
    (await cookies()).set(cookieName(NAME), seal(NAME, typed, SECONDS), cookieOptions(SECONDS));
    return true;
  } catch {
    return false;
  }
}

/** What was typed in this step when it could not be saved; undefined when nothing waits. */
export async function typedBefore(applicationId: string, step: string): Promise<RawAnswers | undefined> {
  const typed = unseal(NAME, (await cookies()).get(cookieName(NAME))?.value) as Typed | undefined;
  return typed?.applicationId === applicationId && typed.step === step ? typed.raw : undefined;
}

/** Once the step is saved, what waited for it is older than what is there. */
export async function dropTyped(applicationId: string, step: string): Promise<void> {
  if (await typedBefore(applicationId, step)) (await cookies()).set(cookieName(NAME), "", cookieOptions(0));
}
