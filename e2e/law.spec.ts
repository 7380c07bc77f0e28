import { readFile } from "node:fs/promises";
import { move, result, startCheck } from "./support/check";
import { fillIn } from "./support/person";
import { expect, test } from "./support/test";

const day = (day: string, month: string, year: string) => ({ day, month, year });

for (const javaScriptEnabled of [true, false]) {
  test.describe(`JavaScript ${javaScriptEnabled ? "on" : "off"}`, () => {
    test.use({ javaScriptEnabled });

    test("three years of research open the way to a permanent permit, on the page and in the calendar", async ({
      page,
    }) => {
      await page.goto("/en/timeline");
      const from = day("1", "9", "2024");
      await fillIn(page, { "permit-0": "research", "from-0": from, "until-0": day("31", "8", "2028") });
      await page.getByRole("button", { name: "Show my timeline" }).click();
      await expect(page.locator("main")).toContainText("1 September 2027");
      expect(page.url()).not.toContain("2024");
      const download = page.waitForEvent("download");
      await page.locator('form[action="/api/calendar"] button').click();
      const calendar = await readFile(await (await download).path(), "utf8");
      expect(calendar).toContain("BEGIN:VCALENDAR");
      expect(calendar).toContain("20270901");
    });

    test("the answers of a check show what the proposal changes for the person", async ({ page }) => {
      await startCheck(page, "en", "studies");
      await move(page, "result");
      await expect(result(page)).toBeVisible();
      await page.getByRole("button", { name: "What changes for me?" }).click();
      await page.waitForURL("**/en/rules/changes");
      await expect(page.getByRole("heading", { name: "What changes for me" })).toBeVisible();
      await expect(page.locator("main")).toContainText("Address in Sweden");
    });
  });
}
