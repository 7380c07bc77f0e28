import "@/lib/documents/fixtures/test-database";
import "@/lib/documents/fixtures/test-folder";
import { randomUUID } from "node:crypto";
import { readdir } from "node:fs/promises";
import path from "node:path";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { listDocuments } from "@/lib/documents/documents";
import { makeApplication, markSubmitted } from "@/lib/documents/fixtures/make-application";
import { makePdf } from "@/lib/documents/fixtures/make-files";
import { env } from "@/lib/env";
import english from "@/messages/en/uploads.json";
import swedish from "@/messages/sv/uploads.json";
import { POST as upload } from "../applications/[id]/documents/route";
import { POST as remove } from "./[id]/remove/route";
import { GET as download } from "./[id]/route";
import { REFUSAL_CODES } from "./refusals";

const signedIn = vi.hoisted(() => ({ user: null as { id: string } | null }));
vi.mock("@/lib/accounts/sessions", () => ({
  currentUser: async () => signedIn.user,
  signInPath: (returnTo: string) => `/en/sign-in?${new URLSearchParams({ returnTo })}`,
}));
vi.mock("next/headers", () => ({ cookies: async () => ({ get: () => undefined }) }));
vi.mock("next-intl/server", () => ({ getTranslations: async () => (key: string) => key }));

const SAME_SITE = { "sec-fetch-site": "same-origin" };
const JSON_WANTED = { ...SAME_SITE, accept: "application/json" };

type Place = { userId: string; applicationId: string };
let own: Place;
beforeEach(async () => {
  own = await makeApplication();
  signedIn.user = { id: own.userId };
});

const at = (id: string) => ({ params: Promise.resolve({ id }) });
const pdf = (name = "a.pdf", text = "x") =>
  makePdf({ text }).then((bytes) => new File([new Uint8Array(bytes)], name));

function formOf(
  files: File[],
  fields: Record<string, string> = { requirement: "passport", locale: "sv" },
): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  for (const file of files) form.append("file", file);
  return form;
}
function send(body: BodyInit, headers: Record<string, string> = JSON_WANTED, id = own.applicationId) {
  const request = new Request("http://localhost/x", { method: "POST", body, headers });
  return upload(request, at(id));
}
async function given(): Promise<string> {
  const response = await send(formOf([await pdf()]));
  return (await response.json()).documents[0].id;
}
const fetchFile = (id: string, headers = {}) =>
  download(new Request(`http://localhost/x`, { headers }), at(id));
const removeFile = (id: string, headers: Record<string, string> = JSON_WANTED) =>
  remove(new Request("http://localhost/x", { method: "POST", headers }), at(id));
const kept = () => listDocuments(own.applicationId);

describe("adding", () => {
  it("answers with what was taken and what was not, and leaves nothing half-received", async () => {
    const response = await send(
      formOf([await pdf("Åsa.pdf"), new File(["<html>"], "b.pdf"), new File([], "c.pdf")]),
    );
    expect(response.status).toBe(201);
    const { documents, refused } = await response.json();
    expect(documents).toMatchObject([{ fileName: "Åsa.pdf", requirement: "passport" }]);
    expect(documents[0]).not.toHaveProperty("storageKey");
    expect(refused).toMatchObject([
      { name: "b.pdf", code: "wrong-type" },
      { name: "c.pdf", code: "empty" },
    ]);
    expect(await readdir(path.join(env().DATA_DIR, "incoming"))).toEqual([]);
  });

  it("sends a plain form back to the page", async () => {
    const response = await send(formOf([await pdf()]), SAME_SITE);
    expect(response.status).toBe(303);
    expect(response.headers.get("location")).toMatch(
      new RegExp(`^/sv/applications/${own.applicationId}/documents\\?told=[\\w-]+#passport$`),
    );
    expect(await kept()).toHaveLength(1);
  });

  it("replaces", async () => {
    const replaces = await given();
    const response = await send(formOf([await pdf("b.pdf", "y")], { requirement: "passport", replaces }));
    expect(response.status).toBe(201);
    expect(await kept()).toMatchObject([{ fileName: "b.pdf" }]);
  });

  it.each<[string, number, string, () => Promise<Response>]>([
    ["a wrong type", 415, "wrong-type", () => send(formOf([new File(["<html>"], "b.pdf")]))],
    ["no file", 422, "no-file", () => send(formOf([]))],
    [
      "an unknown requirement",
      422,
      "unknown-requirement",
      async () => send(formOf([await pdf()], { requirement: "toString" })),
    ],
    ["no requirement", 422, "unknown-requirement", async () => send(formOf([await pdf()], {}))],
    [
      "an unknown file to replace",
      404,
      "not-found",
      async () => send(formOf([await pdf()], { requirement: "other", replaces: "x" })),
    ],
    [
      "another kind of body",
      415,
      "not-a-form",
      () => send("{}", { ...JSON_WANTED, "content-type": "application/json" }),
    ],
    [
      "half a form",
      400,
      "malformed-upload",
      () => send("--x\r\n", { ...JSON_WANTED, "content-type": "multipart/form-data; boundary=x" }),
    ],
    [
      "a length over all limits",
      413,
      "request-too-large",
      () =>
        send("x", {
          ...JSON_WANTED,
          "content-type": "multipart/form-data; boundary=x",
          "content-length": "200000000",
        }),
    ],
  ])("refuses %s", async (_, status, code, act) => {
    const response = await act();
    expect(response.status).toBe(status);
    expect(response.headers.get("content-type")).toBe("application/problem+json");
    expect(await response.json()).toMatchObject({ status, code });
    expect(await kept()).toEqual([]);
  });

  it("is over once the application was submitted", async () => {
    const id = await given();
    await markSubmitted(own.applicationId);
    expect((await send(formOf([await pdf("b.pdf", "y")]))).status).toBe(409);
    expect((await removeFile(id)).status).toBe(409);
    const response = await fetchFile(id);
    expect(response.status).toBe(200);
    await response.body?.cancel();
  });
});

