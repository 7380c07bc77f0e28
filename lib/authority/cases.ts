import { db, type Transaction } from "@/lib/db/client";
import type { Application, Request } from "@/lib/db/generated/client";
import { lockApplications } from "@/lib/db/locks";
import { AppError } from "@/lib/errors";
import { isUuid } from "@/lib/ids";

/** What the authority may know of: an application once it was submitted. */
export const SUBMITTED = { state: { not: "draft" } } as const;

/** A submitted application, or `AppError("not-found")`; a draft answers like one that does not exist. */
export async function findCase(reference: string, client: Transaction = db()): Promise<Application> {
  const found = await client.application.findFirst({ where: { reference, ...SUBMITTED } });
  if (!found) throw new AppError("not-found");
  return found;
}

/** As `findCase`, locked until the transaction ends. */
export async function lockCase(client: Transaction, reference: string): Promise<Application> {
  const { id } = await findCase(reference, client);
  await lockApplications(client, [id]);
  return findCase(reference, client);
}

/** A request with its case, both locked, or `AppError("not-found")`. */
export async function lockRequest(
  client: Transaction,
  id: string,
): Promise<{ application: Application; request: Request }> {
  const found =
    isUuid(id) &&
    (await client.request.findFirst({
      where: { id, application: SUBMITTED },
      select: { application: { select: { reference: true } } },
    }));
  if (!found) throw new AppError("not-found");
  const application = await lockCase(client, found.application.reference);
  await client.$queryRaw`SELECT 1 FROM "Request" WHERE id = ${id}::uuid FOR UPDATE`;
  return { application, request: await client.request.findUniqueOrThrow({ where: { id } }) };
}
