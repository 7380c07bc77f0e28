import "@/lib/documents/fixtures/test-database";
import "@/lib/documents/fixtures/test-folder";
import { randomUUID } from "node:crypto";
import { Readable } from "node:stream";
import { describe, expect, it } from "vitest";
import { requireHeldApplication } from "@/lib/applications/access";
import { loadAnswers, saveStep } from "@/lib/applications/answers";
import { deleteDraft, openApplication } from "@/lib/applications/applications";
import { submitApplication } from "@/lib/applications/submit";
import { db } from "@/lib/db/client";
import { listDocuments, removeDocument, replaceDocument } from "@/lib/documents/documents";
import { makePdf } from "@/lib/documents/fixtures/make-files";
import { receive } from "@/lib/documents/incoming";

import { acceptInvitation } from "./accept";
import { inviteAgain } from "./appoint";
import { endRepresentation, leaveRepresentation } from "./end";
import {
  accepted,
  account,
  active,
  add,
  appoint,
  code,
  draft,
  IDENTITY,
  invited,
  isLetIn,
  newsOf,
  save,
  stateOf,
  tokenOf,
} from "./fixtures/represented";
import {
  listRepresented,
  openHeldRepresentation,
  representedHere,
  requireRepresentation,
} from "./representations";
import { whatWasDone } from "./what-was-done";

describe("the power of attorney", () => {
  it("lets in when it is there, and shuts out when it is removed", async () => {
    const { helper, holder, applicationId, representation } = await accepted();
    const { id } = await add(helper.id, applicationId);
    expect(await stateOf(representation.id)).toBe("active");
    expect(await isLetIn(helper.id, applicationId)).toBe(true);
    expect(await newsOf(representation.id)).toEqual(["accepted", "let-in"]);
    expect(await representedHere(helper.id, applicationId)).toEqual({
      representationId: representation.id,
      personName: "Asha Rao",
    });
    await removeDocument({ userId: holder.id, applicationId, documentId: id });
    expect(await stateOf(representation.id)).toBe("accepted");
    expect(await isLetIn(helper.id, applicationId)).toBe(false);
  });

  it("stays in force while it is replaced, or one of two is there", async () => {
    const { helper, holder, applicationId, representation } = await accepted();
    const first = await add(holder.id, applicationId);
    expect(await newsOf(representation.id)).toEqual(["accepted", "open"]);
    const received = await receive(Readable.from([await makePdf({ text: "new" })]));
    const place = { userId: helper.id, applicationId };
    const second = await replaceDocument({ ...place, documentId: first.id, fileName: "b.pdf", received });
    await add(helper.id, applicationId);
    await removeDocument({ ...place, documentId: second.id });
    expect(await stateOf(representation.id)).toBe("active");
  });

  it("opens at once where it was there before the answer", async () => {
    const { helper, token, holder, applicationId, representation } = await invited();
    await add(holder.id, applicationId);
    await acceptInvitation(helper, token);
    expect(await isLetIn(helper.id, applicationId)).toBe(true);
    expect(await newsOf(representation.id)).toEqual(["let-in"]);
  });

  it("is all that can be added before it", async () => {
    const { helper, holder, applicationId } = await accepted();
    expect(await code(add(helper.id, applicationId, "passport"))).toBe("not-found");
    const passport = await add(holder.id, applicationId, "passport");
    const received = await receive(Readable.from([await makePdf({ text: "forged" })]));
    const place = { userId: helper.id, applicationId, documentId: passport.id };
    expect(await code(replaceDocument({ ...place, fileName: "b.pdf", received }))).toBe("not-found");
    expect(await code(removeDocument(place))).toBe("not-found");
    const stranger = await account();
    expect(await code(add(stranger.id, applicationId))).toBe("not-found");
    expect((await listDocuments(applicationId)).map(({ id }) => id)).toEqual([passport.id]);
  });
});

