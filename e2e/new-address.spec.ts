import type { Page } from "@playwright/test";
import { fillAll, saveStep, sendButton } from "./support/application";
import { fillIn, startApplication } from "./support/person";
import { expect, test } from "./support/test";
import { words } from "./support/words";

const say = (key: string) => words("en", "addresses", key);

/** Sends an application without an address, and opens the page for telling one. */
async function sentWithoutAddress(page: Page): Promise<string> {
  const application = await startApplication(page, "en", "studies");
  await fillAll(page, application);
  const saved = await page.request.post(`/api${application}/steps/address`, {
    headers: { origin: new URL(page.url()).origin },
    multipart: { swedishAddress: "not-yet-known", tab: "a-test", revision: "1" },
  });
  expect(saved.status()).toBe(200);
  await page.goto(`/en${application}/review`);
  await sendButton(page).click();
  await page.waitForURL("**/receipt");
  await page.goto(`/en${application}/new-address`);
  return application;
}

const button = (page: Page, key: string) => page.getByRole("button", { name: say(key) });
const HOME = { swedishAddress: "known", street: "Storgatan 12 B", postcode: "11428", place: "Stockholm" };

for (const javaScriptEnabled of [true, false]) {
  test.describe(`JavaScript ${javaScriptEnabled ? "on" : "off"}`, () => {
    test.use({ javaScriptEnabled, viewport: { width: 360, height: 760 } });

    test("an address that was missing is told, changed from a day to come, and confirmed", async ({
      page,
    }) => {
      await sentWithoutAddress(page);
      await expect(page.getByRole("heading", { name: say("missing.heading") })).toBeVisible();
      await fillIn(page, { ...HOME, postcode: "1142" });
      await button(page, "form.send").click();
      await expect(page.locator("#error-summary")).toBeFocused();
      await expect(page.locator("[name=street]")).toHaveValue("Storgatan 12 B");
      await fillIn(page, { postcode: "114 28" });
      await button(page, "form.send").click();
      await expect(page.getByText(say("done.told"))).toBeVisible();
      await expect(page.getByRole("heading", { name: say("missing.heading") })).toHaveCount(0);
      await expect(page.getByRole("row")).toHaveCount(3);
      await button(page, "now.still").click();
      await expect(page.getByText(say("done.confirmed"))).toBeVisible();

      await page.getByText(say("form.heading")).click();
      const year = String(new Date().getUTCFullYear() + 1);
      const addressFrom = { day: "1", month: "9", year };
      await fillIn(page, { ...HOME, street: "Nygatan 1", addressFrom });
      await button(page, "form.send").click();
      await expect(page.getByText(say("done.told"))).toBeVisible();
      await expect(page.getByText(`From 1 September ${year}: Nygatan 1`)).toBeVisible();
      await expect(page.getByRole("row")).toHaveCount(4);
    });
  });
}

test("while it is a draft the step of the application asks for it", async ({ page }) => {
  const application = await startApplication(page, "en", "studies");
  await saveStep(page, application, "address", HOME);
  await page.goto(`/en${application}/new-address`);
  await expect(page).toHaveURL(`/en${application}/address`);
});
