import { expect, type Page } from "@playwright/test";
import { PASSPORT_UNTIL, STAY } from "./answers";
import { type Answer, choose, fillIn } from "./person";

export type CheckAnswers = Record<string, Answer>;

/** What somebody answers in the check who comes to study and meets every condition. */
export const STUDENT_IN_CHECK: CheckAnswers = {
  citizenship: "IN",
  admission: "full-time",
  guestDoctoral: "no",
  studyLevel: "master",
  inSweden: "no",
  protection: "none",
  exclusions: "none",
  fees: "paid",
  birthDate: { day: "4", month: "5", year: "1998" },
  ...STAY,
  savingsSek: "300000",
  monthlyIncomeSek: "0",
  returnTravelCovered: "yes",
  passportValidUntil: PASSPORT_UNTIL,
  swedishAddress: "not-yet-known",
};

/** The same for somebody who comes to do research. */
export const RESEARCHER_IN_CHECK: CheckAnswers = {
  ...STUDENT_IN_CHECK,
  hostingAgreement: "yes",
  approvedPrincipal: "yes",
  doctoralStudent: "no",
};

const MOVES = "form#check-form button[name=move]";
export const move = (page: Page, to: string) => page.locator(`${MOVES}[value="${to}"]`).first().click();
export const place = (page: Page) => page.locator("form#check-form input[name=walk]").inputValue();
export const result = (page: Page) => page.locator("main .result");

/** The names of what the question asks: of facts, or of a list to tick. */
async function asked(page: Page): Promise<string[]> {
  const names = await page
    .locator("form#check-form :is(input:not([type=hidden]), select)")
    .evaluateAll((fields) => fields.map((field) => (field as HTMLInputElement).name.replace(/\..*/, "")));
  return [...new Set(names)];
}

async function answer(page: Page, name: string, value: Answer): Promise<void> {
  const isList = await page.locator(`input[type=checkbox][name="${name}"]`).count();
  if (isList && typeof value === "string") await choose(page, name, value);
  else await fillIn(page, { [name]: value });
}

/** Answers what the question asks, also what shows up while it is answered. */
export async function answerQuestion(page: Page, answers: CheckAnswers): Promise<void> {
  const done = new Set<string>();
  for (;;) {
    const name = (await asked(page)).find((one) => answers[one] !== undefined && !done.has(one));
    if (!name) return;
    await answer(page, name, answers[name] as Answer);
    done.add(name);
  }
}

/** Opens the check and says what one comes for. */
export async function startCheck(page: Page, locale: string, purpose: string): Promise<void> {
  await page.goto(`/${locale}/check`);
  await choose(page, "purpose", purpose);
  // Asked only where the permit can be extended.
  if (await page.locator("[data-when=kind]").isVisible()) await choose(page, "kind", "first");
  await move(page, "continue");
  await expect(page.locator(`${MOVES}[value=back]`)).toBeVisible();
  await page.waitForLoadState("domcontentloaded");
}

/** Answers question after question, up to the one that asks for `until`, or to the result. */
export async function answerOn(page: Page, answers: CheckAnswers, until?: string): Promise<void> {
  for (let question = 0; question < 60; question++) {
    if (await result(page).count()) return;
    if (until && (await asked(page)).includes(until)) return;
    const before = await place(page);
    await answerQuestion(page, answers);
    await move(page, "continue");
    await expect.poll(() => changed(page, before)).toBe(true);
    await page.waitForLoadState("domcontentloaded");
  }
  throw new Error("The check does not end.");
}

/** Whether the page is another than the one that held this state. */
async function changed(page: Page, before: string): Promise<boolean> {
  return (
    (await page
      .locator("form#check-form input[name=walk]")
      .inputValue()
      .catch(() => before)) !== before
  );
}
