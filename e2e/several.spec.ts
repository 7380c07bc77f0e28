import type { Page } from "@playwright/test";
import { PASSPORT_UNTIL, STUDENT } from "./support/answers";
import { saveStep, sendButton } from "./support/application";
import { choose, fillIn, saveAndContinue, signIn, startApplication } from "./support/person";
import { expect, test } from "./support/test";
import { words } from "./support/words";

const ANSWERS = new Map(STUDENT);
const say = (key: string) => words("en", "applications", key);
const main = (page: Page) => page.locator("main");
const task = (page: Page, step: string) => page.locator(`.task:has(#${step}-status)`);

/** An extension of studies with everything that another application can take over. */
async function extensionOfStudies(page: Page): Promise<string> {
  const application = await startApplication(page, "en", "studies", "extension");
  for (const step of ["identity", "passport", "background", "address"])
    expect((await saveStep(page, application, step, ANSWERS.get(step) ?? {})).ok()).toBe(true);
  const contact = { email: "asha@example.com", ...ANSWERS.get("contact") };
  expect((await saveStep(page, application, "contact", contact)).ok()).toBe(true);
  return application;
}

const referenceOf = async (page: Page, application: string) => {
  await page.goto(`/en${application}`);
  const reference = await main(page).locator("bdi", { hasText: /^ANK-/ }).last().textContent();
  return reference ?? "";
};

for (const javaScriptEnabled of [true, false]) {
  test.describe(`JavaScript ${javaScriptEnabled ? "on" : "off"}`, () => {
    test.use({ javaScriptEnabled });

    test("from the list to the right permit, in plain words", async ({ page }) => {
      await page.goto("/en/applications");
      await signIn(page);
      await main(page)
        .getByRole("link", { name: say("list.start") })
        .click();
      await expect(main(page).getByRole("link", { name: say("new.check") })).toHaveAttribute(
        "href",
        "/en/check",
      );
      const purpose = words("en", "check", "start.purpose.options.travel.label");
      await main(page).getByRole("link", { name: purpose }).click();
      await page.waitForURL("**/en/applications/new/national-visa");
      await expect(page.locator("main input[name=kind]")).toHaveCount(0);
      await page.goto("/en/applications/new/studies");
      await main(page)
        .getByRole("button", { name: say("new.start") })
        .click();
      await expect(page.locator(".error-summary")).toContainText(say("new.chooseKind"));
      await choose(page, "kind", "extension");
      await main(page)
        .getByRole("button", { name: say("new.start") })
        .click();
      await page.waitForURL(/applications\/[0-9a-f-]{36}$/);
      await expect(main(page)).toContainText(say("list.extension"));
    });

    test("a double click starts one draft", async ({ page }) => {
      await page.goto("/en/applications/new/national-visa");
      await signIn(page);
      await main(page)
        .getByRole("button", { name: say("new.start") })
        .dblclick();
      await page.waitForURL(/applications\/[0-9a-f-]{36}$/);
      await page.goto("/en/applications");
      await expect(page.locator(".card--link")).toHaveCount(1);
    });

    test("an extension, and a visa for the wait: the second has identity, passport and address", async ({
      page,
    }) => {
      const studies = await extensionOfStudies(page);
      const reference = await referenceOf(page, studies);
      const research = await startApplication(page, "en", "research");
      for (const step of ["identity", "passport", "contact", "address"]) {
        await expect(task(page, step)).toContainText(say("tasks.status.to-check"));
        await expect(task(page, step)).toContainText(reference);
      }
      await page.goto(`/en${research}/passport`);
      await expect(main(page)).toContainText(say("takenOver.heading"));
      await expect(page.locator("[name=passportNumber]")).toHaveValue("Z1234567");
      await expect(page.locator('[name="passportValidUntil.year"]')).toHaveValue(PASSPORT_UNTIL.year);
      await saveAndContinue(page);
      await page.waitForURL("**/contact");
      await page.goto(`/en${research}`);
      await expect(task(page, "passport")).toContainText(say("tasks.status.done"));
      await page.goto(`/en${research}/address`);
      await expect(page.locator("[name=street]")).toHaveValue("Storgatan 12 B");

      await page.goto(`/en${studies}/declarations`);
      await fillIn(page, { truth: "on" });
      await saveAndContinue(page);
      await page.waitForURL("**/review");
      await sendButton(page).click();
      await page.waitForURL("**/receipt");
      const visa = await startApplication(page, "en", "national-visa");
      await expect(main(page)).toContainText(reference);
      await expect(task(page, "identity")).toContainText(say("tasks.status.to-check"));
      await page.goto(`/en${visa}/pending`);
      await expect(
        page.locator("[name=pendingApplication]:checked, select[name=pendingApplication]"),
      ).toHaveValue("studies");
      await page.goto("/en/applications");
      const pair = page.locator(".notice", { hasText: reference });
      await expect(pair.locator(`a[href="/en${studies}"]`)).toBeVisible();
      await expect(pair.locator(`a[href="/en${visa}"]`)).toBeVisible();
    });

    test("a new passport in one is offered to the other, and goes there only by the button", async ({
      page,
    }) => {
      const studies = await extensionOfStudies(page);
      const other = await referenceOf(page, studies);
      const research = await startApplication(page, "en", "research");
      await page.goto(`/en${research}/passport`);
      await fillIn(page, { passportNumber: "NEW12345" });
      await saveAndContinue(page);
      await page.waitForURL("**/contact");
      const offer = page.locator(".notice", { hasText: other }).filter({ hasText: say("elsewhere.heading") });
      await expect(offer).toBeVisible();
      await page.goto(`/en${studies}/passport`);
      await expect(page.locator("[name=passportNumber]")).toHaveValue("Z1234567");
      await page.goto(`/en${research}/contact`);
      await offer.getByRole("button", { name: say("elsewhere.button") }).click();
      await expect(main(page)).toContainText(say("elsewhere.done"));
      await expect(offer).toHaveCount(0);
      await page.goto(`/en${studies}/passport`);
      await expect(page.locator("[name=passportNumber]")).toHaveValue("NEW12345");
    });
  });
}
