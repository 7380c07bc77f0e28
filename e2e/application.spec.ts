import type { Page } from "@playwright/test";
import { mailTo } from "./support/mail";
import { PEOPLE, type PermitOfPerson } from "./support/people";
import { fillIn, newAddress, saveAndContinue, signIn, startApplication } from "./support/person";
import { expect, test } from "./support/test";

type Tried = { permit: PermitOfPerson; locale: "en" | "ar"; javaScriptEnabled: boolean };

const EVERYWHERE: readonly PermitOfPerson[] = ["studies", "research"];
const OTHERS = (Object.keys(PEOPLE) as PermitOfPerson[]).filter((permit) => !EVERYWHERE.includes(permit));

const TRIED: readonly Tried[] = [
  ...EVERYWHERE.flatMap((permit) =>
    (["en", "ar"] as const).flatMap((locale) =>
      [true, false].map((javaScriptEnabled) => ({ permit, locale, javaScriptEnabled })),
    ),
  ),
  // The others are made of the same parts: each once, half of them without script.
  ...OTHERS.map((permit, index) => ({ permit, locale: "en" as const, javaScriptEnabled: index % 2 === 0 })),
];

/** Fills in each step as it comes, and ends before the documents. */
async function goThrough(page: Page, { permit, locale }: Tried, application: string) {
  await page.goto(`/${locale}${application}/identity`);
  for (const [step, answers] of PEOPLE[permit]) {
    await page.waitForURL(`**/${locale}${application}/${step}`);
    await fillIn(page, answers);
    await saveAndContinue(page);
  }
  await page.waitForURL(`**/${locale}${application}/documents`);
}

for (const tried of TRIED) {
  const { permit, locale, javaScriptEnabled } = tried;
  test.describe(`${permit}, ${locale}, JavaScript ${javaScriptEnabled ? "on" : "off"}`, () => {
    test.use({ javaScriptEnabled });

    test("from the start to the receipt", async ({ page }) => {
      const email = newAddress();
      await page.goto(`/${locale}/applications`);
      await signIn(page, email);
      const application = await startApplication(page, locale, permit);
      await goThrough(page, tried, application);
      await page.goto(`/${locale}${application}/declarations`);
      await fillIn(page, { truth: "on" });
      await saveAndContinue(page);
      await page.waitForURL(`**/${locale}${application}/review`);
      await expect(page.locator("html")).toHaveAttribute("dir", locale === "ar" ? "rtl" : "ltr");
      const since = new Date();
      await page.locator("main form:has([name=key]) button").click();
      await page.waitForURL(`**/${locale}${application}/receipt`);
      const reference = await page.locator(".panel__reference strong").textContent();
      expect(reference).toMatch(/^ANK-[A-Z0-9]{4}-[A-Z0-9]{4}$/);
      expect((await mailTo(email, since)).text).toContain(reference);
    });
  });
}
