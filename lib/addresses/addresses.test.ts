import "@/lib/documents/fixtures/test-database";
import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import { db } from "@/lib/db/client";
import type { ApplicationState } from "@/lib/db/generated/client";
import { makeApplication } from "@/lib/documents/fixtures/make-application";
import { type RawAnswers, rawFromValue } from "@/lib/flow/fields";
import { swedishDay } from "@/lib/i18n/swedish-time";
import { addressNews, casesThatMoveAlong, confirmAddress, tellAddress, toldAddresses } from "./addresses";
import { standingOn } from "./standing";

type Case = { userId: string; applicationId: string };

const setState = ({ applicationId }: Case, state: ApplicationState) =>
  db().application.update({ where: { id: applicationId }, data: { state } });

async function submitted(): Promise<Case> {
  const made = await makeApplication();
  await setState(made, "submitted");
  return made;
}

async function another({ userId }: Case, state: ApplicationState = "submitted"): Promise<Case> {
  const person = await db().person.create({ data: { userId, isSelf: false, name: "Maya" } });
  const { id } = await db().application.create({
    data: {
      ...{ reference: randomUUID(), userId, personId: person.id, state },
      ...{ permit: "family-of-student", locale: "en" },
    },
  });
  return { userId, applicationId: id };
}

const today = swedishDay();
const HOME: RawAnswers = {
  swedishAddress: "known",
  street: "Storgatan 12 B",
  postcode: "11428",
  place: "Stockholm",
  addressFrom: rawFromValue(today, "date"),
};
const tell = (one: Case, raw: RawAnswers = HOME, also: string[] = []) => tellAddress({ ...one, raw, also });
const kinds = (one: Case) =>
  db().event.findMany({ where: { applicationId: one.applicationId }, orderBy: { id: "asc" } });

let own: Case;
beforeEach(async () => {
  own = await submitted();
});

describe("telling an address", () => {
  it("adds it to the history, and an event for the authority names it", async () => {
    expect(await tell(own)).toEqual([]);
    const [row] = await toldAddresses(own.userId, own.applicationId);
    expect(row).toMatchObject({ kind: "known", validFrom: today, validUntil: null });
    expect(row?.lines).toEqual({ street: "Storgatan 12 B", postcode: "114 28", place: "Stockholm" });
    const [event] = await kinds(own);
    expect(event).toMatchObject({
      kind: "address-changed",
      userId: own.userId,
      data: { addressId: row?.id },
    });
  });

  it("changes nothing of what was told before, also from a day to come", async () => {
    await tell(own);
    await tell(own, { ...HOME, street: "Nygatan 1", addressFrom: rawFromValue("2099-01-01", "date") });
    const told = await toldAddresses(own.userId, own.applicationId);
    expect(told).toHaveLength(2);
    const standing = standingOn(told, today);
    expect([standing.now?.lines.street, standing.next?.lines.street]).toEqual([
      "Storgatan 12 B",
      "Nygatan 1",
    ]);
  });

  it.each<[string, RawAnswers, string, string]>([
    ["without a street", { ...HOME, street: "" }, "street", "required"],
    ["with a postcode that none has", { ...HOME, postcode: "01234" }, "postcode", "not-a-postcode"],
    ["without a day", { ...HOME, addressFrom: "" }, "addressFrom", "required"],
    ["as not to be told", { ...HOME, swedishAddress: "withheld" }, "swedishAddress", "not-an-option"],
    [
      "that ended already",
      { ...HOME, swedishAddress: "temporary", addressUntil: rawFromValue("2020-01-01", "date") },
      "addressUntil",
      "in-the-past",
    ],
    [
      "that ends before it begins",
      {
        ...HOME,
        swedishAddress: "temporary",
        addressFrom: rawFromValue("2099-02-02", "date"),
        addressUntil: rawFromValue("2099-02-01", "date"),
      },
      "addressUntil",
      "before-start",
    ],
  ])("is refused %s", async (_, raw, field, code) => {
    expect(await tell(own, raw)).toContainEqual({ field, code });
    expect(await toldAddresses(own.userId, own.applicationId)).toEqual([]);
    expect(await kinds(own)).toEqual([]);
  });

  it.each<ApplicationState>(["submitted", "complement_requested", "decided", "acknowledged"])(
    "is open when %s",
    async (state) => {
      await setState(own, state);
      expect(await tell(own)).toEqual([]);
    },
  );

  it("is part of a draft's own answers, and over once it was withdrawn", async () => {
    await setState(own, "draft");
    await expect(tell(own)).rejects.toMatchObject({ code: "not-submitted" });
    await setState(own, "withdrawn");
    await expect(tell(own)).rejects.toMatchObject({ code: "wrong-state" });
  });

  it("holds for others of the account at once, or for none", async () => {
    const child = await another(own);
    expect(await casesThatMoveAlong(own.userId, own.applicationId)).toMatchObject([
      { id: child.applicationId },
    ]);
    await tell(own, HOME, [child.applicationId]);
    expect(await toldAddresses(child.userId, child.applicationId)).toHaveLength(1);
    const stranger = await submitted();
    await expect(tell(own, HOME, [stranger.applicationId])).rejects.toMatchObject({ code: "not-found" });
    expect(await toldAddresses(own.userId, own.applicationId)).toHaveLength(1);
    expect(await toldAddresses(stranger.userId, stranger.applicationId)).toEqual([]);
  });

  it("locks nothing for ever when two tell for each other at once", async () => {
    const child = await another(own);
    const both = [own, child].map((one) => one.applicationId);
    await Promise.all(
      Array.from({ length: 12 }, (_, round) =>
        tellAddress({
          ...{ userId: own.userId, raw: HOME },
          ...{ applicationId: both[round % 2] ?? "", also: [both[(round + 1) % 2] ?? ""] },
        }),
      ),
    );
    expect(await toldAddresses(own.userId, own.applicationId)).toHaveLength(12);
  });
});

describe("whoever may not", () => {
  it("finds nothing and changes nothing", async () => {
    const stranger = await submitted();
    const theirs = { userId: stranger.userId, applicationId: own.applicationId };
    for (const act of [
      () => tell(theirs),
      () => confirmAddress(theirs.userId, theirs.applicationId),
      () => toldAddresses(theirs.userId, theirs.applicationId),
      () => addressNews(theirs.userId, theirs.applicationId),
      () => casesThatMoveAlong(theirs.userId, theirs.applicationId),
    ])
      await expect(act()).rejects.toMatchObject({ code: "not-found" });
    expect(await kinds(own)).toEqual([]);
  });
});

describe("what is known of it", () => {
  it("is confirmed once a day, however often it is said", async () => {
    await Promise.all([1, 2, 3].map(() => confirmAddress(own.userId, own.applicationId)));
    expect((await kinds(own)).map(({ kind }) => kind)).toEqual(["address-confirmed"]);
    const { confirmedAt } = await addressNews(own.userId, own.applicationId);
    expect(confirmedAt && swedishDay(confirmedAt)).toBe(today);
  });

  it("tells when the authority confirmed to have it", async () => {
    await tell(own);
    const [event] = await kinds(own);
    const { position } = await db().authorityFeed.create({ data: { eventId: event?.id ?? 0n } });
    await db().authorityReceipt.create({ data: { upTo: position } });
    const [row] = await toldAddresses(own.userId, own.applicationId);
    const { known } = await addressNews(own.userId, own.applicationId);
    expect(Object.keys(known)).toEqual([row?.id]);
  });
});
