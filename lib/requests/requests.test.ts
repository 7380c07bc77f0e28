import "@/lib/documents/fixtures/test-database";
import "@/lib/documents/fixtures/test-folder";
import { randomUUID } from "node:crypto";
import { Readable } from "node:stream";
import { describe, expect, it } from "vitest";
import {
  asAuthority,
  askFor,
  type Case,
  codeOf,
  draftCase,
  eventsOf,
  inDays,
  lettersTo,
  newUser,
  stateOf,
  submittedCase,
} from "@/lib/authority/fixtures/submitted-case";
import { db } from "@/lib/db/client";
import { makePdf } from "@/lib/documents/fixtures/make-files";
import { receive } from "@/lib/documents/incoming";
import { addLaterDocument, removeLaterDocument } from "@/lib/documents/later-documents";
import { swedishDay } from "@/lib/i18n/swedish-time";
import { answerMoreTime, cancelRequest } from "./asking";
import { caseClock } from "./case-clock";
import { markOverdue } from "./overdue";
import { askMoreTime, replyToRequest } from "./reply";
import { listRequests } from "./requests";

const reply = (own: Case, requestId: string, key: string = randomUUID(), text = "Here it is") =>
  replyToRequest(own.userId, requestId, { text, key });

async function addFile({ userId, applicationId }: Case, requestId: string | null, text = "x") {
  const received = await receive(Readable.from([await makePdf({ text })]));
  return addLaterDocument({ userId, applicationId, requestId, fileName: "a.pdf", received });
}

const requestOf = (id: string) => db().request.findUniqueOrThrow({ where: { id } });
const later = (id: string, answer: Parameters<typeof answerMoreTime>[2]) =>
  db().$transaction(async (client) =>
    answerMoreTime(client, await client.request.findUniqueOrThrow({ where: { id } }), answer),
  );

describe("a complement", () => {
  it("is asked for, replied to with a file, and the case goes on", async () => {
    const own = await submittedCase();
    const { id } = await askFor(own);
    expect(await stateOf(own)).toBe("complement_requested");
    expect(await lettersTo(own)).toBe(1);
    const file = await addFile(own, id);
    const [before] = await listRequests(own.userId, own.applicationId);
    expect(before).toMatchObject({
      state: "open",
      dueOn: inDays(14),
      waiting: [{ id: file.id }],
      replies: [],
    });
    await reply(own, id);
    expect(await stateOf(own)).toBe("submitted");
    const [after] = await listRequests(own.userId, own.applicationId);
    expect(after).toMatchObject({
      ...{ state: "answered", waiting: [] },
      replies: [{ text: "Here it is", documents: [{ id: file.id, fileName: "a.pdf" }] }],
    });
    expect(await eventsOf(own)).toEqual(expect.arrayContaining(["request-made", "request-answered"]));
  });

  it("is replied to once, however often the form is sent", async () => {
    const own = await submittedCase();
    const { id } = await askFor(own);
    const key = randomUUID();
    const all = await Promise.all(Array.from({ length: 8 }, () => reply(own, id, key)));
    expect(new Set(all.map((one) => one.id)).size).toBe(1);
    expect(await codeOf(reply(own, id))).toBe("request-closed");
    expect((await eventsOf(own)).filter((kind) => kind === "request-answered")).toHaveLength(1);
  });

  it("takes files alone, but not nothing, and no files of others", async () => {
    const own = await submittedCase();
    const other = await submittedCase();
    const { id } = await askFor(own);
    const theirs = await addFile(other, null);
    expect(await codeOf(reply(own, id, randomUUID(), "  "))).toBe("nothing-to-send");
    const stolen = { text: "x", key: randomUUID(), documentIds: [theirs.id] };
    expect(await codeOf(replyToRequest(own.userId, id, stolen))).toBe("unknown-document");
    expect(await codeOf(replyToRequest(own.userId, id, { ...stolen, documentIds: ["x"] }))).toBe(
      "unknown-document",
    );
    const taken = await addFile(own, id, "taken back");
    await removeLaterDocument(own.applicationId, taken.id);
    expect(await codeOf(reply(own, id, randomUUID(), ""))).toBe("nothing-to-send");
    const sent = await addFile(own, id);
    await reply(own, id, randomUUID(), "");
    expect(await codeOf(removeLaterDocument(own.applicationId, sent.id))).toBe("not-found");
  });

  it("waits while another one is open", async () => {
    const own = await submittedCase();
    const [first, second] = [await askFor(own), await askFor(own)];
    await reply(own, first.id);
    expect(await stateOf(own)).toBe("complement_requested");
    await asAuthority(own, async (client, application) =>
      cancelRequest(client, application, await requestOf(second.id)),
    );
    expect(await stateOf(own)).toBe("submitted");
  });

  it.each([0, -1, 400])("is not asked for until %i days from now", async (days) => {
    const own = await submittedCase();
    expect(await codeOf(askFor(own, inDays(days)))).toBe("bad-day");
    expect(await stateOf(own)).toBe("submitted");
  });

  it("of somebody else is not found", async () => {
    const own = await submittedCase();
    const { id } = await askFor(own);
    const stranger = { ...own, userId: await newUser() };
    for (const request of [id, randomUUID(), "x"]) {
      expect(await codeOf(reply(stranger, request))).toBe("not-found");
      expect(await codeOf(askMoreTime(stranger.userId, request, "why"))).toBe("not-found");
    }
    expect(await codeOf(listRequests(stranger.userId, own.applicationId))).toBe("not-found");
    expect(await codeOf(caseClock(stranger.userId, own.applicationId))).toBe("not-found");
  });

  it("takes no files while the application is a draft", async () => {
    expect(await codeOf(addFile(await draftCase(), null))).toBe("not-submitted");
  });

  it("keeps a reply as it was", async () => {
    const own = await submittedCase();
    const { id } = await reply(own, (await askFor(own)).id);
    await expect(db().requestReply.update({ where: { id }, data: { text: "x" } })).rejects.toThrow();
  });
});

