import { PrismaPg } from "@prisma/adapter-pg";
import { env } from "@/lib/env";
import { type Prisma, PrismaClient } from "./generated/client";

const holder = globalThis as unknown as { ankomstDatabase?: PrismaClient };

/** The database client; one a process, also when development reloads modules. */
export function db(): PrismaClient {
  holder.ankomstDatabase ??= new PrismaClient({
    adapter: new PrismaPg({
      connectionString: env().DATABASE_URL,
      max: 10,
      connectionTimeoutMillis: 5_000,
      idleTimeoutMillis: 30_000,
      // A database that hangs is told from one that refuses only by time.
      query_timeout: 20_000,
    }),
  });
  return holder.ankomstDatabase;
}

export type Transaction = Prisma.TransactionClient;
