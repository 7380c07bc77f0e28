import "@/lib/documents/fixtures/test-database";
import "@/lib/documents/fixtures/test-folder";
import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import {
  askFor,
  codeOf,
  draftCase,
  eventsOf,
  newUser,
  stateOf,
  submittedCase,
} from "@/lib/authority/fixtures/submitted-case";
import { db } from "@/lib/db/client";
import { ApplicationState } from "@/lib/db/generated/client";
import { isUnderExamination, moveTo, requireMove } from "./states";
import { withdrawApplication } from "./withdraw";

const WAYS = [
  "draft submitted",
  "submitted complement_requested",
  "submitted decided",
  "submitted withdrawn",
  "complement_requested submitted",
  "complement_requested decided",
  "complement_requested withdrawn",
  "decided acknowledged",
];
const STATES = Object.values(ApplicationState);

describe("the states of an application", () => {
  it.each(STATES.flatMap((from) => STATES.map((to) => [from, to] as const)))("%s to %s", (from, to) => {
    const move = () => requireMove(from, to);
    if (WAYS.includes(`${from} ${to}`)) expect(move).not.toThrow();
    else expect(move).toThrow("wrong-state");
  });

  it("are under examination from the submission to the decision", () => {
    expect(STATES.filter(isUnderExamination)).toEqual(["submitted", "complement_requested"]);
  });

  it("make open pages stale when they change, and only then", async () => {
    const { applicationId } = await submittedCase();
    const read = () => db().application.findUniqueOrThrow({ where: { id: applicationId } });
    const before = await read();
    await moveTo(db(), before, "submitted");
    expect((await read()).revision).toBe(before.revision);
    await moveTo(db(), before, "complement_requested");
    expect(await read()).toMatchObject({ state: "complement_requested", revision: before.revision + 1 });
  });
});

describe("withdrawing", () => {
  it("is final, and twice is once", async () => {
    const own = await submittedCase();
    const { userId, applicationId } = own;
    await Promise.all(Array.from({ length: 5 }, () => withdrawApplication(userId, applicationId)));
    expect(await stateOf(own)).toBe("withdrawn");
    expect((await eventsOf(own)).filter((kind) => kind === "application-withdrawn")).toHaveLength(1);
  });

  it("ends what was awaited", async () => {
    const own = await submittedCase();
    const { id } = await askFor(own);
    await withdrawApplication(own.userId, own.applicationId);
    expect(await db().request.findUnique({ where: { id } })).toMatchObject({ state: "cancelled" });
    expect(await codeOf(askFor(own))).toBe("wrong-state");
  });

  it("is the holder's alone, and not for drafts", async () => {
    const own = await submittedCase();
    const userId = await newUser();
    expect(await codeOf(withdrawApplication(userId, own.applicationId))).toBe("not-found");
    expect(await codeOf(withdrawApplication(own.userId, randomUUID()))).toBe("not-found");
    await db().representation.create({
      data: { applicationId: own.applicationId, userId, name: "R", email: "r@example.com", state: "active" },
    });
    expect(await codeOf(withdrawApplication(userId, own.applicationId))).toBe("not-found");
    const draft = await draftCase();
    expect(await codeOf(withdrawApplication(draft.userId, draft.applicationId))).toBe("not-submitted");
  });
});
