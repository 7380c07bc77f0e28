import type { Transaction } from "./client";

// The one order in which rows are locked, so that no two transactions wait for each other:
// accounts, then families, then applications, each by ascending id as the database sorts them; then everything else.

/** For whatever makes an application or a person of this account. */
export async function lockAccount(client: Transaction, userId: string): Promise<void> {
  await client.$queryRaw`SELECT 1 FROM "User" WHERE id = ${userId}::uuid FOR UPDATE`;
}

export async function lockFamilies(client: Transaction, ids: readonly string[]): Promise<void> {
  await client.$queryRaw`
    SELECT 1 FROM "Family" WHERE id = ANY(${[...ids]}::uuid[]) ORDER BY id FOR UPDATE`;
}

/** Waits for whoever changes one of these; those that are gone are passed over. */
export async function lockApplications(client: Transaction, ids: readonly string[]): Promise<void> {
  await client.$queryRaw`
    SELECT 1 FROM "Application" WHERE id = ANY(${[...ids]}::uuid[]) ORDER BY id FOR UPDATE`;
}
