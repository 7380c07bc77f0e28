import { db, type Transaction } from "@/lib/db/client";
import type { Application, Person } from "@/lib/db/generated/client";
import { AppError } from "@/lib/errors";
import { isUuid } from "@/lib/ids";

/** The account's holder as a person; made with the first application. Call it within a transaction that has locked the account. */
export async function selfOf(client: Transaction, userId: string): Promise<Person> {
  const known = await client.person.findFirst({ where: { userId, isSelf: true } });
  return known ?? client.person.create({ data: { userId, isSelf: true } });
}

/** A person whom this account applies for, or `AppError("not-found")`. */
export async function requireOwnPerson(
  userId: string,
  personId: string,
  client: Transaction = db(),
): Promise<Person> {
  const found = isUuid(personId) && (await client.person.findFirst({ where: { id: personId, userId } }));
  if (!found) throw new AppError("not-found");
  return found;
}

/** Whom an application is for. */
export const personOf = ({ personId }: Application): Promise<Person> =>
  db().person.findUniqueOrThrow({ where: { id: personId } });
