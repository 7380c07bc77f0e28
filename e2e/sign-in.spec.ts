import type { APIRequestContext, Page } from "@playwright/test";
import { codeIn, mailTo } from "./support/mail";
import { newAddress, signIn } from "./support/person";
import { expect, ownNetwork, test } from "./support/test";
import { words } from "./support/words";

const codeField = (page: Page) => page.locator("input[autocomplete=one-time-code]");
const says = (key: string) => words("en", "account", key);
/** What is said up to where a number is put in. */
const begins = (key: string) => says(key).split("{")[0] ?? "";

async function askForCode(page: Page, email: string): Promise<void> {
  await page.goto("/en/sign-in");
  await page.locator("main input[type=email]").fill(email);
  await page.getByRole("button", { name: says("signIn.send") }).click();
}

async function enter(page: Page, code: string): Promise<void> {
  await codeField(page).fill(code);
  await page.getByRole("button", { name: says("code.submit") }).click();
}

/** Another code of six digits. */
const wrong = (code: string) => String((Number(code) + 1) % 1_000_000).padStart(6, "0");

const sessionOf = async (page: Page) =>
  (await page.context().cookies()).find(({ name }) => name.endsWith("ankomst.session"));

test("a wrong code is told with how often one may try, and the right one still works", async ({ page }) => {
  const email = newAddress();
  await askForCode(page, email);
  const code = codeIn(await mailTo(email, new Date(0)));
  await enter(page, wrong(code));
  await expect(page.locator("main")).toContainText("4 more times");
  await expect(page).toHaveTitle(/^Error/);
  await enter(page, "12345");
  await expect(page.locator("main")).toContainText(says("problems.format"));
  await enter(page, ` ${code.slice(0, 3)}-${code.slice(3)} `);
  await page.waitForURL("**/en/applications");
});

test("a code bears five wrong tries, and then the right one does not work either", async ({ page }) => {
  const email = newAddress();
  await askForCode(page, email);
  const code = codeIn(await mailTo(email, new Date(0)));
  for (let attempt = 1; attempt <= 5; attempt++) await enter(page, wrong(code));
  await expect(page.locator("main")).toContainText(says("problems.used-up"));
  await expect(codeField(page)).toHaveCount(0);
  const answer = await page.request.post("/en/sign-in/code/check", {
    form: { code },
    headers: { origin: new URL(page.url()).origin },
    maxRedirects: 0,
  });
  expect(answer.headers().location).toBe("/en/sign-in/code?error=used-up");
  expect(await sessionOf(page)).toBeUndefined();
});

test("a code opens only the browser that asked for it, and nothing once it was used", async ({
  page,
  browser,
}) => {
  const [mine, theirs] = [newAddress(), newAddress()];
  const context = await browser.newContext({ extraHTTPHeaders: ownNetwork() });
  const other = await context.newPage();
  await askForCode(page, mine);
  await askForCode(other, theirs);
  const code = codeIn(await mailTo(mine, new Date(0)));
  await enter(other, code);
  await expect(other.locator("main")).toContainText(begins("problems.wrong"));
  await enter(page, code);
  await page.waitForURL("**/en/applications");
  await page.goto("/en/sign-in/code");
  await expect(codeField(page)).toHaveCount(0);
  await enter(other, code);
  await expect(other.locator("main")).toContainText(begins("problems.wrong"));
});

test("another code is not sent at once, and the page tells how long to wait", async ({ page }) => {
  await askForCode(page, newAddress());
  await page.getByRole("button", { name: says("code.again") }).click();
  await expect(page.locator("main")).toContainText(/Wait \d+ seconds? before/);
  await expect(codeField(page)).toBeVisible();
});

test("an address stays as it was typed, when it is wrong and when it is to be changed", async ({ page }) => {
  await askForCode(page, "somebody@nowhere");
  await expect(page.locator("main")).toContainText(says("problems.email"));
  await expect(page.locator("main input[type=email]")).toHaveValue("somebody@nowhere");
  const email = newAddress();
  await askForCode(page, ` ${email.toUpperCase()} `);
  await expect(page.locator("main")).toContainText(email);
  await page.getByRole("link", { name: says("code.change") }).click();
  await expect(page.locator("main input[type=email]")).toHaveValue(email.toUpperCase());
  expect(page.url()).not.toContain(email);
});

test("known and unknown addresses are answered alike", async ({ page, browser }) => {
  const [known, unknown] = [newAddress(), newAddress()];
  await page.goto("/en/sign-in");
  await signIn(page, known);
  const asker = async (email: string) => {
    const context = await browser.newContext({ extraHTTPHeaders: ownNetwork() });
    const other = await context.newPage();
    await askForCode(other, email);
    const told = (await other.locator("main").textContent()) ?? "";
    return {
      url: new URL(other.url()).pathname,
      told: told.replaceAll(email, "ADDRESS").replace(/\d+/g, "N"),
    };
  };
  const first = await asker(unknown);
  expect(first.url).toBe("/en/sign-in/code");
  // Both have been sent a code just now.
  expect(await asker(known)).toEqual(await asker(unknown));
});

