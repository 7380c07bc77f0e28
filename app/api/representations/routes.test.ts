import "@/lib/documents/fixtures/test-database";
import "@/lib/documents/fixtures/test-folder";
import { randomUUID } from "node:crypto";
import { describe, expect, it, vi } from "vitest";
import { listDocuments } from "@/lib/documents/documents";
import { makePdf } from "@/lib/documents/fixtures/make-files";
import { endRepresentation } from "@/lib/representatives/end";
import {
  accepted,
  account,
  add,
  invited,
  isLetIn,
  stateOf,
} from "@/lib/representatives/fixtures/represented";
import { POST } from "./[id]/power-of-attorney/route";

const signedIn = vi.hoisted(() => ({ user: null as { id: string } | null }));
vi.mock("@/lib/accounts/sessions", () => ({
  currentUser: async () => signedIn.user,
  signInPath: (returnTo: string) => `/en/sign-in?${new URLSearchParams({ returnTo })}`,
}));
vi.mock("next/headers", () => ({ cookies: async () => ({ get: () => undefined }) }));
vi.mock("next-intl/server", () => ({ getTranslations: async () => (key: string) => key }));

const FORM = { "sec-fetch-site": "same-origin" };
const PROGRAM = { ...FORM, accept: "application/json" };

async function send(
  id: string,
  userId: string | null,
  fields: Record<string, string> = {},
  headers: Record<string, string> = PROGRAM,
) {
  signedIn.user = userId ? { id: userId } : null;
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) body.append(name, value);
  const bytes = await makePdf({ text: randomUUID() });
  body.append("file", new File([new Uint8Array(bytes)], "fullmakt.pdf"));
  const request = new Request("http://localhost/x", { method: "POST", body, headers });
  return POST(request, { params: Promise.resolve({ id }) });
}

describe("a power of attorney from the one who represents", () => {
  it("opens the application, and leads a plain form back to the page of the representation", async () => {
    const { helper, representation, applicationId } = await accepted();
    const response = await send(representation.id, helper.id, { locale: "sv" }, FORM);
    expect(response.status).toBe(303);
    expect(response.headers.get("location")).toMatch(
      new RegExp(`^/sv/representations/${representation.id}\\?told=`),
    );
    expect(await isLetIn(helper.id, applicationId)).toBe(true);
  });

  it("is never anything else, and stands in for nothing", async () => {
    const { helper, holder, representation, applicationId } = await accepted();
    const passport = await add(holder.id, applicationId, "passport");
    const fields = { requirement: "passport", replaces: passport.id };
    expect((await send(representation.id, helper.id, fields)).status).toBe(201);
    expect((await listDocuments(applicationId)).map(({ requirement }) => requirement)).toEqual([
      "passport",
      "power-of-attorney",
    ]);
  });

  it("is not found by anybody else, before the answer, and after the end", async () => {
    const { helper, holder, representation, applicationId } = await accepted();
    const waiting = await invited();
    const stranger = await account();
    const answers = [
      await send(representation.id, stranger.id),
      await send(representation.id, holder.id),
      await send(applicationId, helper.id),
      await send(waiting.representation.id, waiting.helper.id),
      await send(randomUUID(), helper.id),
      await send("x", helper.id, {}, FORM),
    ];
    await endRepresentation(holder.id, applicationId);
    answers.push(await send(representation.id, helper.id));
    expect(answers.map(({ status }) => status)).toEqual(Array(answers.length).fill(404));
    expect(new Set(await Promise.all(answers.map((answer) => answer.text()))).size).toBe(1);
    expect(await stateOf(representation.id)).toBe("ended");
    expect(await listDocuments(applicationId)).toEqual([]);
  });

  it("asks who is signed out to sign in, and takes nothing from another site", async () => {
    const { helper, representation, applicationId } = await accepted();
    expect((await send(representation.id, null)).status).toBe(401);
    expect((await send(representation.id, null, {}, FORM)).headers.get("location")).toMatch(/^\/en\/sign-in/);
    const evil = { "sec-fetch-site": "cross-site" };
    expect((await send(representation.id, helper.id, {}, evil)).status).toBe(403);
    expect(await listDocuments(applicationId)).toEqual([]);
  });
});
