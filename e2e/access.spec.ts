import { randomUUID } from "node:crypto";
import { readdirSync } from "node:fs";
import type { APIRequestContext, APIResponse, Browser } from "@playwright/test";
import { makePicture } from "@/lib/documents/fixtures/make-files";
import { fillAll, ownOrigin, saveStep } from "./support/application";
import { startApplication } from "./support/person";
import { expect, ownNetwork, test } from "./support/test";

/** How a route answers: to everybody; to whoever is signed in; only to whose thing it is; or to a program that signs with its key. */
type Access = "everyone" | "signed-in" | "owner" | "key";
type Route = {
  access: Access;
  posts?: "form" | "program";
  /** What the owner of a draft is answered, where it is not the page: led on, or that there is no such thing yet. */
  draft?: 307 | 404;
  method?: "PUT" | "DELETE";
};

/** Every route of the product. A new one fails the first test until it has its line here. */
const ROUTES: Record<string, Route> = {
  "/[locale]": { access: "everyone" },
  "/[locale]/[...rest]": { access: "everyone" },
  "/[locale]/check": { access: "everyone" },
  "/[locale]/permits": { access: "everyone" },
  "/[locale]/permits/[permit]": { access: "everyone" },
  "/[locale]/rules": { access: "everyone" },
  "/[locale]/rules/changes": { access: "everyone" },
  "/[locale]/timeline": { access: "everyone" },
  "/[locale]/sign-in": { access: "everyone" },
  "/[locale]/sign-in/code": { access: "everyone" },
  "/[locale]/sign-in/send": { access: "everyone", posts: "form" },
  "/[locale]/sign-in/code/again": { access: "everyone", posts: "form" },
  "/[locale]/sign-in/code/check": { access: "everyone", posts: "form" },
  "/[locale]/hosts": { access: "everyone" },
  "/[locale]/join/[token]": { access: "everyone" },
  "/[locale]/link/[token]": { access: "everyone" },
  "/[locale]/link/accept": { access: "signed-in" },
  "/[locale]/represent": { access: "signed-in" },
  "/[locale]/represent/[token]": { access: "signed-in" },
  "/[locale]/representations/[id]": { access: "owner", draft: 404 },
  "/[locale]/representations/[id]/end": { access: "owner", draft: 404 },
  "/[locale]/representations/[id]/power-of-attorney": { access: "owner", draft: 404 },
  "/[locale]/account": { access: "signed-in" },
  "/[locale]/account/delete": { access: "signed-in" },
  "/[locale]/account/language": { access: "signed-in", posts: "form" },
  "/[locale]/account/sign-out": { access: "signed-in", posts: "form" },
  "/[locale]/account/sign-out-everywhere": { access: "signed-in", posts: "form" },
  "/[locale]/applications": { access: "signed-in" },
  "/[locale]/applications/new": { access: "signed-in" },
  "/[locale]/applications/new/[permit]": { access: "signed-in" },
  "/[locale]/applications/start": { access: "signed-in", draft: 307 },
  "/[locale]/applications/[id]": { access: "owner" },
  "/[locale]/applications/[id]/[step]": { access: "owner" },
  "/[locale]/applications/[id]/documents": { access: "owner" },
  "/[locale]/applications/[id]/review": { access: "owner" },
  "/[locale]/applications/[id]/receipt": { access: "owner", draft: 307 },
  "/[locale]/applications/[id]/ask-for-decision": { access: "owner", draft: 307 },
  "/[locale]/applications/[id]/decision": { access: "owner", draft: 307 },
  "/[locale]/applications/[id]/family": { access: "owner" },
  "/[locale]/applications/[id]/family/[member]": { access: "owner", draft: 404 },
  "/[locale]/applications/[id]/family/child": { access: "owner" },
  "/[locale]/applications/[id]/family/invite": { access: "owner" },
  "/[locale]/applications/[id]/family/leave": { access: "owner", draft: 307 },
  "/[locale]/applications/[id]/messages": { access: "owner", draft: 307 },
  "/[locale]/applications/[id]/new-address": { access: "owner", draft: 307 },
  "/[locale]/applications/[id]/representative": { access: "owner" },
  "/[locale]/applications/[id]/representative/end": { access: "owner", draft: 307 },
  "/[locale]/applications/[id]/representative/power-of-attorney": { access: "owner", draft: 307 },
  "/[locale]/applications/[id]/requests/[request]": { access: "owner", draft: 404 },
  "/[locale]/applications/[id]/university": { access: "owner" },
  "/[locale]/applications/[id]/withdraw": { access: "owner", draft: 307 },
  "/api/account/export": { access: "signed-in" },
  "/api/applications/[id]/decision-file": { access: "owner", draft: 404 },
  "/api/applications/[id]/later-documents": { access: "owner", posts: "program" },
  "/api/requests/[id]/documents": { access: "owner", posts: "program" },
  "/api/representations/[id]/power-of-attorney": { access: "owner", posts: "program" },
  "/api/applications/[id]/documents": { access: "owner", posts: "program" },
  "/api/applications/[id]/steps/[step]": { access: "owner", posts: "program" },
  "/api/applications/[id]/submission": { access: "owner", posts: "program" },
  "/api/documents/[id]": { access: "owner" },
  "/api/documents/[id]/remove": { access: "owner", posts: "program" },
  "/api/assess": { access: "everyone", posts: "program" },
  "/api/calendar": { access: "everyone", posts: "form" },
  "/api/openapi.json": { access: "everyone" },
  "/api/authority/v1/openapi.json": { access: "everyone" },
  "/api/authority/v1/keys": { access: "everyone" },
  "/api/authority/v1/events": { access: "key" },
  "/api/authority/v1/submissions": { access: "key" },
  "/api/authority/v1/submissions/[reference]": { access: "key" },
  "/api/authority/v1/groups/[reference]": { access: "key" },
  "/api/authority/v1/documents/[id]": { access: "key" },
  "/api/authority/v1/events/receipt": { access: "key", posts: "program" },
  "/api/authority/v1/requests/[id]/cancellation": { access: "key", posts: "program" },
  "/api/authority/v1/requests/[id]/extension": { access: "key", posts: "program" },
  "/api/authority/v1/submissions/[reference]/decision": { access: "key", posts: "program" },
  "/api/authority/v1/submissions/[reference]/messages": { access: "key", posts: "program" },
  "/api/authority/v1/submissions/[reference]/receipt": { access: "key", posts: "program" },
  "/api/authority/v1/submissions/[reference]/requests": { access: "key", posts: "program" },
  "/api/authority/v1/submissions/[reference]/state": { access: "key", posts: "program" },
  "/api/hosts/v1/keys": { access: "key", method: "PUT" },
  "/api/hosts/v1/links": { access: "key", posts: "program" },
  "/api/hosts/v1/links/[id]": { access: "key" },
  "/api/hosts/v1/notices": { access: "key", posts: "program" },
  "/api/hosts/v1/notices/[id]": { access: "key", method: "DELETE" },
  "/api/health": { access: "everyone" },
  "/api/ready": { access: "everyone" },
};

