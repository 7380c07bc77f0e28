import type { Page } from "@playwright/test";
import { STUDENT } from "./support/answers";
import { type Answer, choose, fillIn, saveAndContinue, signIn, startApplication } from "./support/person";
import { expect, test } from "./support/test";
import { words } from "./support/words";

const answersOf = (step: string): Record<string, Answer> => STUDENT.find(([id]) => id === step)?.[1] ?? {};
const summary = (page: Page) => page.locator(".error-summary");
const task = (page: Page, locale: string, step: string) =>
  page.getByRole("listitem").filter({ hasText: words(locale, "steps", `${step}.title`) });
const says = (locale: string, key: string) => words(locale, "steps", `form.${key}`);

/** Loses the session as time does: the browser no longer has it. */
const loseSession = (page: Page) => page.context().clearCookies({ name: /session/ });

for (const javaScriptEnabled of [true, false]) {
  test.describe(`JavaScript ${javaScriptEnabled ? "on" : "off"}`, () => {
    test.use({ javaScriptEnabled });

    test("another language in the middle of a step keeps what is typed", async ({ page }) => {
      const application = await startApplication(page, "en", "studies");
      await page.goto(`/en${application}/identity`);
      await page.getByLabel(words("en", "steps", "fields.surname.label")).fill("Rao");
      await page.locator("[name='birthDate.day']").fill("31");
      await page.locator("form.step-form button[lang=ar]").click();
      await page.waitForURL(`**/ar${application}/identity`);
      await expect(page.locator("html")).toHaveAttribute("dir", "rtl");
      await expect(page.getByLabel(words("ar", "steps", "fields.surname.label"))).toHaveValue("Rao");
      await expect(page.locator("[name='birthDate.day']")).toHaveValue("31");
    });

    test("a step left with wrong answers keeps them and counts as not finished", async ({ page }) => {
      const application = await startApplication(page, "en", "studies");
      await page.goto(`/en${application}/identity`);
      await fillIn(page, { surname: "Rao", birthDate: { day: "31", month: "2", year: "1998" } });
      await saveAndContinue(page);
      await expect(summary(page)).toBeFocused();
      await expect(summary(page)).toContainText("must be a day that exists");
      await page.locator("button[value=anyway]").click();
      await page.waitForURL(`**${application}/passport`);
      await page.goto(`/en${application}`);
      await expect(task(page, "en", "identity")).toContainText(
        words("en", "applications", "tasks.status.unfinished"),
      );
      await page.goto(`/en${application}/identity`);
      await expect(page.locator("[name='birthDate.day']")).toHaveValue("31");
      await expect(page.locator("[name=surname]")).toHaveValue("Rao");
      await expect(summary(page)).toContainText("must be a day that exists");
    });

    test("the summary of faults leads to the field", async ({ page }) => {
      const application = await startApplication(page, "en", "studies");
      await page.goto(`/en${application}/address`);
      await choose(page, "swedishAddress", "known");
      await fillIn(page, { ...answersOf("address"), postcode: "1234" });
      await saveAndContinue(page);
      await expect(summary(page)).toBeFocused();
      await expect(page.locator("[name=postcode]")).toHaveAttribute("aria-invalid", "true");
      await summary(page).getByRole("link").click();
      await expect(page.locator("[name=postcode]")).toBeFocused();
      await expect(page.locator("[name=street]")).toHaveValue("Storgatan 12 B");
    });

    test("the back button finds a saved step as it was answered", async ({ page }) => {
      const application = await startApplication(page, "en", "studies");
      await page.goto(`/en${application}/identity`);
      await fillIn(page, answersOf("identity"));
      await saveAndContinue(page);
      await page.waitForURL(`**${application}/passport`);
      await page.goBack();
      await expect(page.locator("[name=surname]")).toHaveValue("Rao");
      await fillIn(page, { surname: "Raoo" });
      await saveAndContinue(page);
      await page.waitForURL(`**${application}/passport`);
      await page.goto(`/en${application}/identity`);
      await expect(page.locator("[name=surname]")).toHaveValue("Raoo");
    });

    test("a stale tab is told; nothing is overwritten, and what was typed is still there", async ({
      page,
      context,
    }) => {
      const application = await startApplication(page, "en", "studies");
      const other = await context.newPage();
      await Promise.all([page, other].map((one) => one.goto(`/en${application}/identity`)));
      await fillIn(other, { ...answersOf("identity"), surname: "Other" });
      await saveAndContinue(other);
      await other.waitForURL(`**${application}/passport`);
      await fillIn(page, { ...answersOf("identity"), surname: "Mine" });
      await saveAndContinue(page);
      await expect(page.getByText(says("en", "failures.stale.heading"))).toBeVisible();
      await expect(page.locator("[name=surname]")).toHaveValue("Mine");
      await other.goto(`/en${application}/identity`);
      await expect(other.locator("[name=surname]")).toHaveValue("Other");
      await saveAndContinue(page);
      await page.waitForURL(`**${application}/passport`);
      await other.reload();
      await expect(other.locator("[name=surname]")).toHaveValue("Mine");
    });

    test("a session lost while typing: after sign-in everything typed is back, and later changes count", async ({
      page,
    }) => {
      await page.goto("/en/applications");
      const email = await signIn(page);
      const application = await startApplication(page, "en", "studies");
      await page.goto(`/en${application}/contact`);
      await fillIn(page, { ...answersOf("contact"), presentPlace: "Typed before" });
      await loseSession(page);
      await saveAndContinue(page);
      await page.waitForURL("**/en/sign-in?*");
      expect(page.url()).not.toContain("Typed");
      await signIn(page, email);
      await page.waitForURL(`**${application}/contact`);
      await expect(page.getByText(says("en", "pending.heading"))).toBeVisible();
      await expect(page.locator("[name=presentPlace]")).toHaveValue("Typed before");
      await expect(page.locator("[name=presentAddress]")).toHaveValue(/Shivajinagar/);
      await fillIn(page, { presentPlace: "Changed after" });
      await saveAndContinue(page);
      await page.waitForURL(`**${application}/background`);
      await page.goto(`/en${application}/contact`);
      await expect(page.locator("[name=presentPlace]")).toHaveValue("Changed after");
    });

    test("questions about temporary protection show only where it is chosen", async ({ page }) => {
      const application = await startApplication(page, "en", "studies");
      await page.goto(`/en${application}/background`);
      const question = page.locator("[data-when=temporaryProtectionBasis]");
      await expect(question).toBeHidden();
      await choose(page, "protection", "temporary");
      await expect(question).toBeVisible();
      await choose(page, "protection", "none");
      await expect(question).toBeHidden();
      await fillIn(page, answersOf("background"));
      await saveAndContinue(page);
      await page.waitForURL(`**${application}/situation`);
    });
  });
}

