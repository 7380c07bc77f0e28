import { beforeAll, describe, expect, it } from "vitest";
import { loadAnswers } from "@/lib/applications/answers";
import { db } from "@/lib/db/client";
import { shareAddress, sharedAddresses, takeSharedAddress } from "./address";
import { applicant, code, memberOf, save, spouseOf } from "./fixtures/people";
import { leaveFamily } from "./leave";

beforeAll(() => {
  if (!process.env.TEST_DATABASE_URL)
    throw new Error("TEST_DATABASE_URL is not set: these tests need PostgreSQL.");
});

describe("an address", () => {
  const HOME = { swedishAddress: "known", street: "Storgatan 1", postcode: "11428", place: "Stockholm" };

  it("is seen and taken over by those of the family once it is shared", async () => {
    const main = await applicant("Rao", "studies");
    const student = await spouseOf(main, { as: "new-own", permit: "studies" });
    await save(main, "address", HOME);
    expect(await sharedAddresses(student.userId, student.applicationId)).toEqual([]);
    const { id: memberId } = await memberOf(main);
    const take = () => takeSharedAddress(student.userId, student.applicationId, memberId);
    expect(await code(take())).toBe("not-found");
    await shareAddress(main.userId, main.applicationId, true);
    expect(await sharedAddresses(student.userId, student.applicationId)).toEqual([
      { memberId, name: "Test Rao", raw: HOME },
    ]);
    await take();
    expect((await loadAnswers(student.applicationId)).raw.address).toEqual(HOME);
    await shareAddress(main.userId, main.applicationId, false);
    expect(await sharedAddresses(student.userId, student.applicationId)).toEqual([]);
    expect((await loadAnswers(student.applicationId)).raw.address).toEqual(HOME);
  });

  it("does not tell what no longer matters", async () => {
    const main = await applicant("Rao", "studies");
    const student = await spouseOf(main, { as: "new-own", permit: "studies" });
    await save(main, "address", { ...HOME, swedishAddress: "not-yet-known" });
    await shareAddress(main.userId, main.applicationId, true);
    const [shared] = await sharedAddresses(student.userId, student.applicationId);
    expect(shared?.raw).toEqual({ swedishAddress: "not-yet-known" });
  });

  it("is taken only where it is asked for, and into a draft", async () => {
    const main = await applicant("Rao", "studies");
    const spouse = await spouseOf(main);
    const student = await spouseOf(main, { as: "new-own", permit: "studies" }, "Kim");
    await save(main, "address", HOME);
    await shareAddress(main.userId, main.applicationId, true);
    const { id } = await memberOf(main);
    expect(await code(takeSharedAddress(spouse.userId, spouse.applicationId, id))).toBe("no-address-step");
    await db().application.update({ where: { id: student.applicationId }, data: { state: "submitted" } });
    expect(await code(takeSharedAddress(student.userId, student.applicationId, id))).toBe("not-a-draft");
  });

  it("ends to be shared with leaving", async () => {
    const main = await applicant("Rao", "studies");
    const student = await spouseOf(main, { as: "new-own", permit: "studies" });
    await save(main, "address", HOME);
    await shareAddress(main.userId, main.applicationId, true);
    await leaveFamily(main.userId, main.applicationId);
    expect(await sharedAddresses(student.userId, student.applicationId)).toEqual([]);
  });
});
