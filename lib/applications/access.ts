import { db, type Transaction } from "@/lib/db/client";
import type { Application } from "@/lib/db/generated/client";
import { AppError } from "@/lib/errors";
import { isUuid } from "@/lib/ids";

/**
 * The one way to an application: one that this person holds, or fills in as a representative with a power of attorney;
 * else `AppError("not-found")`. Someone else's and one that does not exist answer alike.
 */
export async function requireOwnApplication(
  userId: string,
  applicationId: string,
  client: Transaction = db(),
): Promise<Application> {
  return found(
    isUuid(applicationId) &&
      (await client.application.findFirst({
        where: {
          id: applicationId,
          OR: [{ userId }, { representations: { some: { userId, state: "active" } } }],
        },
      })),
  );
}

/** As `requireOwnApplication`, for what only the holder may do; to a representative it is not found. */
export async function requireHeldApplication(
  userId: string,
  applicationId: string,
  client: Transaction = db(),
): Promise<Application> {
  return found(
    isUuid(applicationId) && (await client.application.findFirst({ where: { id: applicationId, userId } })),
  );
}

function found(application: Application | null | false): Application {
  if (!application) throw new AppError("not-found");
  return application;
}

/** As `requireOwnApplication`, locked until the transaction ends; throws `AppError("not-a-draft")` once it was submitted. */
export async function lockOwnDraft(
  client: Transaction,
  userId: string,
  applicationId: string,
): Promise<Application> {
  const own = await requireOwnApplication(userId, applicationId, client);
  await client.$queryRaw`SELECT 1 FROM "Application" WHERE id = ${own.id}::uuid FOR UPDATE`;
  // Asked again: it may have been deleted, or a representative shut out, while this waited for the lock.
  const locked = await requireOwnApplication(userId, applicationId, client);
  if (locked.state !== "draft") throw new AppError("not-a-draft");
  return locked;
}