describe("a file of one's own", () => {
  it("comes as a download that nothing can run in", async () => {
    const response = await fetchFile(await given());
    expect(response.status).toBe(200);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      "content-type": "application/pdf",
      "content-disposition": `attachment; filename="a.pdf"; filename*=UTF-8''a.pdf`,
      "content-security-policy": expect.stringMatching(/^sandbox; default-src 'none'/),
      "x-content-type-options": "nosniff",
      "cross-origin-resource-policy": "same-origin",
      "cache-control": "private, no-store",
    });
    expect(
      Buffer.from(await response.arrayBuffer())
        .subarray(0, 5)
        .toString(),
    ).toBe("%PDF-");
  });

  it("is described without being opened for reading", async () => {
    const response = await download(new Request("http://localhost/x", { method: "HEAD" }), at(await given()));
    expect(response.status).toBe(200);
    expect(await response.text()).toBe("");
  });

  it("is removed, for a form and for a program", async () => {
    expect((await removeFile(await given())).status).toBe(204);
    expect(await kept()).toEqual([]);
    expect((await removeFile(await given(), SAME_SITE)).status).toBe(303);
    expect(await kept()).toEqual([]);
  });
});

describe("whoever may not", () => {
  it("somebody else's application and file are answered as ones that do not exist", async () => {
    const theirs = await given();
    const { applicationId } = own;
    signedIn.user = { id: (await makeApplication()).userId };
    for (const headers of [JSON_WANTED, SAME_SITE]) {
      const answers = await Promise.all([
        ...[applicationId, randomUUID(), "x"].map(async (id) =>
          send(formOf([await pdf("b.pdf", "y")]), headers, id),
        ),
        ...[theirs, randomUUID(), "x"].map((id) => removeFile(id, headers)),
        ...[theirs, randomUUID(), "x"].map((id) => fetchFile(id, headers)),
      ]);
      expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([404]));
      expect(new Set(await Promise.all(answers.map((answer) => answer.text()))).size).toBe(1);
    }
    expect(await kept()).toHaveLength(1);
  });

  it("cannot put somebody else's file in the place of one's own", async () => {
    const theirs = await given();
    const other = await makeApplication();
    signedIn.user = { id: other.userId };
    const form = formOf([await pdf("b.pdf", "y")], { requirement: "passport", replaces: theirs });
    expect((await send(form, JSON_WANTED, other.applicationId)).status).toBe(404);
    expect(await kept()).toHaveLength(1);
  });

  it("who is signed out is told, or led to sign-in", async () => {
    const id = await given();
    signedIn.user = null;
    for (const response of [await send(formOf([])), await removeFile(id), await fetchFile(id)])
      expect(response.status).toBe(401);
    for (const response of [
      await send(formOf([]), SAME_SITE),
      await removeFile(id, SAME_SITE),
      await fetchFile(id, { accept: "text/html" }),
    ]) {
      expect(response.status).toBe(303);
      expect(response.headers.get("location")).toMatch(/^\/en\/sign-in\?/);
    }
    expect(await kept()).toHaveLength(1);
  });

  it.each([
    [{}],
    [{ "sec-fetch-site": "cross-site" }],
    [{ origin: "https://evil.example" }],
    [{ "sec-fetch-site": "same-site" }],
  ])("another site changes nothing: %j", async (headers) => {
    const id = await given();
    expect((await send(formOf([await pdf("b.pdf", "y")]), headers)).status).toBe(403);
    expect((await removeFile(id, headers)).status).toBe(403);
    expect(await kept()).toHaveLength(1);
  });
});

it("has words for every refusal, and no others", () => {
  const codes = [...REFUSAL_CODES].sort();
  expect(Object.keys(swedish.refusals).sort()).toEqual(codes);
  expect(Object.keys(english.refusals).sort()).toEqual(codes);
});
