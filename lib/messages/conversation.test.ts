import "@/lib/documents/fixtures/test-database";
import "@/lib/documents/fixtures/test-folder";
import { randomUUID } from "node:crypto";
import { Readable } from "node:stream";
import { describe, expect, it } from "vitest";
import { withdrawApplication } from "@/lib/applications/withdraw";
import {
  asAuthority,
  type Case,
  codeOf,
  draftCase,
  eventsOf,
  lettersTo,
  newUser,
  submittedCase,
} from "@/lib/authority/fixtures/submitted-case";
import { db } from "@/lib/db/client";
import { makePdf } from "@/lib/documents/fixtures/make-files";
import { receive } from "@/lib/documents/incoming";
import { addLaterDocument, listWaitingDocuments } from "@/lib/documents/later-documents";
import {
  correctAnswers,
  listMessages,
  markMessagesRead,
  sendMessage,
  writeToApplicant,
} from "./conversation";

const send = ({ userId, applicationId }: Case, text = "Hello", key: string = randomUUID()) =>
  sendMessage(userId, applicationId, { text, key });
const fromAuthority = (own: Case, text = "We have a question") =>
  asAuthority(own, (client, application) =>
    writeToApplicant(client, application, { text, key: randomUUID() }),
  );
const all = ({ userId, applicationId }: Case) => listMessages(userId, applicationId);

describe("the conversation", () => {
  it("goes both ways, and the applicant hears by letter that there is something", async () => {
    const own = await submittedCase();
    await fromAuthority(own);
    await send(own, "An answer\r\nin two lines\u0000");
    expect(await lettersTo(own)).toBe(1);
    expect(await all(own)).toMatchObject([
      { direction: "from_authority", text: "We have a question", readAt: null },
      { direction: "from_applicant", text: "An answer\nin two lines", kind: "message" },
    ]);
    await markMessagesRead(own.userId, own.applicationId);
    const [first, second] = await all(own);
    expect(first?.readAt).not.toBeNull();
    expect(second?.readAt).toBeNull();
    await markMessagesRead(own.userId, own.applicationId);
    expect((await all(own))[0]?.readAt).toEqual(first?.readAt);
  });

  it("takes a message once, however often the form is sent", async () => {
    const own = await submittedCase();
    const key = randomUUID();
    await Promise.all(Array.from({ length: 8 }, () => send(own, "Once", key)));
    expect(await all(own)).toHaveLength(1);
  });

  it("takes corrections with files", async () => {
    const own = await submittedCase();
    const { userId, applicationId } = own;
    const received = await receive(Readable.from([await makePdf()]));
    const file = await addLaterDocument({
      userId,
      applicationId,
      requestId: null,
      fileName: "a.pdf",
      received,
    });
    expect(await listWaitingDocuments(applicationId, null)).toMatchObject([{ id: file.id }]);
    await correctAnswers(userId, applicationId, { text: "", key: randomUUID(), documentIds: [file.id] });
    expect(await all(own)).toMatchObject([{ kind: "correction", documents: [{ id: file.id }] }]);
    expect(await listWaitingDocuments(applicationId, null)).toEqual([]);
    expect(await eventsOf(own)).toContain("correction-sent");
  });

  it.each([
    ["nothing", "  \n ", "nothing-to-send"],
    ["more than fits", "x".repeat(10_001), "too-long"],
  ])("refuses %s", async (_, text, code) => {
    expect(await codeOf(send(await submittedCase(), text))).toBe(code);
  });

  it("refuses a key that is none, a draft, and a case that was withdrawn", async () => {
    const own = await submittedCase();
    expect(await codeOf(send(own, "x", ""))).toBe("bad-key");
    expect(await codeOf(send(await draftCase()))).toBe("not-submitted");
    await withdrawApplication(own.userId, own.applicationId);
    expect(await codeOf(send(own))).toBe("wrong-state");
    expect(await codeOf(fromAuthority(own))).toBe("wrong-state");
  });

  it("of somebody else is not found; a representative takes part", async () => {
    const own = await submittedCase();
    const other = { ...own, userId: await newUser() };
    expect(await codeOf(send(other))).toBe("not-found");
    expect(await codeOf(all(other))).toBe("not-found");
    expect(await codeOf(markMessagesRead(other.userId, own.applicationId))).toBe("not-found");
    const { applicationId } = own;
    const data = { applicationId, userId: other.userId, name: "R", email: "r@example.com" };
    await db().representation.create({ data: { ...data, state: "active" } });
    await send(other);
    expect(await all(own)).toHaveLength(1);
  });

  it("has an end for whoever writes without one", async () => {
    const own = await submittedCase();
    for (let count = 0; count < 30; count++) await send(own);
    expect(await codeOf(send(own))).toBe("too-many-messages");
  });

  it("stays as it was written", async () => {
    const own = await submittedCase();
    const { id } = await send(own);
    await expect(db().message.update({ where: { id }, data: { text: "x" } })).rejects.toThrow();
    await db().message.update({ where: { id }, data: { readAt: new Date() } });
  });
});
