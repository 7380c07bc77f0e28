import { cookies } from "next/headers";
import { cookieName, cookieOptions } from "@/lib/accounts/cookies";
import { seal, unseal } from "@/lib/accounts/sealed-cookie";
import { isExtendable, OPEN_PERMITS } from "@/lib/applications/applications";
import type { Facts, PermitId } from "@/lib/rules";
import { parseFacts } from "@/lib/rules/facts-schema";

const NAME = "check";
const SECONDS = 60 * 60;

/** What an application is started with. */
export type Start = { permit: PermitId; kind: "first" | "extension"; facts: Facts };

/** The start that the answers of a check lead to; undefined where that permit cannot be applied for here. */
export function startOf(facts: Facts): Start | undefined {
  const permit = OPEN_PERMITS.find((one) => one === facts.permit);
  if (!permit) return undefined;
  const { decisionDate: _, applicationDate: __, permit: ___, kind = "first", ...rest } = facts;
  return { permit, kind: isExtendable(permit) ? kind : "first", facts: rest };
}

/** Keeps the answers over a sign-in: sealed in a cookie for an hour. */
export async function carry(start: Start): Promise<void> {
  (await cookies()).set(cookieName(NAME), seal(NAME, start, SECONDS), cookieOptions(SECONDS));
}

export async function dropCarried(): Promise<void> {
  (await cookies()).set(cookieName(NAME), "", cookieOptions(0));
}

/** The answers that waited over the sign-in, or undefined. */
export async function carriedStart(): Promise<Start | undefined> {
  const value = unseal(NAME, (await cookies()).get(cookieName(NAME))?.value) as Start | undefined;
  if (!value) return undefined;
  const parsed = parseFacts(value.facts);
  return parsed.ok ? startOf({ ...parsed.facts, permit: value.permit, kind: value.kind }) : undefined;
}
