import { db, type Transaction } from "@/lib/db/client";
import { AppError } from "@/lib/errors";

/** Longest name that goes into a letter. */
export const MAX_NAME = 100;

const NOT_IN_NAMES = /[^\p{L}\p{M}\p{Zs}.,'’ʼ·-]+/gu;

/**
 * A name as it may stand in a letter to somebody who did not ask for one: letters and what joins them. Mail programs make
 * a link of "evil.example", so what follows a full stop begins a new word.
 */
export function nameInLetter(name: string): string {
  const plain = name.normalize("NFC").replace(NOT_IN_NAMES, " ");
  return plain
    .replace(/\.(?=\p{L}{2})/gu, ". ")
    .replace(/\s+/gu, " ")
    .trim()
    .slice(0, MAX_NAME)
    .trim();
}

/** The name that was typed, or an AppError with this code where it holds what no name has. */
export function requireName(typed: string, code: "bad-name" | "bad-own-name" = "bad-name"): string {
  const name = typed.normalize("NFC").replace(/\s+/gu, " ").trim();
  if (!/\p{L}/u.test(name) || name.length > MAX_NAME || nameInLetter(name) !== name) throw new AppError(code);
  return name;
}

const text = (value: unknown) => (typeof value === "string" ? value : "");

/**
 * Whom an application is for, as the application itself has it now; else as the account calls them; empty where nobody has
 * said. By the ids of the applications.
 */
export async function applicantNames(
  applicationIds: readonly string[],
  client: Transaction = db(),
): Promise<Map<string, string>> {
  const rows = await client.application.findMany({
    where: { id: { in: [...applicationIds] } },
    select: {
      id: true,
      person: { select: { name: true } },
      answers: { where: { step: "identity" }, select: { data: true } },
    },
  });
  return new Map(
    rows.map(({ id, person, answers }) => {
      const identity = (answers[0]?.data ?? {}) as Record<string, unknown>;
      const typed = `${text(identity.givenNames)} ${text(identity.surname)}`;
      return [id, nameInLetter(typed) || nameInLetter(person.name)];
    }),
  );
}

/** As `applicantNames`, of one application. */
export async function applicantName(applicationId: string, client: Transaction = db()): Promise<string> {
  return (await applicantNames([applicationId], client)).get(applicationId) ?? "";
}
