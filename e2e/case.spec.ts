import type { Browser, Page } from "@playwright/test";
import { makePdf } from "@/lib/documents/fixtures/make-files";
import { authorityClient, authorityKey } from "@/scripts/authority-client";
import { fillAll, saveStep, sendButton } from "./support/application";
import { mailsTo } from "./support/mail";
import { newAddress, signIn, startApplication } from "./support/person";
import { expect, ownNetwork, test } from "./support/test";
import { words } from "./support/words";

// One after the other: they share the authority's key.
test.describe.configure({ mode: "default" });

const say = (area: string, key: string) => words("en", area, key);
const button = (page: Page, area: string, key: string) => page.getByRole("button", { name: say(area, key) });
const heading = (page: Page, area: string, key: string) =>
  page.getByRole("heading", { name: say(area, key), exact: true });
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

type Case = { page: Page; at: string; reference: string; email: string };
type Call = ReturnType<typeof authorityClient>;

async function authority(site: string): Promise<Call> {
  return authorityClient(site, await authorityKey(process.env.E2E_FOLDER ?? ""));
}

/** Somebody with an application that was sent, on the page of the case. */
async function sentCase(browser: Browser, javaScriptEnabled: boolean): Promise<Case> {
  const context = await browser.newContext({ javaScriptEnabled, extraHTTPHeaders: ownNetwork() });
  const page = await context.newPage();
  await page.goto("/en/applications");
  const email = await signIn(page, newAddress());
  const application = await startApplication(page, "en", "studies");
  await fillAll(page, application);
  const address = { swedishAddress: "known", street: "Nygatan 1", postcode: "11428", place: "Stockholm" };
  await saveStep(page, application, "address", address);
  await page.goto(`/en${application}/review`);
  await sendButton(page).click();
  await page.waitForURL("**/receipt");
  const reference = (await page.locator(".panel__reference strong").textContent()) ?? "";
  await page.goto(`/en${application}`);
  return { page, at: `/en${application}`, reference, email };
}

for (const javaScriptEnabled of [true, false]) {
  test(`from sending to the last day to appeal, JavaScript ${javaScriptEnabled ? "on" : "off"}`, async ({
    browser,
    baseURL,
  }) => {
    const call = await authority(baseURL ?? "");
    const { page, at, reference, email } = await sentCase(browser, javaScriptEnabled);
    await expect(heading(page, "cases", "states.submitted.title")).toBeVisible();
    await expect(page.getByText(/^Day 0 of 90/)).toBeVisible();
    await expect(page.getByText(`We write to ${email}`)).toBeVisible();

    const asked = await call(`/submissions/${reference}/requests`, {
      what: "A bank statement",
      why: "The one you sent is unreadable.",
      dueOn: inDays(20),
      consequence: "The application may be refused.",
    });
    expect(asked.status).toBe(201);
    await page.goto(at);
    await expect(heading(page, "cases", "states.complement_requested.title")).toBeVisible();
    await page.getByRole("link", { name: say("cases", "now.request") }).click();
    await expect(page.getByText("A bank statement")).toBeVisible();
    await button(page, "writing", "reply.send").click();
    await expect(page.getByText(say("writing", "errors.nothing-to-send")).first()).toBeVisible();

    await page.getByText(say("writing", "moreTime.heading")).click();
    await page.locator("textarea[name=more-time]").fill("My bank is closed until Monday.");
    await button(page, "writing", "moreTime.send").click();
    await expect(page.getByText(say("writing", "moreTime.waits"))).toBeVisible();

    const statement = { name: "statement.pdf", mimeType: "application/pdf", buffer: await makePdf() };
    await page.locator("input[type=file]").setInputFiles(statement);
    await button(page, "uploads", "submit").click();
    await expect(page.getByRole("link", { name: "statement.pdf" })).toBeVisible();
    await page.locator("textarea[name=reply]").fill("Here it is.");
    await button(page, "writing", "reply.send").click();
    await expect(page.getByText(say("writing", "done.sent"))).toBeVisible();
    await expect(page.getByText("Here it is.")).toBeVisible();
    await expect(button(page, "writing", "reply.send")).toHaveCount(0);

    expect((await call(`/submissions/${reference}/messages`, { text: "Welcome." })).status).toBe(201);
    await page.goto(at);
    await expect(heading(page, "cases", "states.submitted.title")).toBeVisible();
    await page.getByRole("link", { name: "Read a new message" }).click();
    await expect(page.getByText("Welcome.")).toBeVisible();
    await page.locator("textarea[name=message]").fill("Thank you.");
    await button(page, "writing", "messages.send").click();
    await expect(page.getByText("Thank you.")).toBeVisible();

    const decided = await call(`/submissions/${reference}/decision`, {
      ...{ outcome: "granted", reasons: "You meet the conditions.", decidedOn: inDays(0) },
      ...{ validFrom: inDays(10), validUntil: inDays(400) },
      appeal: { how: "Write to the Migration Agency.", withinDays: 21 },
    });
    expect(decided.status).toBe(201);
    await page.goto(at);
    await page.getByRole("link", { name: say("cases", "now.openDecision") }).click();
    await expect(page.getByText("You meet the conditions.")).toHaveCount(0);
    await button(page, "decisions", "open.button").click();
    await expect(page.getByText("You meet the conditions.")).toBeVisible();
    await button(page, "decisions", "receive.button").click();
    await expect(page.getByText(say("decisions", "receive.done"))).toBeVisible();
    await expect(page.getByText(say("decisions", "terms.appealBy"))).toBeVisible();

    const events = await call("/events");
    const kinds = (events.body.events as { kind: string; reference: string }[])
      .filter((event) => event.reference === reference)
      .map(({ kind }) => kind);
    expect(kinds).toEqual(expect.arrayContaining(["request-answered", "decision-acknowledged"]));
    const letters = (await mailsTo(email)).map(({ text }) => text ?? "");
    expect(letters.some((text) => text.includes("bank statement") || text.includes("granted"))).toBe(false);
    await page.context().close();
  });
}

