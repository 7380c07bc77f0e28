import type { Page } from "@playwright/test";
import { fillAll, ownOrigin, referenceOn, reviewed, saveStep, sendButton } from "./support/application";
import { mailsTo, mailTo } from "./support/mail";
import { newAddress, signIn, startApplication } from "./support/person";
import { expect, test } from "./support/test";
import { words } from "./support/words";

/** Somebody whose application is ready to be sent, at the page for reviewing it. */
async function readyToSend(page: Page, locale: string) {
  await page.goto(`/${locale}/applications`);
  const email = await signIn(page, newAddress());
  const application = await startApplication(page, locale, "studies");
  await fillAll(page, application);
  const revision = await reviewed(page, locale, application);
  return { email, application, revision };
}

type Submission = { revision: number; key: string };

const submit = (page: Page, application: string, { revision, key }: Submission) =>
  page.request.post(`/api${application}/submission`, {
    headers: { ...ownOrigin(page), "idempotency-key": key },
    data: { revision, locale: "en" },
  });

for (const javaScriptEnabled of [true, false]) {
  test.describe(`JavaScript ${javaScriptEnabled ? "on" : "off"}`, () => {
    test.use({ javaScriptEnabled });

    test("a double click sends once; the receipt stays as it is, and there is no way back", async ({
      page,
    }) => {
      const { email, application } = await readyToSend(page, "en");
      await expect(page.locator("main")).toContainText("You may send anyway");
      await sendButton(page).dblclick();
      await page.waitForURL(`**/en${application}/receipt`);
      const reference = await referenceOn(page).textContent();
      expect(reference).toMatch(/^ANK-/);
      const receipt = await page.locator("main").textContent();
      await page.reload();
      expect(await page.locator("main").textContent()).toBe(receipt);
      for (const step of ["identity", "documents", "review", "declarations"]) {
        await page.goto(`/en${application}/${step}`);
        await page.waitForURL(`**/en${application}/receipt`);
      }
      await mailTo(email, new Date(0), reference ?? "");
      expect((await mailsTo(email)).filter(({ text }) => text.includes(reference ?? "-"))).toHaveLength(1);
    });

    test("two tabs that send lead to one receipt", async ({ page, context }) => {
      const { application } = await readyToSend(page, "en");
      const other = await context.newPage();
      await other.goto(page.url());
      const references = await Promise.all(
        [page, other].map(async (tab) => {
          await sendButton(tab).click();
          await tab.waitForURL(`**/en${application}/receipt`);
          return referenceOn(tab).textContent();
        }),
      );
      expect(references[0]).toMatch(/^ANK-/);
      expect(references[1]).toBe(references[0]);
    });

    test("what was changed after the review is not sent unseen", async ({ page }) => {
      const { application } = await readyToSend(page, "en");
      await saveStep(page, application, "stay", { "stayFrom.day": "16" });
      await sendButton(page).click();
      await page.waitForURL("**/review?problem=stale");
      await expect(page.locator("main").getByRole("alert")).toContainText(
        words("en", "applications", "review.problems.stale"),
      );
      await sendButton(page).click();
      await page.waitForURL(`**/en${application}/receipt`);
    });

    test("without the declaration it cannot be sent, and the page says why", async ({ page }) => {
      const { application } = await readyToSend(page, "en");
      await saveStep(page, application, "declarations", {});
      await page.reload();
      await expect(sendButton(page)).toHaveCount(0);
      const blocked = page.locator("main").getByText(words("en", "applications", "review.blocked.heading"));
      await expect(blocked).toBeVisible();
      const way = page.getByRole("link", { name: words("en", "steps", "declarations.title"), exact: true });
      await way.click();
      await page.waitForURL(`**${application}/declarations`);
    });
  });
}

test("after sending, the back button offers nothing that can be sent again", async ({ page }) => {
  const { application } = await readyToSend(page, "en");
  await sendButton(page).click();
  await page.waitForURL(`**/en${application}/receipt`);
  await page.goBack();
  await expect(sendButton(page)).toHaveCount(0);
  await expect(referenceOn(page)).toBeVisible();
});

test("the receipt comes by mail in the person's language", async ({ page }) => {
  const { email, application } = await readyToSend(page, "ar");
  await sendButton(page).click();
  await page.waitForURL(`**/ar${application}/receipt`);
  const reference = (await referenceOn(page).textContent()) ?? "";
  const mail = await mailTo(email, new Date(0), reference);
  const [before = "", after = ""] = words("ar", "email", "receipt.subject").split("{reference}");
  expect(mail.subject).toContain(before.trim());
  expect(mail.subject).toContain(after.trim());
  expect(mail.text).toContain(words("ar", "email", "receipt.keep"));
  expect(mail.html).toContain('dir="rtl"');
  expect(mail.text).not.toContain("Rao");
  expect(mail.text).toContain(`/ar${application}/receipt`);
});

test("a program gets one receipt for one key, and no second submission with another", async ({ page }) => {
  const { application, revision } = await readyToSend(page, "en");
  const first = await submit(page, application, { revision, key: "a-key-of-mine" });
  expect(first.status()).toBe(201);
  expect(first.headers().location).toBe(`/en${application}/receipt`);
  const again = await submit(page, application, { revision, key: "a-key-of-mine" });
  expect(again.status()).toBe(201);
  expect(await again.json()).toEqual(await first.json());
  const other = await submit(page, application, { revision, key: "another-key" });
  expect(other.status()).toBe(409);
  expect((await other.json()).code).toBe("not-a-draft");
});

test("ten requests at once with one key give one receipt", async ({ page }) => {
  const { application, revision } = await readyToSend(page, "en");
  const answers = await Promise.all(
    Array.from({ length: 10 }, () => submit(page, application, { revision, key: "all-at-once" })),
  );
  expect(answers.map((answer) => answer.status())).toEqual(Array(10).fill(201));
  const references = await Promise.all(answers.map(async (answer) => (await answer.json()).reference));
  expect(new Set(references).size).toBe(1);
});

test("a program is told why it may not send", async ({ page }) => {
  const { application, revision } = await readyToSend(page, "en");
  const stale = await submit(page, application, { revision: revision - 1, key: "a-key-of-mine" });
  expect([stale.status(), (await stale.json()).code]).toEqual([409, "stale"]);
  const short = await submit(page, application, { revision, key: "short" });
  expect([short.status(), (await short.json()).code]).toEqual([400, "bad-key"]);
  await saveStep(page, application, "declarations", {});
  const next = await page.goto(`/en${application}`).then(() => revision + 1);
  const void_ = await submit(page, application, { revision: next, key: "a-key-of-mine" });
  expect([void_.status(), (await void_.json()).code]).toEqual([422, "cannot-submit"]);
});
