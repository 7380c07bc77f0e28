import { cookies } from "next/headers";
import { cookieName, cookieOptions } from "@/lib/accounts/cookies";
import { seal, unseal } from "@/lib/accounts/sealed-cookie";

const NAME = "join";
const SECONDS = 60 * 60;

/** The date of birth that opened an invitation for an account; asked once, and needed again with the answer. */
type Proof = { token: string; userId: string; birthDate: string };

/** Carries it sealed in the browser for an hour. */
export async function keepProof(proof: Proof): Promise<void> {
  (await cookies()).set(cookieName(NAME), seal(NAME, proof, SECONDS), cookieOptions(SECONDS));
}

/** ISO date, where this account has opened this invitation in this browser. */
export async function provenBirthDate(token: string, userId: string): Promise<string | undefined> {
  const proof = unseal(NAME, (await cookies()).get(cookieName(NAME))?.value) as Proof | undefined;
  return proof?.token === token && proof.userId === userId ? proof.birthDate : undefined;
}

export async function dropProof(): Promise<void> {
  (await cookies()).set(cookieName(NAME), "", cookieOptions(0));
}