describe("more time", () => {
  it("is asked for once, and given", async () => {
    const own = await submittedCase();
    const { id } = await askFor(own);
    await askMoreTime(own.userId, id, "The office is closed");
    expect(await codeOf(askMoreTime(own.userId, id, "again"))).toBe("already-asked");
    expect(await codeOf(later(id, { granted: true, dueOn: inDays(10) }))).toBe("bad-day");
    await later(id, { granted: true, dueOn: inDays(30) });
    const [request] = await listRequests(own.userId, own.applicationId);
    expect(request).toMatchObject({ dueOn: inDays(30), isMoreTimeGranted: true });
    expect(await lettersTo(own)).toBe(2);
    await askMoreTime(own.userId, id, "Still closed");
    await later(id, { granted: false, reason: "It has been open since" });
    const [answered] = await listRequests(own.userId, own.applicationId);
    expect(answered).toMatchObject({ isMoreTimeGranted: false, moreTimeAnswer: "It has been open since" });
    expect(await codeOf(later(id, { granted: false, reason: "x" }))).toBe("not-asked");
  });

  it("is asked for by one of two at once", async () => {
    const own = await submittedCase();
    const { id } = await askFor(own);
    const codes = await Promise.all([1, 2, 3, 4].map(() => codeOf(askMoreTime(own.userId, id, "why"))));
    expect(codes.filter((code) => code === "no error")).toHaveLength(1);
  });
});

describe("a last day that passes", () => {
  const onDay = (day: string, time: string) => new Date(`${day}T${time}Z`);

  it("makes the request overdue the next day in Sweden, tells once, and still takes the reply", async () => {
    const own = await submittedCase();
    const { id } = await askFor(own, inDays(3));
    await markOverdue(onDay(inDays(3), "12:00:00"), own.applicationId);
    expect((await requestOf(id)).state).toBe("open");
    const next = onDay(inDays(4), "00:30:00");
    await Promise.all([1, 2, 3].map(() => markOverdue(next, own.applicationId)));
    expect((await requestOf(id)).state).toBe("overdue");
    expect(await stateOf(own)).toBe("complement_requested");
    expect(await lettersTo(own, "waiting")).toBe(1);
    expect((await eventsOf(own)).filter((kind) => kind === "request-overdue")).toHaveLength(1);
    await reply(own, id);
    expect(await stateOf(own)).toBe("submitted");
    await markOverdue(onDay(inDays(40), "12:00:00"), own.applicationId);
    expect((await requestOf(id)).state).toBe("answered");
  });

  it("is open again with more time", async () => {
    const own = await submittedCase();
    const { id } = await askFor(own, inDays(3));
    await markOverdue(onDay(inDays(5), "12:00:00"), own.applicationId);
    await later(id, { granted: true, dueOn: inDays(20) });
    expect((await requestOf(id)).state).toBe("open");
  });
});

describe("the clock of a case", () => {
  it("knows the time that the statute gives, and stands still while something is awaited", async () => {
    const own = await submittedCase();
    const { userId, applicationId } = own;
    expect(await caseClock(userId, applicationId)).toMatchObject({ day: 0, of: 90, dueOn: inDays(90) });
    const { id } = await askFor(own);
    expect(await caseClock(userId, applicationId, inDays(10))).toMatchObject({
      ...{ day: 0, pausedSince: swedishDay(), dueOn: inDays(100) },
    });
    await reply(own, id);
    expect(await caseClock(userId, applicationId, inDays(10))).toMatchObject({ day: 10, pausedSince: null });
    const draft = await draftCase();
    expect(await caseClock(draft.userId, draft.applicationId)).toBeNull();
  });
});
