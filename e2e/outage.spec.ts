import type { Browser, Page } from "@playwright/test";
import { type EmbeddedPostgres, startEmbeddedPostgres } from "@/lib/db/embedded-postgres";
import { fillAll, ownOrigin, referenceOn, reviewed, sendButton } from "./support/application";
import { answerQuestion, move, result, startCheck } from "./support/check";
import { mailTo } from "./support/mail";
import { newAddress, saveAndContinue, signIn, startApplication } from "./support/person";
import { freePort, launch, newFolder, type Product, ready } from "./support/product";
import { type TcpProxy, tcpProxy } from "./support/tcp-proxy";
import { expect, ownNetwork, test } from "./support/test";
import { words } from "./support/words";

// One after the other, since they share one line to the database; a failure does not keep the rest from running.
test.describe.configure({ mode: "default" });

let database: EmbeddedPostgres;
let line: TcpProxy;
let product: Product;

test.beforeAll(async () => {
  database = await startEmbeddedPostgres(newFolder());
  const address = new URL(database.url);
  line = await tcpProxy(Number(address.port));
  address.port = String(line.port);
  product = launch({ folder: newFolder(), port: await freePort(), settings: { DATABASE_URL: address.href } });
  await ready(product);
});

test.afterAll(async () => {
  product.process.kill("SIGTERM");
  await product.ended;
  await line.close();
  await database.stop();
});

test.afterEach(async () => {
  line.mend();
  await expect.poll(async () => (await fetch(`${product.url}/api/ready`)).status).toBe(200);
});

type Person = { page: Page; email: string; application: string };

/** Somebody in the middle of an application, while everything is well. */
async function somebody(browser: Browser, javaScriptEnabled: boolean, locale = "en"): Promise<Person> {
  const { url, folder } = product;
  const context = await browser.newContext({
    baseURL: url,
    javaScriptEnabled,
    extraHTTPHeaders: ownNetwork(),
  });
  const page = await context.newPage();
  await page.goto(`/${locale}/applications`);
  const email = await signIn(page, newAddress(), folder);
  return { page, email, application: await startApplication(page, locale, "studies") };
}

const unavailable = (locale: string) => words(locale, "common", "unavailable.title");

test("the process says that it lives and that it cannot serve; pages for everybody work", async ({
  browser,
}) => {
  line.cut();
  expect((await fetch(`${product.url}/api/health`)).status).toBe(200);
  expect((await fetch(`${product.url}/api/ready`)).status).toBe(503);
  for (const javaScriptEnabled of [true, false]) {
    const context = await browser.newContext({ baseURL: product.url, javaScriptEnabled });
    const page = await context.newPage();
    for (const path of ["/en", "/en/permits", "/en/permits/studies", "/en/sign-in"])
      expect([path, (await page.goto(path))?.status()]).toEqual([path, 200]);
    await startCheck(page, "en", "studies");
    await answerQuestion(page, { citizenship: "DE" });
    await move(page, "continue");
    await expect(result(page)).toBeVisible();
    await context.close();
  }
});

for (const javaScriptEnabled of [true, false]) {
  const title = `JavaScript ${javaScriptEnabled ? "on" : "off"}`;

  test(`${title}: what is typed while the database is away is there when it is back`, async ({ browser }) => {
    const { page, application } = await somebody(browser, javaScriptEnabled);
    await page.goto(`/en${application}/contact`);
    await page.locator("[name=presentAddress]").fill("12 MG Road");
    await page.locator("[name=presentCountry]").selectOption("IN");
    await page.locator("[name=presentPlace]").fill("Typed in the outage");
    line.cut();
    await saveAndContinue(page);
    await expect(page.getByText(unavailable("en")).first()).toBeVisible();
    await expect(page.locator("body")).not.toContainText(/prisma|postgres|ECONN|at async/i);
    line.mend();
    await expect
      .poll(async () => {
        await page.goto(`/en${application}/contact`);
        return page
          .locator("[name=presentPlace]")
          .inputValue({ timeout: 1_000 })
          .catch(() => "");
      })
      .toBe("Typed in the outage");
    await expect(page.getByText(words("en", "steps", "form.pending.heading"))).toBeVisible();
    await saveAndContinue(page);
    await page.waitForURL(`**${application}/background`);
    await page.goto(`/en${application}/contact`);
    await expect(page.locator("[name=presentPlace]")).toHaveValue("Typed in the outage");
  });
}

test("pages of a person say what is the matter in their language, and are there again afterwards", async ({
  browser,
}) => {
  const { page, application } = await somebody(browser, true, "ar");
  line.cut();
  for (const path of [
    "/ar/applications",
    `/ar${application}`,
    `/ar${application}/documents`,
    "/ar/account",
  ]) {
    await page.goto(path);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(unavailable("ar"));
  }
  line.mend();
  await page.goto(`/ar${application}`);
  await expect(page.getByRole("heading", { level: 1 })).not.toHaveText(unavailable("ar"));
});

test("signing in says that it failed, and keeps the address", async ({ browser }) => {
  const context = await browser.newContext({ baseURL: product.url, extraHTTPHeaders: ownNetwork() });
  const page = await context.newPage();
  const email = newAddress();
  await page.goto("/en/sign-in");
  await page.locator("main input[type=email]").fill(email);
  line.cut();
  await page.locator("main form:has(input[type=email]) button").click();
  await expect(page.locator("main")).toContainText(words("en", "account", "problems.failed"));
  await page.goto("/en/sign-in?error=failed");
  await expect(page.locator("main input[type=email]")).toHaveValue(email);
});

test("an application sent in the outage is told not to have been sent, and goes once afterwards", async ({
  browser,
}) => {
  const { page, email, application } = await somebody(browser, false);
  await fillAll(page, application);
  await reviewed(page, "en", application);
  line.cut();
  await sendButton(page).click();
  await expect(page.getByText(unavailable("en")).first()).toBeVisible();
  line.mend();
  await reviewed(page, "en", application);
  await sendButton(page).click();
  await page.waitForURL("**/receipt");
  const reference = (await referenceOn(page).textContent()) ?? "";
  // The worker has lost its connection too, and does its work again.
  await mailTo(email, new Date(0), reference, product.folder);
});

test("programs get a problem document that tells nothing of the inside", async ({ browser }) => {
  const { page, application } = await somebody(browser, true);
  line.cut();
  const headers = { ...ownOrigin(page), "idempotency-key": "a-key-of-mine", accept: "application/json" };
  const file = { name: "a.pdf", mimeType: "application/pdf", buffer: Buffer.from("%PDF-") };
  for (const answer of [
    await page.request.post(`/api${application}/steps/identity`, { headers, multipart: { surname: "Rao" } }),
    await page.request.post(`/api${application}/submission`, { headers, data: { revision: 1 } }),
    await page.request.post(`/api${application}/documents`, {
      headers,
      multipart: { requirement: "passport", file },
    }),
  ]) {
    expect(answer.status()).toBeGreaterThanOrEqual(500);
    expect(answer.headers()["content-type"]).toContain("application/problem+json");
    expect(await answer.text()).not.toMatch(/prisma|postgres|ECONN|node_modules/i);
  }
});
