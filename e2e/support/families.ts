import { type Browser, expect, type Page } from "@playwright/test";
import { ownOrigin } from "./application";
import { mailTo } from "./mail";
import { PEOPLE, type PermitOfPerson } from "./people";
import { type Answer, choose, fillIn, signIn, startApplication } from "./person";
import { ownNetwork } from "./test";
import { words } from "./words";

type Birth = { day: string; month: string; year: string };

/** What the pages of families say in English. */
export const say = (key: string) => words("en", "families", key);

/** A browser of somebody's own. */
export async function ownBrowser(browser: Browser, javaScriptEnabled: boolean): Promise<Page> {
  const context = await browser.newContext({ javaScriptEnabled, extraHTTPHeaders: ownNetwork() });
  return context.newPage();
}

const flat = (answers: Record<string, Answer>) =>
  Object.entries(answers).flatMap(([name, answer]): [string, string][] =>
    typeof answer === "string"
      ? [[name, answer]]
      : Object.entries(answer).map(([part, value]) => [`${name}.${part}`, value]),
  );

/** Saves a step, also where something was filled in from the start. */
async function save(page: Page, application: string, step: string, answers: Record<string, Answer>) {
  for (const revision of ["0", "1", "2"]) {
    const response = await page.request.post(`/api${application}/steps/${step}`, {
      headers: ownOrigin(page),
      multipart: { ...Object.fromEntries(flat(answers)), tab: "a-test", revision },
    });
    if (response.ok()) return;
    if (response.status() !== 409) throw new Error(`${step} was not saved: ${response.status()}`);
  }
  throw new Error(`${step} was not saved: always stale`);
}

/** Fills in what somebody with this permit is asked, the declaration included. */
export async function fillPerson(
  page: Page,
  application: string,
  permit: PermitOfPerson,
  other: Record<string, Record<string, Answer>> = {},
): Promise<void> {
  for (const [step, answers] of PEOPLE[permit]) {
    const email: Record<string, Answer> = step === "contact" ? { email: "somebody@example.com" } : {};
    await save(page, application, step, { ...email, ...answers, ...other[step] });
  }
  await save(page, application, "declarations", { truth: "on" });
}

/** The path of the link in the newest invitation to an address. */
export async function invitationPath(email: string, since: Date): Promise<string> {
  const { text } = await mailTo(email, since, "/join/");
  const path = /\/[a-z]{2}\/join\/[\w-]+/.exec(text)?.[0];
  if (!path) throw new Error("No link in the letter");
  return path.replace(/^\/[a-z]{2}/, "/en");
}

type Invitee = { name: string; email: string; birthDate: Birth };

/** Invites an adult from the page of the family; returns the path of the link. */
export async function invite(page: Page, application: string, invitee: Invitee): Promise<string> {
  const since = new Date();
  await page.goto(`/en${application}/family`);
  await page.getByRole("link", { name: say("add.adult") }).click();
  await fillIn(page, {
    name: invitee.name,
    relationship: "spouse",
    adultBirthDate: invitee.birthDate,
    email: invitee.email,
  });
  await page.getByRole("button", { name: say("invite.submit") }).click();
  await page.waitForURL(/told=invited/);
  await expect(page.locator("main")).toContainText(invitee.email);
  return invitationPath(invitee.email, since);
}

/** Adds a child; returns the path of its application without the language. */
export async function addChild(
  page: Page,
  application: string,
  name: string,
  birthDate: Birth,
): Promise<string> {
  await page.goto(`/en${application}/family/child`);
  await fillIn(page, { name, birthDate, childOf: "child", otherCustodian: "no" });
  await page.getByRole("button", { name: say("child.submit") }).click();
  await page.waitForURL(/told=child/);
  const link = page.getByRole("link", { name: `${say("members.open")} ${name}` });
  return ((await link.getAttribute("href")) ?? "").replace(/^\/\w+/, "");
}

/** Says when one was born, to open an invitation. */
export async function prove(page: Page, birthDate: Birth): Promise<void> {
  await fillIn(page, { ownBirthDate: birthDate });
  await page.getByRole("button", { name: say("join.prove.submit") }).click();
  await page.waitForLoadState("domcontentloaded");
}

/** Joins with a new application; returns its path without the language. */
export async function join(page: Page, as: "family" | "own", permit?: string): Promise<string> {
  await choose(page, "as", as);
  if (permit) await choose(page, "permit", permit);
  await page.getByRole("button", { name: say("join.choose.submit"), exact: true }).click();
  await page.waitForURL(/told=joined/);
  return new URL(page.url()).pathname.replace(/^\/\w+/, "").replace(/\/family$/, "");
}

/** Reviews an application and says that it may be sent with the others. */
export async function sendTogether(page: Page, application: string): Promise<void> {
  await page.goto(`/en${application}/review`);
  await page.getByRole("button", { name: say("review.together.submit") }).click();
  await page.waitForURL(/told=ready|[/]receipt/);
}

export const BORN = { day: "7", month: "8", year: "1996" };

/** Born on a day so many years ago that is always the same age this year. */
export const childBorn = (age: number): Birth => ({
  day: "5",
  month: "6",
  year: String(new Date().getUTCFullYear() - age),
});

export const main = (page: Page) => page.locator("main");

/** Somebody with an application of this permit, filled in as Asha Rao. */
export async function applicant(page: Page, permit: "research" | "studies"): Promise<string> {
  const application = await startApplication(page, "en", permit);
  await fillPerson(page, application, permit);
  return application;
}

/** Somebody who opens a link, signs in with an address of their own, and says when they were born. */
export async function openLink(page: Page, path: string, birthDate: Birth = BORN): Promise<string> {
  await page.goto(path);
  await page.getByRole("link", { name: say("join.signIn") }).click();
  const email = await signIn(page);
  await page.waitForURL(`**${path}`);
  await prove(page, birthDate);
  return email;
}
