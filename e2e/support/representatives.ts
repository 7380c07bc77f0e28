import { type Browser, expect, type Page } from "@playwright/test";
import { makePdf } from "@/lib/documents/fixtures/make-files";
import { mailTo } from "./mail";
import { newAddress, signIn } from "./person";
import { ownNetwork } from "./test";
import { words } from "./words";

/** What the pages about representatives say in English, up to where a name is put in. */
export const say = (key: string) => words("en", "representatives", key).split("{")[0] ?? "";

/** A browser of somebody's own. */
export async function ownBrowser(browser: Browser, javaScriptEnabled: boolean): Promise<Page> {
  const context = await browser.newContext({ javaScriptEnabled, extraHTTPHeaders: ownNetwork() });
  return context.newPage();
}

/** Asks somebody to represent, and returns the path of the link in their letter. */
export async function appoint(page: Page, application: string, email: string): Promise<string> {
  const since = new Date();
  await page.goto(`/en${application}/representative`);
  await page.locator("main input[name=name]").fill("Anna Ek");
  await page.locator("main input[name=email]").fill(email);
  await page.getByRole("button", { name: say("appoint.button") }).click();
  await expect(page.locator("main")).toContainText(say("told.appointed"));
  return linkIn(email, since);
}

/** The path of the newest link to represent somebody that was sent to an address. */
export async function linkIn(email: string, since: Date): Promise<string> {
  const { text } = await mailTo(email, since, "/represent/");
  const path = /\/[a-z]{2}\/represent\/[\w-]+/.exec(text)?.[0];
  if (!path) throw new Error("No link in the letter");
  return path;
}

/** Opens a link, signs in with this address, and says yes; returns the path of the page of the representation. */
export async function accept(page: Page, link: string, email: string): Promise<string> {
  await page.goto(link);
  await signIn(page, email);
  await page.getByRole("button", { name: say("invitation.accept") }).click();
  await page.waitForURL(/representations\/[0-9a-f-]{36}/);
  return new URL(page.url()).pathname;
}

/** Adds a signed power of attorney on the page that is open. */
export async function addPowerOfAttorney(page: Page): Promise<void> {
  const buffer = await makePdf({ text: newAddress() });
  const form = page.locator("#power-of-attorney form:has(input[type=file])");
  await form
    .locator("input[type=file]")
    .setInputFiles({ name: "fullmakt.pdf", mimeType: "application/pdf", buffer });
  await form.locator("button:not([type=button])").click();
}
