import "@/lib/documents/fixtures/test-database";
import "@/lib/documents/fixtures/test-folder";
import { randomUUID } from "node:crypto";
import { Readable } from "node:stream";
import { describe, expect, it } from "vitest";
import { withdrawApplication } from "@/lib/applications/withdraw";
import { db } from "@/lib/db/client";
import { issueDecision } from "@/lib/decisions/issue";
import { acknowledgeDecision, openDecision } from "@/lib/decisions/receiving";
import { makePdf } from "@/lib/documents/fixtures/make-files";
import { receive } from "@/lib/documents/incoming";
import { addLaterDocument } from "@/lib/documents/later-documents";
import { swedishDay } from "@/lib/i18n/swedish-time";
import { correctAnswers } from "@/lib/messages/conversation";
import { askMoreTime, replyToRequest } from "@/lib/requests/reply";
import { openSentDocument } from "./documents";
import { viewEvents } from "./events";
import { extendFeed } from "./feed";
import {
  asAuthority,
  askFor,
  type Case,
  codeOf,
  newestPosition,
  submittedCase,
} from "./fixtures/submitted-case";
import { confirmEvents } from "./receipts";
import { toldToAuthority } from "./told";

const eventsAfter = async (cursor: string, own: Case) =>
  (await viewEvents({ cursor, limit: 200 })).events.filter(({ reference }) => reference === own.reference);

describe("events", () => {
  it("bring what the applicant did, whole, in order and page by page", async () => {
    const own = await submittedCase();
    const { userId, applicationId } = own;
    const start = await newestPosition();
    const { id } = await askFor(own);
    await askMoreTime(userId, id, "The office is closed");
    const received = await receive(Readable.from([await makePdf()]));
    const file = await addLaterDocument({
      userId,
      applicationId,
      requestId: id,
      fileName: "b.pdf",
      received,
    });
    expect(await codeOf(openSentDocument(file.id))).toBe("not-found");
    await replyToRequest(userId, id, { text: "Here", key: randomUUID() });
    const { stream } = await openSentDocument(file.id);
    stream.destroy();
    await correctAnswers(userId, applicationId, { text: "My name is spelt so", key: randomUUID() });
    const address = await db().address.create({
      data: { applicationId, kind: "known", lines: { place: "Lund" }, validFrom: new Date() },
    });
    await db().event.create({
      data: { applicationId, userId, kind: "address-changed", data: { addressId: address.id } },
    });
    await withdrawApplication(userId, applicationId);
    expect(await eventsAfter(start, own)).toMatchObject([
      { kind: "request-made", request: { what: "The admission decision" } },
      { kind: "more-time-asked", request: { moreTime: { reason: "The office is closed", granted: null } } },
      { kind: "request-answered", reply: { text: "Here", documents: [{ id: file.id }] } },
      { kind: "correction-sent", message: { text: "My name is spelt so" } },
      { kind: "address-changed", address: { kind: "known", lines: { place: "Lund" } } },
      { kind: "application-withdrawn" },
    ]);
    const first = await viewEvents({ cursor: start, limit: 1 });
    expect(first.more).toBe(true);
    const [second] = (await viewEvents({ cursor: first.next, limit: 1 })).events;
    expect(BigInt(second?.id ?? 0)).toBeGreaterThan(BigInt(first.next));
  });

  it("leave none out, although a lower id is there later", async () => {
    const own = await submittedCase();
    const { applicationId } = own;
    const start = await newestPosition();
    const record = (client: Pick<ReturnType<typeof db>, "event">, kind: string) =>
      client.event.create({ data: { applicationId, kind } });
    await db().$transaction(async (slow) => {
      await record(slow, "application-withdrawn");
      await record(db(), "decision-demanded");
      expect(await eventsAfter(start, own)).toMatchObject([{ kind: "decision-demanded" }]);
    });
    const between = await newestPosition();
    expect(await eventsAfter(start, own)).toMatchObject([
      { kind: "decision-demanded" },
      { kind: "application-withdrawn" },
    ]);
    expect(await eventsAfter(between, own)).toEqual([]);
    await Promise.all(Array.from({ length: 10 }, () => record(db(), "decision-demanded").then(extendFeed)));
    expect(await eventsAfter(between, own)).toHaveLength(10);
  });

  it("are confirmed up to a cursor, and the applicant sees when", async () => {
    const own = await submittedCase();
    await correctAnswers(own.userId, own.applicationId, { text: "x", key: randomUUID() });
    const told = () => toldToAuthority(own.userId, own.applicationId);
    expect((await told()).map(({ kind }) => kind)).toEqual(["correction-sent", "application-submitted"]);
    expect((await told())[0]?.confirmedAt).toBeNull();
    const upTo = await newestPosition();
    await db().$transaction((client) => confirmEvents(client, upTo));
    expect((await told()).every(({ confirmedAt }) => confirmedAt)).toBe(true);
    expect(await codeOf(confirmEvents(db(), "999999999999"))).toBe("not-found");
  });

  it("tell of a decision that it was opened and received, with the checksum", async () => {
    const own = await submittedCase();
    const { userId, applicationId } = own;
    const appeal = { how: "In writing", withinDays: 21 };
    const { sha256 } = await asAuthority(own, (client, application) =>
      issueDecision(client, application, {
        ...{ outcome: "refused", reasons: "The means are missing", decidedOn: swedishDay(), appeal },
      }),
    );
    const start = await newestPosition();
    await openDecision(userId, applicationId);
    const { appealBy } = await acknowledgeDecision(userId, applicationId, sha256);
    expect(await eventsAfter(start, own)).toMatchObject([
      { kind: "decision-opened" },
      { kind: "decision-acknowledged", acknowledgement: { sha256, appealBy } },
    ]);
  });
});
