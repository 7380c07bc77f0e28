import type { Page } from "@playwright/test";
import { STUDENT } from "./support/answers";
import { ownOrigin, reviewed, saveStep, sendButton } from "./support/application";
import { mailTo } from "./support/mail";
import { fillIn, newAddress, saveAndContinue, signIn, startApplication } from "./support/person";
import { accept, addPowerOfAttorney, appoint, linkIn, ownBrowser, say } from "./support/representatives";
import { expect, test } from "./support/test";

const main = (page: Page) => page.locator("main");
const PAGES = ["", "/identity", "/documents", "/review", "/receipt", "/representative", "/family"];

/** Somebody who has written their name in an application. */
async function applicant(page: Page): Promise<string> {
  const application = await startApplication(page, "en", "studies");
  const [[, identity]] = STUDENT as [(typeof STUDENT)[number]];
  expect((await saveStep(page, application, "identity", identity)).ok()).toBe(true);
  return application;
}

/** Ends it from the page of the applicant. */
async function end(page: Page, application: string): Promise<void> {
  await page.goto(`/en${application}/representative/end`);
  await page.getByRole("button", { name: say("endPage.yes") }).click();
  await expect(main(page)).toContainText(say("told.ended"));
}

/** Everything of an application answers this account as if there were none. */
async function expectShutOut(page: Page, application: string): Promise<void> {
  for (const path of PAGES) {
    const answer = await page.request.get(`/en${application}${path}`, { maxRedirects: 0 });
    expect([path, answer.status()]).toEqual([path, 404]);
  }
  const saved = await saveStep(page, application, "identity", { surname: "Thief" });
  expect(saved.status()).toBe(404);
  const sent = await page.request.post(`/api${application}/submission`, {
    headers: { ...ownOrigin(page), "idempotency-key": "a-key-of-mine" },
    data: { revision: 1, locale: "en" },
  });
  expect(sent.status()).toBe(404);
  const file = { name: "a.pdf", mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.7") };
  const added = await page.request.post(`/api${application}/documents`, {
    headers: { ...ownOrigin(page), accept: "application/json" },
    multipart: { requirement: "power-of-attorney", locale: "en", file },
  });
  expect(added.status()).toBe(404);
}

for (const javaScriptEnabled of [true, false]) {
  test(`from the letter to the end, JavaScript ${javaScriptEnabled ? "on" : "off"}`, async ({ browser }) => {
    const asha = await ownBrowser(browser, javaScriptEnabled);
    const anna = await ownBrowser(browser, javaScriptEnabled);
    const since = new Date();
    const application = await applicant(asha);
    const email = newAddress();
    const link = await appoint(asha, application, email);
    await expect(main(asha)).toContainText(say("explain.end"));
    const { text, subject } = await mailTo(email, since, "/represent/");
    expect(`${subject}${text}`).toContain("Asha Rao");
    expect(`${subject}${text}`).not.toMatch(/ANK-|1998|India|studies/i);

    const representation = await accept(anna, link, email);
    await expect(main(anna)).toContainText(say("mine.waiting.heading"));
    await expectShutOut(anna, application);
    await anna.goto(`${representation}/power-of-attorney`);
    await expect(main(anna)).toContainText("Asha Rao");
    await expect(main(anna).locator("[lang=sv]")).toContainText("Jag ger ombudet fullmakt");

    await anna.goto(representation);
    await addPowerOfAttorney(anna);
    await expect(main(anna)).toContainText(say("mine.open.heading"));
    await anna.getByRole("link", { name: say("mine.open.link") }).click();
    await expect(anna.getByRole("complementary", { name: say("banner.label") })).toContainText("Asha Rao");

    const [, [, passport]] = STUDENT as [unknown, (typeof STUDENT)[number]];
    await anna.goto(`/en${application}/passport`);
    await fillIn(anna, passport);
    await saveAndContinue(anna);
    await anna.waitForURL((url) => !url.pathname.endsWith("/passport"));
    await anna.goto(`/en${application}/declarations`);
    await expect(main(anna)).toContainText(say("declaration.label"));

    await asha.goto(`/en${application}/representative`);
    await expect(main(asha)).toContainText(email);
    await expect(asha.getByRole("row").filter({ hasText: "passport" })).toContainText("Anna Ek");
    const stepOpen = `/en${application}/passport`;
    await anna.goto(stepOpen);
    await end(asha, application);
    await anna.locator("button[value=next]").click();
    await expect(anna.locator("button[value=next]")).toHaveCount(0);
    await expectShutOut(anna, application);
    expect((await anna.request.get(representation)).status()).toBe(404);
    await anna.goto("/en/applications");
    await expect(main(anna)).not.toContainText("Asha Rao");
    await mailTo(email, since, "no longer the representative");
  });

  test(`an application started for somebody else, JavaScript ${javaScriptEnabled ? "on" : "off"}`, async ({
    browser,
  }) => {
    const asha = await ownBrowser(browser, javaScriptEnabled);
    const anna = await ownBrowser(browser, javaScriptEnabled);
    const email = newAddress();
    const since = new Date();
    await anna.goto("/en/represent");
    await signIn(anna);
    await anna.getByRole("button", { name: say("startFor.button") }).click();
    await expect(anna.locator(".error-summary")).toBeVisible();
    const person = { givenNames: "Asha", surname: "Rao", personEmail: email };
    await fillIn(anna, { ...person, ownName: "Anna Ek", permit: "studies" });
    await anna.getByRole("button", { name: say("startFor.button") }).click();
    await anna.waitForURL(/representations\/[0-9a-f-]{36}/);
    await expect(main(anna)).toContainText(say("told.started"));

    const { text } = await mailTo(email, since, "/representative");
    expect(text).toContain("Anna Ek");
    const path = /\/en(\/applications\/[0-9a-f-]{36})\/representative/.exec(text);
    await expectShutOut(anna, path?.[1] ?? "");
    await addPowerOfAttorney(anna);
    await expect(main(anna)).toContainText(say("mine.open.heading"));

    await mailTo(email, since, "can now fill in");
    await asha.goto(path?.[0] ?? "");
    await signIn(asha, email);
    await expect(main(asha)).toContainText("Anna Ek");
    await expect(main(asha)).toContainText(say("done.kinds.application-started"));
    await end(asha, path?.[1] ?? "");
    await expectShutOut(anna, path?.[1] ?? "");
  });
}

test("a representative sends the application, and the receipt goes to the applicant", async ({ browser }) => {
  const [asha, anna] = [await ownBrowser(browser, true), await ownBrowser(browser, true)];
  const application = await applicant(asha);
  const email = newAddress();
  await accept(anna, await appoint(asha, application, email), email);
  await asha.goto(`/en${application}/representative`);
  await addPowerOfAttorney(asha);
  await expect(main(asha)).toContainText(say("poa.there"));
  for (const [step, answers] of STUDENT.slice(1)) {
    const whole = step === "contact" ? { email: "asha@example.com", ...answers } : answers;
    expect((await saveStep(anna, application, step, whole)).ok(), step).toBe(true);
  }
  expect((await saveStep(anna, application, "declarations", { truth: "on" })).ok()).toBe(true);
  await reviewed(anna, "en", application);
  await expect(main(anna)).toContainText(say("sending"));
  await sendButton(anna).first().click();
  await anna.waitForURL(/receipt$/);
  await expect(main(anna)).toContainText(say("receipt"));
  await asha.goto(`/en${application}/representative`);
  await expect(main(asha)).toContainText(say("done.kinds.application-submitted"));
  await end(asha, application);
  await expectShutOut(anna, application);
});

test("a link is for one address, works once, and dies when it is replaced or taken back", async ({
  browser,
}) => {
  const [asha, anna, stranger] = [
    await ownBrowser(browser, false),
    await ownBrowser(browser, false),
    await ownBrowser(browser, false),
  ];
  const application = await applicant(asha);
  const email = newAddress();
  const first = await appoint(asha, application, email);

  await asha.goto(first);
  await expect(main(asha)).toContainText(say("ownAddress.title"));
  await stranger.goto(first);
  await signIn(stranger);
  await expect(main(stranger)).toContainText(say("otherAddress.title"));
  await expect(main(stranger)).not.toContainText("Asha Rao");
  expect((await stranger.request.get(`/en${application}/representative`)).status()).toBe(404);

  const since = new Date(Date.now() + 1_000);
  await new Promise((resolve) => setTimeout(resolve, 2_000));
  await asha.goto(`/en${application}/representative`);
  await asha.getByRole("button", { name: say("invited.again") }).click();
  await expect(main(asha)).toContainText(say("told.again"));
  const second = await linkIn(email, new Date(since.getTime() + 1_000));
  expect(second).not.toBe(first);
  await anna.goto(first);
  await signIn(anna, email);
  await expect(main(anna)).toContainText(say("closed.title"));
  await anna.goto(second);
  await expect(main(anna)).toContainText("Asha Rao");

  await asha.goto(`/en${application}/representative/end`);
  await asha.getByRole("button", { name: say("endPage.yesInvited") }).click();
  await expect(main(asha)).toContainText(say("told.ended"));
  await anna.getByRole("button", { name: say("invitation.accept") }).click();
  await expect(main(anna)).toContainText(say("closed.title"));
});

test("what is wrong is told at its field, and nothing typed is lost", async ({ browser }) => {
  const asha = await ownBrowser(browser, false);
  const application = await startApplication(asha, "en", "studies");
  await asha.goto(`/en${application}/representative`);
  await expect(main(asha)).toContainText(say("nameMissing.heading"));
  await saveStep(asha, application, "identity", { surname: "Rao" });
  for (const [name, email, told] of [
    ["", "a@example.com", "Name of your representative"],
    ["Anna", "nowhere", "email"],
    ["www.evil.example", "a@example.com", say("problems.bad-name")],
  ] as const) {
    await asha.goto(`/en${application}/representative`);
    await asha.locator("main input[name=name]").fill(name);
    await asha.locator("main input[name=email]").fill(email);
    await asha.getByRole("button", { name: say("appoint.button") }).click();
    await expect(asha.locator(".error-summary")).toContainText(told);
    await expect(asha.locator("main input[name=email]")).toHaveValue(email);
  }
});