describe("a representative who was let in", () => {
  it("fills in and submits, and the person sees it", async () => {
    const { helper, holder, applicationId } = await active();
    const raw = { ...IDENTITY, birthDate: { day: "4", month: "5", year: "1998" }, citizenship: "IN" };
    await saveStep({ userId: helper.id, applicationId, step: "identity", raw, revision: 1, tab: "h" });
    await saveStep({
      userId: helper.id,
      applicationId,
      step: "identity",
      raw: IDENTITY,
      revision: 2,
      tab: "h",
    });
    await saveStep({ userId: helper.id, applicationId, step: "identity", raw, revision: 3, tab: "h" });
    await save(helper.id, applicationId, "declarations", { truth: "on" });
    await add(helper.id, applicationId, "passport");
    const { application } = await openApplication(helper.id, applicationId);
    await submitApplication({
      userId: helper.id,
      applicationId,
      idempotencyKey: randomUUID(),
      revision: application.revision,
      locale: "en",
    });
    const done = await whatWasDone(holder.id, applicationId);
    expect(done.map(({ kind, about, by }) => [kind, about, by])).toEqual([
      ["application-submitted", null, "Anna Ek"],
      ["document-added", "passport", "Anna Ek"],
      ["step-saved", "declarations", "Anna Ek"],
      ["step-saved", "identity", "Anna Ek"],
      ["representative-let-in", null, "Anna Ek"],
      ["document-added", "power-of-attorney", "Anna Ek"],
      ["representative-accepted", null, "Anna Ek"],
    ]);
    expect(await code(whatWasDone(helper.id, applicationId))).toBe("not-found");
  });

  it("may not do what is the holder's", async () => {
    const { helper, holder, applicationId } = await active();
    const asHolder = { holder: helper, applicationId };
    expect(await code(requireHeldApplication(helper.id, applicationId))).toBe("not-found");
    expect(await code(deleteDraft(helper.id, applicationId))).toBe("not-found");
    expect(await code(appoint(asHolder, await account()))).toBe("not-found");
    expect(await code(endRepresentation(helper.id, applicationId))).toBe("not-found");
    expect(await code(openHeldRepresentation(helper.id, applicationId))).toBe("not-found");
    expect(await code(inviteAgain(helper, applicationId, "en"))).toBe("not-found");
    expect(await isLetIn(holder.id, applicationId)).toBe(true);
  });

  it("has it in the list, marked; before that without the application", async () => {
    const { helper, representation, applicationId } = await active();
    const waiting = await draft();
    const second = await appoint(waiting, helper);
    await acceptInvitation(helper, await tokenOf(second.id));
    const list = await listRepresented(helper.id);
    expect(list).toHaveLength(2);
    expect(list).toContainEqual(
      expect.objectContaining({
        representationId: representation.id,
        personName: "Asha Rao",
        application: expect.objectContaining({ id: applicationId }),
      }),
    );
    expect(list).toContainEqual(expect.objectContaining({ representationId: second.id, application: null }));
    expect(await listRepresented((await account()).id)).toEqual([]);
  });
});

describe("the end", () => {
  it("comes at once, for the person's asking; the next one is not let in by the old power of attorney", async () => {
    const { helper, holder, applicationId, representation } = await active();
    await endRepresentation(holder.id, applicationId);
    expect(await isLetIn(helper.id, applicationId)).toBe(false);
    expect(await code(save(helper.id, applicationId, "contact"))).toBe("not-found");
    expect(await code(add(helper.id, applicationId))).toBe("not-found");
    expect(await code(requireRepresentation(helper.id, representation.id))).toBe("not-found");
    expect(await listRepresented(helper.id)).toEqual([]);
    expect(await newsOf(representation.id)).toEqual(["accepted", "let-in", "ended"]);
    expect(await code(endRepresentation(holder.id, applicationId))).toBe("not-represented");
    expect(await listDocuments(applicationId)).toEqual([]);
    const next = await account();
    const second = await appoint({ holder, applicationId }, next);
    await acceptInvitation(next, await tokenOf(second.id));
    expect(await isLetIn(next.id, applicationId)).toBe(false);
    expect((await openHeldRepresentation(holder.id, applicationId)).ended).toHaveLength(1);
  });

  it("comes at the representative's asking, once", async () => {
    const { helper, applicationId, representation } = await active();
    const stranger = await account();
    expect(await code(leaveRepresentation(stranger.id, representation.id))).toBe("not-found");
    const answers = await Promise.all(
      [1, 2].map(() => code(leaveRepresentation(helper.id, representation.id))),
    );
    expect(answers.sort()).toEqual(["done", "not-found"]);
    expect(await isLetIn(helper.id, applicationId)).toBe(false);
    expect((await newsOf(representation.id)).sort()).toEqual(["accepted", "ended", "left", "let-in"]);
  });

  it("revokes a link that waits, and tells nobody", async () => {
    const { helper, holder, applicationId, token, representation } = await invited();
    await endRepresentation(holder.id, applicationId);
    expect(await code(acceptInvitation(helper, token))).toBe("closed-invitation");
    expect(await newsOf(representation.id)).toEqual([]);
  });

  it("wins or loses against an answer at the same moment, and never both", async () => {
    const { helper, holder, applicationId, token, representation } = await invited();
    const [, ended] = await Promise.all([
      code(acceptInvitation(helper, token)),
      code(endRepresentation(holder.id, applicationId)),
    ]);
    expect(ended).toBe("done");
    expect(await stateOf(representation.id)).toBe("ended");
    expect(await isLetIn(helper.id, applicationId)).toBe(false);
  });

  it("holds against what waits for it: a step and a file under way", async () => {
    const { helper, holder, applicationId } = await active();
    const results: Promise<string>[] = [];
    await db().$transaction(async (client) => {
      await client.$queryRaw`SELECT 1 FROM "Application" WHERE id = ${applicationId}::uuid FOR UPDATE`;
      results.push(code(save(helper.id, applicationId, "contact", { email: "x@example.com" })));
      results.push(code(add(helper.id, applicationId, "passport")));
      await new Promise((resolve) => setTimeout(resolve, 1_500));
      await client.representation.updateMany({ where: { applicationId }, data: { state: "ended" } });
    });
    expect(await Promise.all(results)).toEqual(["not-found", "not-found"]);
    expect((await loadAnswers(applicationId)).raw.contact).toEqual({ email: holder.email });
  });

  it("leaves what was submitted as it was", async () => {
    const { holder, applicationId } = await active();
    await db().application.update({ where: { id: applicationId }, data: { state: "submitted" } });
    await endRepresentation(holder.id, applicationId);
    expect(await listDocuments(applicationId)).toHaveLength(1);
  });
});