/** Changes nothing of anybody's and takes no cookie, so that every site and every program may ask. */
const OPEN_TO_OTHER_SITES = ["/api/assess"];

const routes = (choose: (route: Route, path: string) => boolean) =>
  Object.entries(ROUTES).filter(([path, route]) => choose(route, path));

const NOT_THERE = randomUUID();
const isPersonal = (access: Access) => access === "signed-in" || access === "owner";
const isPage = (path: string) => path.startsWith("/[locale]");
const fill = (path: string, id: string) =>
  path
    .replace("[locale]", "en")
    .replace("[id]", id)
    .replace("[permit]", "studies")
    .replace("[step]", "identity")
    .replace(/\[(?:member|request)\]/, NOT_THERE)
    .replace(/\[(?:token|reference)\]/, "none")
    .replace("[...rest]", "nowhere/at-all");

/**
 * The same answer must come for what is somebody else's and for what is not there: only ids and nonces may differ, and the order
 * in which the framework sends the pieces of a page.
 */
async function bodyWithout(answer: APIResponse, id: string): Promise<string[]> {
  const body = await answer.text();
  return body
    .replaceAll(id, "ID")
    .replace(/nonce="[^"]*"|"nonce":"[^"]*"|\\"nonce\\":\\"[^"]*\\"/g, "NONCE")
    .replaceAll('"])</script><script NONCE>self.__next_f.push([1,"', "")
    .split("\\n")
    .sort();
}

type Owned = { application: string; document: string };
let owned: Owned;
let stranger: APIRequestContext;
let owner: APIRequestContext;
let nobody: APIRequestContext;

let site: string;

const own = () => ({ origin: new URL(site).origin, accept: "application/json" });

async function somebody(browser: Browser) {
  const context = await browser.newContext({ extraHTTPHeaders: ownNetwork() });
  const page = await context.newPage();
  const application = await startApplication(page, "en", "studies");
  return { context, page, application };
}

