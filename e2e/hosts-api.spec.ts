import { randomUUID } from "node:crypto";
import { mailTo } from "./support/mail";
import { expect, test } from "./support/test";
import { hosts, newKey, newUniversity, students } from "./support/university";

let site: string;

test.beforeAll(({ baseURL }) => {
  site = baseURL ?? "";
});

test("a university sends in 1 000 students in one call, and sees that one opened the link", async ({
  page,
}) => {
  const university = newUniversity(site);
  const everybody = students(1_000, randomUUID());
  const key = `idempotency-key=${randomUUID()}`;
  const sent = university.call("POST", "/links", everybody, [key, "x-request-id=autumn-2027"]);
  expect(sent).toMatchObject({ status: 200, body: { counts: { created: 1_000 } } });
  expect(sent.headers["x-request-id"]).toBe("autumn-2027");
  const results = sent.body.results ?? [];
  expect(new Set(results.map(({ url }) => url)).size).toBe(1_000);

  const again = university.call("POST", "/links", everybody, [key]);
  expect(again.body).toEqual(sent.body);
  expect(again.headers["idempotent-replayed"]).toBe("true");
  expect(university.call("POST", "/links", everybody).body.counts).toEqual({ existing: 1_000 });

  const [{ url = "", id = "" } = {}] = results;
  expect(university.call("GET", `/links/${id}`).body).toMatchObject({ state: "sent", openedAt: null });
  await page.goto(url);
  await expect(page.locator("main")).toContainText(university.name);
  await expect.poll(() => university.call("GET", `/links/${id}`).body.state).toBe("opened");

  expect(university.call("DELETE", `/links/${id}`).body).toMatchObject({ state: "withdrawn" });
  await page.goto(url);
  await expect(page.locator("main")).not.toContainText("Sustainable Technology");
  expect(university.call("GET", `/links/${id}`).body).toMatchObject({ id, state: "withdrawn" });
  expect(university.call("GET", "/links?limit=3").body.links).toHaveLength(3);
});

test("letters with their links go to the students, each in their own language", async () => {
  const university = newUniversity(site);
  const prefix = randomUUID();
  const [one, other] = students(2, prefix);
  const since = new Date();
  const sent = university.call("POST", "/links?notify=true", [{ ...one, locale: "sv" }, other]);
  const [first, second] = sent.body.results ?? [];
  const [swedish, english] = [
    await mailTo(`${prefix}-0@example.com`, since),
    await mailTo(`${prefix}-1@example.com`, since),
  ];
  expect(swedish.text).toContain(first?.url.replace("/link/", "/sv/link/"));
  expect(swedish.subject).toContain(`${university.name} (sv)`);
  expect(english.text).toContain(second?.url.replace("/link/", "/en/link/"));
});

test("a key is replaced by the university itself, and a stranger is turned away", async ({ request }) => {
  const university = newUniversity(site);
  const { jwks } = newKey();
  expect(university.call("PUT", "/keys", jwks).status).toBe(200);
  expect(university.call("GET", "/links")).toMatchObject({
    status: 401,
    body: { code: "not-authenticated", reason: "bad-token" },
  });
  const answer = await request.get("/api/hosts/v1/links");
  expect(answer.status()).toBe(401);
  expect(answer.headers()["content-type"]).toContain("application/problem+json");
});

test("the operator tries it in one line, and disables a host in another", async ({ page }) => {
  const url = hosts(site, ["mint"]);
  expect(url).toMatch(new RegExp(`^${site}/link/[\\w-]+\\.[\\w-]+\\.[\\w-]+$`));
  await page.goto(url);
  await expect(page.locator("main")).toContainText("Test University");
  const university = newUniversity(site);
  const link = university.link({
    kind: "hosting-agreement",
    person: { name: { given: "Ada" }, birthDate: "1995-12-10" },
    level: "doctoral",
  });
  await page.goto(link);
  await expect(page.locator("main")).toContainText(university.name);
  hosts(site, ["disable", university.code]);
  await page.goto(link);
  await expect(page.locator("main")).not.toContainText("Ada");
  expect(university.call("GET", "/links").status).toBe(401);
});

test("the description of the API is there for everybody, and names this site", async ({ request }) => {
  const answer = await request.get("/api/openapi.json");
  expect(answer.status()).toBe(200);
  const { openapi, servers, paths } = await answer.json();
  expect(openapi).toBe("3.1.0");
  expect(servers).toEqual([{ url: `${site}/api/hosts/v1` }]);
  expect(Object.keys(paths)).toContain("/notices");
});
