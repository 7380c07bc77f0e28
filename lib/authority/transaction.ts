import { db, type Transaction } from "@/lib/db/client";

export type { Transaction };

/** For routes, which know no database. */
export const inTransaction = <T>(work: (client: Transaction) => Promise<T>): Promise<T> =>
  db().$transaction(work, { maxWait: 10_000, timeout: 15_000 });
