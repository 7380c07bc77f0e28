import { RESEARCHER, STUDENT } from "./support/answers";
import { mailTo } from "./support/mail";
import { fillIn, newAddress, saveAndContinue, signIn, startApplication } from "./support/person";
import { expect, test } from "./support/test";

const PERMITS = { studies: STUDENT, research: RESEARCHER } as const;

for (const locale of ["en", "ar"] as const) {
  for (const javaScriptEnabled of [true, false]) {
    for (const permit of ["studies", "research"] as const) {
      test.describe(`${permit}, ${locale}, JavaScript ${javaScriptEnabled ? "on" : "off"}`, () => {
        test.use({ javaScriptEnabled });

        test("from the start to the receipt", async ({ page }) => {
          const email = newAddress();
          await page.goto(`/${locale}/applications`);
          await signIn(page, email);
          const application = await startApplication(page, locale, permit);
          const at = (step: string) => page.waitForURL(`**/${locale}${application}/${step}`);
          await page.goto(`/${locale}${application}/identity`);
          for (const [step, answers] of PERMITS[permit]) {
            await at(step);
            await fillIn(page, answers);
            await saveAndContinue(page);
          }
          await at("documents");
          await page.goto(`/${locale}${application}/declarations`);
          await fillIn(page, { truth: "on" });
          await saveAndContinue(page);
          await at("review");
          await expect(page.locator("html")).toHaveAttribute("dir", locale === "ar" ? "rtl" : "ltr");
          const since = new Date();
          await page.locator("main form:has([name=key]) button").click();
          await at("receipt");
          const reference = await page.locator(".panel__reference strong").textContent();
          expect(reference).toMatch(/^ANK-[A-Z0-9]{4}-[A-Z0-9]{4}$/);
          expect((await mailTo(email, since)).text).toContain(reference);
        });
      });
    }
  }
}
