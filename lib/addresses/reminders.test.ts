import "@/lib/documents/fixtures/test-database";
import { describe, expect, it } from "vitest";
import { db } from "@/lib/db/client";
import type { ApplicationState } from "@/lib/db/generated/client";
import { makeApplication } from "@/lib/documents/fixtures/make-application";
import { sweepAddressReminders } from "./reminders";

type Told = { kind: string; validUntil?: string; told?: string };
type Made = { state?: ApplicationState; arrived?: string; asksForAddress?: boolean; addresses?: Told[] };

// Far ahead, so that nothing of another test is due on the same days.
const YEAR = 2090 + Math.floor(Math.random() * 9);
const on = (day: string) => `${YEAR}-${day}`;

async function make({
  state = "submitted",
  arrived = on("02-01"),
  asksForAddress = true,
  addresses = [],
}: Made) {
  const { applicationId } = await makeApplication();
  await db().application.update({ where: { id: applicationId }, data: { state } });
  await db().submission.create({
    data: {
      ...{ applicationId, idempotencyKey: "k".repeat(8), content: "{}", sha256: "", manifest: [] },
      ...{ law: new Date(arrived), locale: "en", arrivedAt: new Date(arrived) },
      assessment: { conditions: asksForAddress ? [{ id: "swedish-address" }] : [] },
    },
  });
  for (const { kind, validUntil, told = arrived } of addresses) {
    await db().address.create({
      data: {
        ...{ applicationId, kind, validFrom: new Date(told), createdAt: new Date(told) },
        validUntil: validUntil ? new Date(validUntil) : null,
      },
    });
  }
  return applicationId;
}

async function remindedOn(applicationId: string, ...days: string[]): Promise<string[]> {
  for (const day of days) await sweepAddressReminders(on(day));
  const rows = await db().reminder.findMany({ where: { applicationId }, orderBy: { key: "asc" } });
  return rows.map(({ key }) => key);
}

describe("a temporary address", () => {
  const until = on("05-31");
  it.each<[string, string[]]>([
    ["05-16", []],
    ["05-17", [`address-ends:14:${until}`]],
    ["05-31", [`address-ends:14:${until}`, `address-ends:3:${until}`]],
    ["06-01", []],
  ])("that ends on 31 May: what was said by %s", async (day, keys) => {
    const id = await make({ asksForAddress: false, addresses: [{ kind: "temporary", validUntil: until }] });
    expect(await remindedOn(id, day)).toEqual(keys);
  });

  it("that was followed by another one is not spoken of, nor one of a withdrawn case", async () => {
    const followed = await make({
      asksForAddress: false,
      addresses: [
        { kind: "temporary", validUntil: until, told: on("02-01") },
        { kind: "known", told: on("04-01") },
      ],
    });
    const withdrawn = await make({
      state: "withdrawn",
      addresses: [{ kind: "temporary", validUntil: until }],
    });
    expect(await remindedOn(followed, "05-30")).toEqual([]);
    expect(await remindedOn(withdrawn, "05-30")).toEqual([]);
  });

  it("is reminded of once, however many sweep", async () => {
    const id = await make({ asksForAddress: false, addresses: [{ kind: "temporary", validUntil: until }] });
    await Promise.all(Array.from({ length: 5 }, () => sweepAddressReminders(on("05-20"))));
    expect(await remindedOn(id, "05-20", "05-21")).toEqual([`address-ends:14:${until}`]);
  });
});

describe("a missing address", () => {
  it.each<[string, string[]]>([
    ["02-08", []],
    ["02-09", ["address-missing:7"]],
    ["02-23", ["address-missing:21"]],
  ])("of an application of 1 February: what was said on %s", async (day, keys) => {
    const id = await make({ addresses: [{ kind: "not-yet-known" }] });
    expect(await remindedOn(id, day)).toEqual(keys);
  });

  it("is not missed where it was told, where the rules ask for none, or after the decision", async () => {
    const told = await make({ addresses: [{ kind: "known" }] });
    const family = await make({ asksForAddress: false });
    const decided = await make({ state: "decided" });
    for (const id of [told, family, decided]) expect(await remindedOn(id, "02-10")).toEqual([]);
  });
});

describe("before each term", () => {
  it.each<[string, number]>([
    ["08-09", 0],
    ["08-10", 1],
    ["08-24", 1],
    ["08-25", 0],
    ["07-15", 0],
  ])("whoever told an address is asked whether it holds: %s", async (day, count) => {
    const id = await make({ addresses: [{ kind: "known" }] });
    const keys = await remindedOn(id, day);
    expect(keys.filter((key) => key.startsWith("address-term"))).toHaveLength(count);
  });

  it("not whoever has just told or confirmed it", async () => {
    const id = await make({ addresses: [{ kind: "known", told: on("07-20") }] });
    const confirmed = await make({ addresses: [{ kind: "known" }] });
    await db().event.create({
      data: { applicationId: confirmed, kind: "address-confirmed", at: new Date(on("08-01")) },
    });
    expect(await remindedOn(id, "08-12")).toEqual([]);
    expect(await remindedOn(confirmed, "08-12")).toEqual([]);
  });

  it.each<[string, "granted" | "refused", string | null, number]>([
    ["while the permit lasts", "granted", on("08-12"), 1],
    ["not after it ended", "granted", on("08-11"), 0],
    ["for ever where it is permanent", "granted", null, 1],
    ["not after a refusal", "refused", null, 0],
  ])("after the decision: %s", async (_, outcome, validUntil, count) => {
    const applicationId = await make({ state: "acknowledged", addresses: [{ kind: "known" }] });
    await db().decision.create({
      data: {
        ...{ applicationId, outcome, content: "{}", sha256: "", decidedOn: new Date(on("03-01")) },
        validUntil: validUntil === null ? null : new Date(validUntil),
      },
    });
    expect(await remindedOn(applicationId, "08-12")).toHaveLength(count);
  });
});