test("what was typed is saved after a while, and there after a reload", async ({ page }) => {
  const application = await startApplication(page, "en", "studies");
  await page.goto(`/en${application}/identity`);
  await page.locator("[name=surname]").fill("Rao");
  await expect(page.getByRole("status").filter({ hasText: says("en", "saved") })).toBeVisible();
  await page.reload();
  await expect(page.locator("[name=surname]")).toHaveValue("Rao");
  await page.locator("[name=surname]").fill("Rao Rao");
  await page.locator("[name='birthDate.day']").fill("4");
  await page.goto(`/en${application}`);
  await page.goto(`/en${application}/identity`);
  await expect(page.locator("[name=surname]")).toHaveValue("Rao Rao");
  await expect(page.locator("[name='birthDate.day']")).toHaveValue("4");
});

const yesterday = () => {
  const day = new Date(Date.now() - 2 * 86_400_000);
  return {
    day: String(day.getUTCDate()),
    month: String(day.getUTCMonth() + 1),
    year: String(day.getUTCFullYear()),
  };
};

/** Each bad address, the field that is at fault, and a part of what is said. */
const BAD_ADDRESSES: [name: string, answers: Record<string, Answer>, field: string, said: string][] = [
  ["a postcode of four digits", { postcode: "1234" }, "postcode", "five digits"],
  ["a postcode of another country", { postcode: "SW1A 1AA" }, "postcode", "five digits"],
  ["a postcode that begins with 0", { postcode: "01234" }, "postcode", "five digits"],
  ["no postcode", { postcode: "" }, "postcode", "missing"],
  ["no street", { street: "" }, "street", "missing"],
  ["a street longer than a label", { street: "S".repeat(61) }, "street", "too long"],
  ["a street that turns the text around", { street: "Storgatan \u202e21" }, "street", "characters"],
  ["no place", { place: " " }, "place", "missing"],
  ["an apartment number of two digits", { apartment: "12" }, "apartment", "four digits"],
  ["an apartment number with letters", { apartment: "12A3" }, "apartment", "four digits"],
  [
    "temporary without an end",
    { swedishAddress: "temporary", addressUntil: { day: "", month: "", year: "" } },
    "addressUntil",
    "missing",
  ],
  [
    "temporary until a day that has passed",
    { swedishAddress: "temporary", addressUntil: yesterday() },
    "addressUntil",
    "already passed",
  ],
];

test("each bad address is told at its field, by the browser and by the server alike", async ({
  page,
  browser,
}) => {
  const application = await startApplication(page, "en", "studies");
  const plain = await browser.newContext({
    javaScriptEnabled: false,
    storageState: await page.context().storageState(),
  });
  // The one with scripts last: what it saves by itself would make the other's page stale.
  for (const one of [await plain.newPage(), page]) {
    for (const [name, answers, field, said] of BAD_ADDRESSES) {
      await one.goto(`/en${application}/address`);
      await fillIn(one, { ...answersOf("address"), ...answers });
      await saveAndContinue(one);
      const told = summary(one).locator(`a[href="#${field}"]`);
      await expect(told, name).toContainText(said);
      await expect(summary(one).getByRole("link"), name).toHaveCount(1);
    }
  }
  await plain.close();
});

test("a postcode is taken with and without its space, in the digits of any keyboard", async ({ page }) => {
  const application = await startApplication(page, "en", "studies");
  for (const postcode of ["753 20", "75320", "７５３２０", "٧٥٣ ٢٠"]) {
    await page.goto(`/en${application}/address`);
    await fillIn(page, { ...answersOf("address"), postcode });
    await saveAndContinue(page);
    await page.waitForURL(`**${application}/documents`);
    await page.goto(`/en${application}/review`);
    await expect(page.getByText("753 20")).toBeVisible();
  }
});