test.beforeAll(async ({ browser, playwright, baseURL }) => {
  site = baseURL ?? "";
  const [one, other] = [await somebody(browser), await somebody(browser)];
  await fillAll(one.page, one.application);
  const upload = await one.page.request.post(`/api${one.application}/documents`, {
    headers: own(),
    multipart: {
      requirement: "passport",
      locale: "en",
      file: { name: "passport.png", mimeType: "image/png", buffer: await makePicture("png") },
    },
  });
  const [document] = (await upload.json()).documents;
  owned = { application: one.application.replace("/applications/", ""), document: document.id };
  owner = one.page.request;
  stranger = other.page.request;
  nobody = await playwright.request.newContext({ baseURL: site, extraHTTPHeaders: ownNetwork() });
});

test.afterAll(() => nobody.dispose());

const idFor = (path: string) => (path.startsWith("/api/documents") ? owned.document : owned.application);
const MULTIPART = { requirement: "passport", locale: "en", tab: "t", revision: "0", surname: "Thief" };

/** What the route takes when it is asked rightly, so that only the person makes the difference. */
function post(request: APIRequestContext, path: string, id: string, headers: Record<string, string>) {
  const options = { headers: { ...headers, "idempotency-key": "a-key-of-mine" }, maxRedirects: 0 };
  if (path.endsWith("/submission"))
    return request.post(fill(path, id), { ...options, data: { revision: 10, locale: "en" } });
  if (path === "/api/assess") return request.post(path, { ...options, data: { permit: "studies" } });
  if (ROUTES[path]?.posts === "form" || path.endsWith("/remove"))
    return request.post(fill(path, id), {
      ...options,
      form: { locale: "en", email: "somebody@example.com" },
    });
  const file = { name: "a.pdf", mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.7") };
  return request.post(fill(path, id), { ...options, multipart: { ...MULTIPART, file } });
}

test("every route has its line in this table", () => {
  const files = readdirSync("app", { recursive: true, encoding: "utf8" });
  const found = files.flatMap((file) => /^(.*)\/(?:page\.tsx|route\.ts)$/.exec(file)?.[1] ?? []);
  expect(found.map((path) => `/${path}`).sort()).toEqual(Object.keys(ROUTES).sort());
});

test("the owner is let in everywhere, so that what follows means something", async () => {
  for (const [path, { draft }] of routes(({ access, posts }) => isPersonal(access) && !posts)) {
    const answer = await owner.get(fill(path, idFor(path)), { headers: own(), maxRedirects: 0 });
    expect([path, answer.status()]).toEqual([path, draft ?? 200]);
  }
});

test("without an account pages lead to sign-in and back, and programs get 401", async () => {
  for (const [path, { posts }] of routes(({ access }) => isPersonal(access))) {
    const at = fill(path, idFor(path));
    const answer = posts
      ? await post(nobody, path, idFor(path), own())
      : await nobody.get(at, { maxRedirects: 0, headers: { accept: isPage(path) ? "text/html" : "*/*" } });
    if (!isPage(path)) {
      expect([path, answer.status()]).toEqual([path, 401]);
      expect(answer.headers()["content-type"]).toContain("application/problem+json");
      continue;
    }
    expect([303, 307], path).toContain(answer.status());
    const to = answer.headers().location ?? "";
    expect(to, path).toContain("/en/sign-in");
    if (!posts) expect(new URL(to, site).searchParams.get("returnTo")).toBe(at);
  }
});

test("what is somebody else's is answered as what is not there", async () => {
  for (const [path, { posts }] of routes(({ access }) => access === "owner")) {
    const answers = [];
    for (const id of [idFor(path), randomUUID()]) {
      const answer = posts
        ? await post(stranger, path, id, own())
        : await stranger.get(fill(path, id), { maxRedirects: 0 });
      answers.push([path, answer.status(), await bodyWithout(answer, id)]);
    }
    expect(answers[0]?.[1], path).toBe(404);
    expect(answers[0]).toEqual(answers[1]);
  }
});

test("ids that are none are not found either", async () => {
  for (const [path, { posts }] of routes(({ access }) => access === "owner")) {
    for (const id of ["1", "a%00b", "..%2f..%2fetc", "a".repeat(3_000), "%F0%9F%98%80", "'%3B--"]) {
      const answer = posts
        ? await post(stranger, path, id, own())
        : await stranger.get(fill(path, id), { maxRedirects: 0 });
      expect([path, id, answer.status()]).toEqual([path, id, 404]);
    }
  }
});

test("a form of another site changes nothing", async () => {
  const evil = ["https://evil.example", "null", `${site}.evil.example`];
  for (const [path] of routes(
    ({ access }, path) => access !== "key" && !OPEN_TO_OTHER_SITES.includes(path),
  )) {
    if (path.startsWith("/api") && !ROUTES[path]?.posts) continue;
    for (const origin of evil) {
      const answer = await post(owner, path, idFor(path), { origin });
      expect([path, origin, answer.status()]).toEqual([path, origin, 403]);
    }
    const told = await post(owner, path, idFor(path), { origin: site, "sec-fetch-site": "cross-site" });
    expect([path, told.status()]).toEqual([path, 403]);
    expect([path, (await post(owner, path, idFor(path), {})).status()]).toEqual([path, 403]);
  }
  const answer = await owner.get(`/en/applications/${owned.application}/review`);
  expect(await answer.text()).toContain("Rao");
  expect((await owner.get(`/api/documents/${owned.document}`)).status()).toBe(200);
});

const BAD_BODIES: [string, { "content-type": string }, string][] = [
  ["nothing", { "content-type": "application/json" }, ""],
  ["half of JSON", { "content-type": "application/json" }, '{"revision":'],
  ["JSON of another shape", { "content-type": "application/json" }, '[[{"__proto__":{}}]]'],
  ["a form without its boundary", { "content-type": "multipart/form-data" }, "--x\r\n"],
  [
    "half a form",
    { "content-type": "multipart/form-data; boundary=x" },
    "--x\r\nContent-Disposition: form-data",
  ],
  ["a form that is none", { "content-type": "application/x-www-form-urlencoded" }, "\0\0=%ZZ&=&%"],
  ["another kind", { "content-type": "image/png" }, "\x89PNG"],
];

test("a program without a key of its own gets 401, whoever is signed in", async () => {
  for (const [path, { posts, method }] of routes(({ access }) => access === "key")) {
    for (const request of [nobody, owner]) {
      for (const authorization of ["", "Bearer x", "Bearer eyJhbGciOiJub25lIn0.e30."]) {
        const answer = await request.fetch(fill(path, idFor(path)), {
          method: method ?? (posts ? "POST" : "GET"),
          headers: { ...own(), authorization, "idempotency-key": "a-key-of-mine" },
          ...(posts || method === "PUT" ? { data: {} } : {}),
        });
        expect([path, authorization, answer.status()]).toEqual([path, authorization, 401]);
      }
    }
  }
});

test("whatever is sent, no route answers with a fault of its own", async () => {
  for (const [path] of routes(({ posts, access }) => Boolean(posts) && access !== "key")) {
    // These take no answers, so that none can be wrong.
    if (path.includes("sign-out") || path.endsWith("/remove")) continue;
    for (const [name, type, data] of BAD_BODIES) {
      const headers = { ...own(), ...type, "idempotency-key": "a-key-of-mine" };
      const at = fill(path, idFor(path));
      const answer = await owner.post(at, { headers, data, maxRedirects: 0 });
      expect(answer.status(), `${path}: ${name}`).toBeGreaterThanOrEqual(300);
      expect(answer.status(), `${path}: ${name}`).toBeLessThan(500);
    }
  }
});

test("characters that no database takes are told or kept, never a fault", async ({ page }) => {
  const application = await startApplication(page, "en", "studies");
  for (const surname of ["a\0b", "\u{1F600}", "x".repeat(30_000), `${"x".repeat(19_999)}\u{1F600}`]) {
    const saved = await saveStep(page, application, "identity", { surname });
    expect(saved.status()).toBeLessThan(500);
    expect((await page.goto(`/en${application}/identity`))?.status()).toBe(200);
  }
  const odd = { headers: ownOrigin(page), multipart: { surname: "Rao", tab: "a\0b", revision: "-1e999" } };
  expect((await page.request.post(`/api${application}/steps/passport`, odd)).status()).toBe(200);
});

test("what is private is kept in no cache, and no page may be framed", async () => {
  for (const [path, { draft }] of routes(({ access, posts }) => isPersonal(access) && !posts)) {
    if (!isPage(path) && draft) continue;
    const answer = await owner.get(fill(path, idFor(path)), { maxRedirects: 0 });
    expect(answer.headers()["cache-control"], path).toContain("no-store");
    expect(answer.headers()["content-security-policy"], path).toContain("frame-ancestors 'none'");
  }
});