test("nobody else opens, answers or confirms anything of a case", async ({ browser, baseURL }) => {
  const call = await authority(baseURL ?? "");
  const own = await sentCase(browser, true);
  const asked = await call(`/submissions/${own.reference}/requests`, {
    ...{ what: "x", why: "x", dueOn: inDays(20), consequence: "x" },
  });
  const request = asked.body.id;
  const stranger = await sentCase(browser, true);
  const foreign = own.at.replace("/en/applications/", "");
  for (const path of [
    "",
    "/messages",
    "/new-address",
    `/requests/${request}`,
    "/decision",
    "/ask-for-decision",
  ])
    expect([path, (await stranger.page.request.get(`${own.at}${path}`)).status()]).toEqual([path, 404]);
  const headers = { origin: new URL(stranger.page.url()).origin, accept: "application/json" };
  const multipart = { file: { name: "a.pdf", mimeType: "application/pdf", buffer: await makePdf() } };
  for (const path of [`/api/applications/${foreign}/later-documents`, `/api/requests/${request}/documents`])
    expect((await stranger.page.request.post(path, { headers, multipart })).status()).toBe(404);
  expect((await stranger.page.request.get(`/api/applications/${foreign}/decision-file`)).status()).toBe(404);
  // One's own request under somebody else's application is none either.
  expect((await own.page.request.get(`${stranger.at}/requests/${request}`)).status()).toBe(404);
  expect((await own.page.request.get(`${own.at}/requests/${request}`)).status()).toBe(200);
  await Promise.all([own.page.context().close(), stranger.page.context().close()]);
});

test("everything is in the file of one's own data, and the account goes when it is told to", async ({
  browser,
}) => {
  const { page, at, reference } = await sentCase(browser, false);
  const file = await page.request.get("/api/account/export");
  expect(file.headers()["content-disposition"]).toContain("attachment");
  expect(JSON.stringify(await file.json())).toContain(reference);
  await page.goto("/en/account/delete");
  await button(page, "account", "deleteAccount.button").click();
  await expect(page.locator("#error-summary")).toBeVisible();
  await page.locator("label[for=confirm]").click();
  await button(page, "account", "deleteAccount.button").click();
  await expect(page.getByText(say("account", "signIn.accountDeleted"))).toBeVisible();
  await page.goto(at);
  await expect(page).toHaveURL(/sign-in/);
});
