import { requireOwnApplication } from "@/lib/applications/access";
import { lockOwnCase } from "@/lib/applications/states";
import { db, type Transaction } from "@/lib/db/client";
import type { Address, Application } from "@/lib/db/generated/client";
import { isoDay } from "@/lib/db/iso-day";
import { AppError } from "@/lib/errors";
import type { Answers, RawAnswers } from "@/lib/flow/fields";
import { type FieldError, readStep } from "@/lib/flow/read-step";
import { swedishDay } from "@/lib/i18n/swedish-time";
import { ADDRESS_FIELDS, checkAddress } from "./address-form";
import type { ToldAddress } from "./standing";

const asTold = ({ id, kind, lines, validFrom, validUntil, createdAt }: Address): ToldAddress => ({
  id,
  kind: kind as ToldAddress["kind"],
  lines: (lines ?? {}) as Record<string, string>,
  validFrom: isoDay(validFrom),
  validUntil: validUntil && isoDay(validUntil),
  toldAt: createdAt,
});

/** Every address that was told in one's own case, the last one first. */
export async function toldAddresses(
  userId: string,
  applicationId: string,
  client: Transaction = db(),
): Promise<ToldAddress[]> {
  const { id } = await requireOwnApplication(userId, applicationId, client);
  const rows = await client.address.findMany({
    where: { applicationId: id },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
  });
  return rows.map(asTold);
}

/** The other cases of this account for which an address can be told at once: a family that moves together. */
export async function casesThatMoveAlong(userId: string, applicationId: string): Promise<Application[]> {
  await requireOwnApplication(userId, applicationId);
  return db().application.findMany({
    where: { userId, id: { not: applicationId }, state: { notIn: ["draft", "withdrawn"] } },
    orderBy: { createdAt: "asc" },
  });
}

export type Move = {
  userId: string;
  applicationId: string;
  /** As typed: the fields of `ADDRESS_FIELDS`. */
  raw: RawAnswers;
  /** Other cases of the account that it holds for too. */
  also: readonly string[];
};

function rowOf(values: Answers, today: string) {
  const { swedishAddress, addressFrom, addressUntil, ...lines } = values;
  return {
    kind: String(swedishAddress),
    lines,
    validFrom: new Date(String(addressFrom ?? today)),
    validUntil: addressUntil ? new Date(String(addressUntil)) : null,
  };
}

async function add(
  client: Transaction,
  userId: string,
  applicationId: string,
  row: ReturnType<typeof rowOf>,
) {
  const own = await lockOwnCase(client, userId, applicationId);
  if (own.state === "withdrawn") throw new AppError("wrong-state", { state: own.state });
  const { id: addressId } = await client.address.create({ data: { ...row, applicationId: own.id } });
  await client.event.create({
    data: { applicationId: own.id, userId, kind: "address-changed", data: { addressId } },
  });
}

/**
 * Tells an address that holds from a day on, in one case or in several of the account: in all or in none. Returns the faults of
 * what was typed, and then changes nothing. Throws `AppError`: `not-found`, `not-submitted` for a draft, `wrong-state` once it was
 * withdrawn. UtlL 5b:9 p5 with 5b:17, 5b:21 and 5b:23 st2: the address is kept true as long as the permit lasts.
 */
export async function tellAddress({ userId, applicationId, raw, also }: Move): Promise<FieldError[]> {
  const today = swedishDay();
  const { values, errors } = readStep(ADDRESS_FIELDS, raw, today, checkAddress);
  if (errors.length > 0) return errors;
  const row = rowOf(values, today);
  await db().$transaction(async (client) => {
    // In the one order in which applications are locked.
    for (const id of [...new Set([applicationId, ...also])].sort()) await add(client, userId, id, row);
  });
  return [];
}

/** "I still live there": an event that the authority reads too. Throws as `tellAddress`. */
export async function confirmAddress(userId: string, applicationId: string): Promise<void> {
  await db().$transaction(async (client) => {
    const { id } = await lockOwnCase(client, userId, applicationId);
    const today = swedishDay();
    const last = await lastConfirmation(id, client);
    if (last && swedishDay(last) === today) return;
    await client.event.create({ data: { applicationId: id, userId, kind: "address-confirmed" } });
  });
}

/** When the person last said that the address still holds. */
async function lastConfirmation(applicationId: string, client: Transaction): Promise<Date | null> {
  const event = await client.event.findFirst({
    where: { applicationId, kind: "address-confirmed" },
    orderBy: { id: "desc" },
  });
  return event?.at ?? null;
}

export type AddressNews = {
  /** Of each told address: when the authority confirmed to have it; absent until then. */
  known: Record<string, Date>;
  confirmedAt: Date | null;
};

/** What the authority has of the addresses told, and when the last one was confirmed by the person. */
export async function addressNews(userId: string, applicationId: string): Promise<AddressNews> {
  const { id } = await requireOwnApplication(userId, applicationId);
  const rows = await db().$queryRaw<{ address: string; at: Date }[]>`
    SELECT e.data->>'addressId' AS address, min(r.at) AS at
    FROM "Event" e JOIN "AuthorityFeed" f ON f."eventId" = e.id
    JOIN "AuthorityReceipt" r ON r."upTo" >= f.position
    WHERE e."applicationId" = ${id}::uuid AND e.kind = 'address-changed'
    GROUP BY 1`;
  return {
    known: Object.fromEntries(rows.map(({ address, at }) => [address, at])),
    confirmedAt: await lastConfirmation(id, db()),
  };
}
