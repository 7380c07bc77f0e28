import { randomUUID } from "node:crypto";
import { expect, type Page } from "@playwright/test";
import { codeIn, codeMailTo } from "./mail";

export const newAddress = () => `${randomUUID()}@example.com`;

/** Signs in with a code from the mail, by the forms alone; the page must be one that asks for it. */
export async function signIn(page: Page, email: string = newAddress(), dataFolder?: string): Promise<string> {
  const since = new Date();
  await page.locator("main input[type=email]").fill(email);
  await page.locator("main form:has(input[type=email]) button").last().click();
  const field = page.locator("input[autocomplete=one-time-code]");
  await expect(field).toBeVisible();
  await field.fill(codeIn(await codeMailTo(email, since, dataFolder)));
  await page.locator("main form:has(input[autocomplete=one-time-code]) button").click();
  await expect(field).toHaveCount(0);
  return email;
}

/**
 * Opens the page that starts an application of this permit, as somebody new unless signed in, and starts one; returns
 * its path without the language.
 */
export async function startApplication(
  page: Page,
  locale: string,
  permit: string,
  kind: "first" | "extension" = "first",
): Promise<string> {
  await page.goto(`/${locale}/applications/new/${permit}`);
  if (await page.locator("main input[type=email]").count()) await signIn(page);
  const start = page.locator("main form:has([name=permit]) button");
  await start.waitFor();
  if (await page.locator("main input[name=kind]").count()) await choose(page, "kind", kind);
  await start.click();
  await page.waitForURL(/applications\/[0-9a-f-]{36}$/);
  return new URL(page.url()).pathname.replace(/^\/\w+/, "");
}

/** Chooses a radio button, as a person does: by its label. */
export async function choose(page: Page, name: string, value: string): Promise<void> {
  const id = await page.locator(`input[name="${name}"][value="${value}"]`).getAttribute("id");
  await page.locator(`label[for="${id}"]`).click();
}

export type Answer = string | { day: string; month: string; year: string };

/** Fills in the fields of a step by their names, whatever kind they are. */
export async function fillIn(page: Page, answers: Record<string, Answer>): Promise<void> {
  for (const [name, answer] of Object.entries(answers)) {
    if (typeof answer !== "string") {
      for (const [part, value] of Object.entries(answer))
        await page.locator(`[name="${name}.${part}"]`).fill(value);
      continue;
    }
    const field = page.locator(`[name="${name}"]`).first();
    const kind = await field.evaluate(
      (element) => `${element.tagName} ${(element as HTMLInputElement).type}`,
    );
    if (kind.startsWith("SELECT")) await field.selectOption(answer);
    else if (kind === "INPUT radio") await choose(page, name, answer);
    else if (kind === "INPUT checkbox") await page.locator(`label[for="${name}"]`).click();
    else await field.fill(answer);
  }
}

export const saveAndContinue = (page: Page) => page.locator("button[value=next]").click();
