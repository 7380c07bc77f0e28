import type { APIResponse, Page } from "@playwright/test";
import { STUDENT } from "./answers";
import type { Answer } from "./person";

/** Says that a request comes from a page of the site, as a browser does. */
export const ownOrigin = (page: Page) => ({ origin: new URL(page.url()).origin });

const flat = (answers: Record<string, Answer>) =>
  Object.fromEntries(
    Object.entries(answers).flatMap(([name, answer]) =>
      typeof answer === "string"
        ? [[name, answer]]
        : Object.entries(answer).map(([part, value]) => [`${name}.${part}`, value]),
    ),
  );

/** Saves a step as the page's script does while it is filled in. `application` is a path without the language. */
export function saveStep(
  page: Page,
  application: string,
  step: string,
  answers: Record<string, Answer>,
): Promise<APIResponse> {
  return page.request.post(`/api${application}/steps/${step}`, {
    headers: ownOrigin(page),
    // The address of the account stands there from the start.
    multipart: { ...flat(answers), tab: "a-test", revision: step === "contact" ? "1" : "0" },
  });
}

/** Fills in a whole application at once, the declaration included; only without documents. */
export async function fillAll(page: Page, application: string): Promise<void> {
  const email = { email: "student@example.com" };
  const steps = STUDENT.map(([id, answers]) => [id, id === "contact" ? { ...email, ...answers } : answers]);
  for (const [step, answers] of [...steps, ["declarations", { truth: "on" }]] as [
    string,
    Record<string, Answer>,
  ][]) {
    const response = await saveStep(page, application, step, answers);
    if (!response.ok()) throw new Error(`${step} was not saved: ${response.status()}`);
  }
}

/** The revision of the application that the page for reviewing shows. */
export async function reviewed(page: Page, locale: string, application: string): Promise<number> {
  await page.goto(`/${locale}${application}/review`);
  return Number(await page.locator("main form input[name=revision]").inputValue());
}

export const sendButton = (page: Page) => page.locator("main form:has([name=key]) button");
export const referenceOn = (page: Page) => page.locator(".panel__reference strong");
