import type { Transaction } from "@/lib/db/client";
import type { Answers, RawAnswers } from "@/lib/flow/fields";
import { readStep } from "@/lib/flow/read-step";
import { ALL_STEPS } from "@/lib/flow/steps";
import { swedishDay } from "@/lib/i18n/swedish-time";
import type { Claims } from "./claims";

type Named = Claims["person"];

// Letters that Unicode does not take apart, as passports write them.
const SPELLED: Record<string, string> = {
  ø: "o",
  æ: "ae",
  œ: "oe",
  ß: "ss",
  ł: "l",
  đ: "d",
  ð: "d",
  þ: "th",
  ı: "i",
};

const partsOf = (name: string): string[] =>
  name
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[øæœßłđðþı]/g, (letter) => SPELLED[letter] ?? letter)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);

const LATIN = /^\p{Script=Latin}+$/u;

/** Whether one letter more, less or other makes the one into the other: names are spelled in many ways. */
function isNear(one: string, other: string): boolean {
  if (one === other) return true;
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  if (short.length < 4 || long.length - short.length > 1) return false;
  let at = 0;
  while (at < short.length && short[at] === long[at]) at++;
  const rest = short.length === long.length ? short.slice(at + 1) : short.slice(at);
  return rest === long.slice(at + 1);
}

/**
 * Whether two ways to write a name can be one person's: every part of the shorter one is in the longer one, in whatever order.
 * Names in different scripts can't be compared and pass.
 */
export function isSameName(one: string, other: string): boolean {
  const [short = [], long = []] = [partsOf(one), partsOf(other)].sort((a, b) => a.length - b.length);
  const isComparable = [short, long].every(
    (parts) => parts.length > 0 && parts.every((part) => LATIN.test(part)),
  );
  return !isComparable || short.every((part) => long.some((candidate) => isNear(part, candidate)));
}

type Likeness = "same" | "unknown" | "other";

function likeness({ name, birthDate }: Named, own: Answers): Likeness {
  const typed = [own.givenNames, own.surname].filter(Boolean).join(" ");
  if (own.birthDate === undefined && !typed) return "unknown";
  if (own.birthDate !== undefined && own.birthDate !== birthDate) return "other";
  return isSameName([name.given, name.family].filter(Boolean).join(" "), typed) ? "same" : "other";
}

const IDENTITY = ALL_STEPS.find(({ id }) => id === "identity");

/** Who a person of this account is by what they answered last, right or wrong parts aside. */
function identityOf(rows: readonly { data: unknown; savedAt: Date }[]): Answers {
  const last = [...rows].sort((a, b) => b.savedAt.getTime() - a.savedAt.getTime())[0];
  return last ? readStep(IDENTITY?.fields ?? [], last.data as RawAnswers, swedishDay()).values : {};
}

/**
 * The person of an account whom a host means: one whose name and birth date are those of the claims, else its holder while
 * nothing is known of them. `personId` is undefined where the holder is no person yet; null is nobody of this account.
 */
export async function personMeant(
  client: Transaction,
  userId: string,
  named: Named,
): Promise<{ personId: string | undefined } | null> {
  const persons = await client.person.findMany({
    where: { userId },
    include: {
      applications: {
        where: { userId, state: { not: "withdrawn" } },
        select: { answers: { where: { step: "identity" }, select: { data: true, savedAt: true } } },
      },
    },
    orderBy: [{ isSelf: "desc" }, { createdAt: "asc" }],
  });
  const alike = persons.map(({ id, isSelf, applications }) => ({
    id,
    isSelf,
    likeness: likeness(named, identityOf(applications.flatMap(({ answers }) => answers))),
  }));
  const same = alike.find((one) => one.likeness === "same");
  if (same) return { personId: same.id };
  const self = alike.find(({ isSelf }) => isSelf);
  if (self && self.likeness === "other") return null;
  return { personId: self?.id };
}
