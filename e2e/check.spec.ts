import type { Page } from "@playwright/test";
import {
  answerOn,
  answerQuestion,
  move,
  RESEARCHER_IN_CHECK,
  result,
  STUDENT_IN_CHECK,
  startCheck,
} from "./support/check";
import { choose, signIn } from "./support/person";
import { expect, test } from "./support/test";
import { words } from "./support/words";

/** Everything that a site can leave behind in a browser, as text. */
async function leftBehind(page: Page): Promise<string> {
  const kept = await page.evaluate(async () => ({
    address: location.href,
    local: { ...localStorage },
    session: { ...sessionStorage },
    databases: await indexedDB.databases(),
  }));
  return JSON.stringify({ ...kept, cookies: await page.context().cookies() });
}

for (const locale of ["en", "ar"] as const) {
  const other = locale === "en" ? "ar" : "en";
  for (const javaScriptEnabled of [true, false]) {
    test.describe(`${locale}, JavaScript ${javaScriptEnabled ? "on" : "off"}`, () => {
      test.use({ javaScriptEnabled });

      test("studies: to the result, with nothing in the address; an answer changed, and back", async ({
        page,
      }) => {
        await startCheck(page, locale, "studies");
        await answerOn(page, STUDENT_IN_CHECK);
        await expect(result(page)).toHaveAttribute("data-outcome", "eligible");
        const heading = words(locale, "check", "result.outcomes.eligible.heading");
        await expect(page.getByRole("heading", { level: 1 })).toHaveText(heading);
        await expect(page).toHaveURL(`/${locale}/check`);
        const cookies = await page.context().cookies();
        expect(cookies.map(({ name }) => name).filter((name) => name !== "locale")).toEqual([]);

        await page.locator("button[name=move][value='change:fees']").click();
        await expect(page.locator("input[name=fees][value=paid]")).toBeChecked();
        await choose(page, "fees", "unpaid");
        await move(page, "continue");
        await expect(result(page)).toHaveAttribute("data-outcome", "not-eligible");
        await page.locator("button[name=move][value='change:address']").click();
        await move(page, "back");
        await expect(page.locator("[name='passportValidUntil.year']")).toHaveValue(/^\d{4}$/);
      });

      test("research: another language in the middle of a question, and on into an application", async ({
        page,
      }) => {
        await startCheck(page, locale, "research");
        await answerOn(page, RESEARCHER_IN_CHECK, "birthDate");
        await page.locator("[name='birthDate.day']").fill("31");
        await page.locator(`form#check-form button[lang=${other}]`).click();
        await expect(page).toHaveURL(`/${other}/check`);
        await expect(page.locator("html")).toHaveAttribute("lang", other);
        await expect(page.locator("[name='birthDate.day']")).toHaveValue("31");
        await answerOn(page, RESEARCHER_IN_CHECK);
        await expect(result(page)).toHaveAttribute("data-outcome", "eligible");

        await page.getByRole("button", { name: words(other, "check", "result.next.start") }).click();
        await page.waitForURL("**/sign-in?*");
        expect(page.url()).not.toContain("1998");
        await signIn(page);
        await page.waitForURL(`**/${other}/applications/start`);
        await page.getByRole("button", { name: words(other, "applications", "carried.start") }).click();
        await page.waitForURL(/applications\/[0-9a-f-]{36}$/);
        const application = page.url();
        await page.goto(`${application}/identity`);
        await expect(page.locator("[name=citizenship]")).toHaveValue("IN");
        await expect(page.locator("[name='birthDate.year']")).toHaveValue("1998");
        await page.goto(`${application}/purpose`);
        await expect(page.locator("input[name=approvedPrincipal][value=yes]")).toBeChecked();
        await page.goto(`${application}/means`);
        await expect(page.locator("[name=savingsSek]")).toHaveValue("300000");
      });

      test("an EEA citizen hears at once that no permit is needed", async ({ page }) => {
        await startCheck(page, locale, "studies");
        await answerQuestion(page, { citizenship: "DE" });
        await move(page, "continue");
        await expect(result(page)).toHaveAttribute("data-outcome", "permit-not-needed");
        const start = words(locale, "check", "result.next.start");
        await expect(page.getByRole("button", { name: start })).toHaveCount(0);
      });
    });
  }
}

test("nothing leaves the browser while the questions are answered, and nothing stays in it", async ({
  page,
}) => {
  await page.goto("/en/check");
  await page.waitForLoadState("networkidle");
  const sent: string[] = [];
  page.on("request", (request) => {
    // The site's own script and letters, the same for everybody.
    const isOfEverybody = new URL(request.url()).pathname.startsWith("/_next/static/");
    if (!isOfEverybody || request.method() !== "GET") sent.push(`${request.method()} ${request.url()}`);
  });
  page.on("websocket", (socket) => sent.push(socket.url()));
  await choose(page, "purpose", "studies");
  await choose(page, "kind", "first");
  await move(page, "continue");
  await answerOn(page, STUDENT_IN_CHECK);
  await expect(result(page)).toBeVisible();
  expect(sent).toEqual([]);
  const kept = await leftBehind(page);
  for (const trace of ["300000", "1998", "studies", "full-time", "citizenship"])
    expect(kept).not.toContain(trace);
});

test("the browser's back and forward, and a reload, find each question as it was answered", async ({
  page,
}) => {
  await startCheck(page, "en", "studies");
  await answerOn(page, STUDENT_IN_CHECK, "birthDate");
  await answerQuestion(page, STUDENT_IN_CHECK);
  await move(page, "continue");
  await page.locator("[name='stayFrom.day']").fill("15");
  await page.goBack();
  await expect(page.locator("[name='birthDate.year']")).toHaveValue("1998");
  await page.reload();
  await expect(page.locator("[name='birthDate.year']")).toHaveValue("1998");
  await page.goBack();
  await expect(page.locator("input[name=fees][value=paid]")).toBeChecked();
  await page.goForward();
  await expect(page.locator("[name='birthDate.year']")).toHaveValue("1998");
  await answerOn(page, STUDENT_IN_CHECK);
  await expect(result(page)).toHaveAttribute("data-outcome", "eligible");
  await page.reload();
  await expect(result(page)).toHaveAttribute("data-outcome", "eligible");
});

test("the language menu of the page keeps the answers too", async ({ page }) => {
  await startCheck(page, "en", "studies");
  await answerOn(page, STUDENT_IN_CHECK, "birthDate");
  await page.locator("[name='birthDate.day']").fill("31");
  await page.locator("nav.language-menu summary").click();
  await page.locator("nav.language-menu a[hreflang=ar]").click();
  await expect(page).toHaveURL("/ar/check");
  await expect(page.locator("[name='birthDate.day']")).toHaveValue("31");
});

test("going on without an answer names what is missing and takes the focus there", async ({ page }) => {
  await page.goto("/en/check");
  await move(page, "continue");
  const summary = page.locator(".error-summary");
  await expect(summary).toBeFocused();
  await expect(summary).toContainText(words("en", "check", "start.purpose.label"));
  await summary.getByRole("link").first().click();
  await expect(page.locator("#purpose")).toBeFocused();
  await expect(page).toHaveURL("/en/check");
});