const ask = (request: APIRequestContext, origin: string, network: string) =>
  request.post("/en/sign-in/send", {
    form: { email: newAddress() },
    headers: { origin, "x-forwarded-for": network },
    maxRedirects: 0,
  });

test("too many codes from one network: told when to try again, whatever the sender claims to be", async ({
  page,
  playwright,
  baseURL,
}) => {
  const site = baseURL ?? "";
  const network = ownNetwork()["x-forwarded-for"];
  const request = await playwright.request.newContext({ baseURL });
  for (let asked = 0; asked < 60; asked++) {
    const answer = await ask(request, site, `192.0.2.${asked}, ${network}`);
    expect(answer.headers().location).toBe("/en/sign-in/code");
  }
  const refused = await ask(request, site, `198.51.100.7, ${network}`);
  expect(refused.headers().location).toMatch(/error=wait$/);
  expect((await ask(request, site, ownNetwork()["x-forwarded-for"])).headers().location).not.toContain(
    "wait",
  );
  await request.dispose();

  await page.setExtraHTTPHeaders({ "x-forwarded-for": network });
  const email = newAddress();
  await askForCode(page, email);
  await expect(page.getByText(says("wait.heading"))).toBeVisible();
  await expect(page.locator("main")).toContainText(/Try again in .+, after .+\d\d?[:.]\d\d/);
  await expect(page.locator("main input[type=email]")).toHaveValue(email);
});

test("signing out everywhere ends the other browser too", async ({ page, browser }) => {
  const email = newAddress();
  await page.goto("/en/account");
  await signIn(page, email);
  const context = await browser.newContext({ extraHTTPHeaders: ownNetwork() });
  const cookies = await page.context().cookies();
  // A browser that is known for the address gets its code at once.
  await context.addCookies(cookies.filter(({ name }) => name.endsWith("known")));
  const other = await context.newPage();
  await other.goto("/en/account");
  await signIn(other, email);
  await expect(other.getByRole("row")).toHaveCount(3);
  await other.getByRole("button", { name: says("account.signOutEverywhere") }).click();
  await expect(other.locator("main")).toContainText(says("signIn.signedOutEverywhere"));
  await page.reload();
  await page.waitForURL("**/en/sign-in?*");
  expect(await sessionOf(other)).toBeUndefined();
});

test("the cookie of a session is for the server only, and as long as was asked for", async ({ page }) => {
  const email = newAddress();
  await page.goto("/en/sign-in");
  await signIn(page, email);
  const brief = await sessionOf(page);
  expect(brief).toMatchObject({ httpOnly: true, sameSite: "Lax", path: "/", expires: -1 });
  await page.goto("/en/account");
  await page.getByRole("button", { name: says("account.signOut"), exact: true }).click();
  await expect(page.locator("main")).toContainText(says("signIn.signedOut"));
  expect(await sessionOf(page)).toBeUndefined();
  await page.locator("label[for=keep]").click();
  await signIn(page, email);
  const kept = await sessionOf(page);
  const days = ((kept?.expires ?? 0) - Date.now() / 1000) / 86_400;
  expect(Math.round(days)).toBe(90);
  expect(kept?.value).not.toBe(brief?.value);
  for (const { name, httpOnly } of await page.context().cookies())
    expect([name, httpOnly]).toEqual([name, name !== "locale"]);
});

const ELSEWHERE = [
  "https://evil.example/",
  "//evil.example",
  "/\\evil.example",
  "\\\\evil.example",
  "/en/../..//evil.example",
  "/en/..//evil.example",
  "//evil.example/en/applications",
  "/%2f/evil.example",
  "/en@evil.example",
  " //evil.example",
  "/\t/evil.example",
  "javascript:alert(1)",
  "data:text/html,x",
  "/api/documents/1",
  "/en/sign-in?returnTo=/en/sign-in",
];

test("nobody is sent to another site after sign-in", async ({ page, baseURL }) => {
  const home = new URL("/en/applications", baseURL).href;
  await page.goto("/en/sign-in?returnTo=%2F%2Fevil.example%2Fen");
  await page
    .locator("main form")
    .first()
    .evaluate((form) => {
      const field = document.createElement("input");
      Object.assign(field, { type: "hidden", name: "returnTo", value: "//evil.example/en" });
      form.append(field);
    });
  await signIn(page);
  await page.waitForURL("**/en/applications");
  for (const returnTo of ELSEWHERE) {
    const answer = await page.request.get("/en/sign-in", { params: { returnTo }, maxRedirects: 0 });
    const to = new URL(answer.headers().location ?? "", baseURL);
    expect([returnTo, to.href]).toEqual([returnTo, home]);
  }
  const own = await page.request.get("/en/sign-in", {
    params: { returnTo: "/ar/account?x=1" },
    maxRedirects: 0,
  });
  expect(own.headers().location).toBe("/en/account?x=1");
});
