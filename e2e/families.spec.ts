import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import { makePicture } from "@/lib/documents/fixtures/make-files";
import { ownOrigin } from "./support/application";
import {
  addChild,
  applicant,
  BORN,
  childBorn,
  fillPerson,
  invite,
  join,
  main,
  openLink,
  ownBrowser,
  prove,
  say,
  sendTogether,
} from "./support/families";
import { choose, fillIn, newAddress, signIn } from "./support/person";
import { expect, test } from "./support/test";

const group = (page: Page) =>
  main(page)
    .getByText(/FAM-[A-Z0-9]{4}-[A-Z0-9]{4}/)
    .first();

test("a researcher, spouse and two children, from the letter to one common submission", async ({
  browser,
}) => {
  const [asha, ravi] = [await ownBrowser(browser, true), await ownBrowser(browser, true)];
  const research = await applicant(asha, "research");
  await asha.goto(`/en${research}/family`);
  await expect(main(asha)).toContainText(say("intro.private"));
  const children = [
    await addChild(asha, research, "Mira", childBorn(8)),
    await addChild(asha, research, "Tara", childBorn(4)),
  ];
  const link = await invite(asha, research, { name: "Ravi Rao", email: newAddress(), birthDate: BORN });

  await openLink(ravi, link, { ...BORN, year: "1995" });
  await expect(ravi.locator(".error-summary")).toBeFocused();
  await prove(ravi, BORN);
  await expect(ravi.getByRole("heading", { level: 1 })).toContainText("Asha Rao");
  const spouse = await join(ravi, "family");
  await expect(main(ravi)).toContainText("Mira");
  await fillPerson(ravi, spouse, "family-of-researcher");
  for (const child of children) await fillPerson(asha, child, "family-of-researcher", CHILD_OF_RESEARCHER);

  await sendTogether(asha, research);
  await expect(main(asha)).toContainText(say("review.waiting.heading"));
  await expect(main(asha)).toContainText("Ravi Rao");
  for (const child of children) await sendTogether(asha, child);
  await sendTogether(ravi, spouse);
  await ravi.waitForURL(/receipt$/);
  await expect(main(ravi)).toContainText(say("receipt.heading"));
  const number = await group(ravi).textContent();
  const references = new Set<string | null>();
  for (const application of [research, ...children]) {
    await asha.goto(`/en${application}/receipt`);
    await expect(main(asha)).toContainText(say("receipt.heading"));
    expect(await group(asha).textContent()).toBe(number);
    references.add(await asha.locator(".panel__reference strong").textContent());
  }
  expect(references.size).toBe(3);
});

const CHILD_OF_RESEARCHER = {
  relationship: { relationship: "child" },
  child: { otherCustodian: "no" },
};

test.describe("without JavaScript", () => {
  test("a student couple, one of them a doctoral student with a hosting agreement", async ({ browser }) => {
    const [asha, ravi] = [await ownBrowser(browser, false), await ownBrowser(browser, false)];
    const studies = await applicant(asha, "studies");
    const email = newAddress();
    const link = await invite(asha, studies, { name: "Ravi Rao", email, birthDate: BORN });
    await openLink(ravi, link);
    const research = await join(ravi, "own", "research");
    await fillPerson(ravi, research, "research");

    await asha.goto(`/en${studies}/family`);
    await asha.getByRole("button", { name: say("sharing.shareAddress") }).click();
    await expect(main(asha)).toContainText(say("told.address-on"));
    await ravi.goto(`/en${research}/address`);
    await ravi.getByRole("button", { name: /Asha Rao/ }).click();
    await expect(ravi.locator("[name=street]")).toHaveValue("Storgatan 12 B");

    await upload(asha, studies);
    await asha.goto(`/en${studies}/documents`);
    await asha.getByText(say("share.summary")).first().click();
    await asha.locator("main form label", { hasText: "Ravi Rao" }).click();
    await asha.getByRole("button", { name: new RegExp(`^${say("share.submit")}`) }).click();
    await expect(main(asha)).toContainText(say("told.shared"));
    await ravi.goto(`/en${research}/documents`);
    await expect(main(ravi)).toContainText("certificate.png");
    await expect(main(ravi)).toContainText(/Shared by .*Asha Rao/);

    await sendTogether(ravi, research);
    await ravi.getByRole("button", { name: say("review.waiting.stop") }).click();
    await expect(ravi.getByRole("button", { name: say("review.together.submit") })).toBeVisible();
    await sendTogether(ravi, research);
    await sendTogether(asha, studies);
    await asha.waitForURL(/receipt$/);
    const number = await group(asha).textContent();
    await ravi.goto(`/en${research}/receipt`);
    expect(await group(ravi).textContent()).toBe(number);
  });
});

async function upload(page: Page, application: string): Promise<void> {
  const file = { name: "certificate.png", mimeType: "image/png", buffer: await makePicture("png") };
  const answer = await page.request.post(`/api${application}/documents`, {
    headers: { ...ownOrigin(page), accept: "application/json" },
    multipart: { requirement: "other", locale: "en", file },
  });
  expect(answer.status()).toBe(201);
}

test("a child is added once; a form that is wrong keeps what was typed; a withdrawal is told", async ({
  browser,
}) => {
  const [asha, ravi] = [await ownBrowser(browser, true), await ownBrowser(browser, true)];
  const research = await applicant(asha, "research");
  await addChild(asha, research, "Mira", childBorn(8));
  await asha.goto(`/en${research}/family/child`);
  await fillIn(asha, { name: "Mira", birthDate: childBorn(8), childOf: "child" });
  await asha.getByRole("button", { name: say("child.submit") }).click();
  await expect(asha.locator(".error-summary")).toBeFocused();
  await expect(asha.locator("[name=name]")).toHaveValue("Mira");
  await choose(asha, "otherCustodian", "no");
  await asha.getByRole("button", { name: say("child.submit") }).click();
  await expect(main(asha)).toContainText("is in this family already");

  const link = await invite(asha, research, { name: "Ravi Rao", email: newAddress(), birthDate: BORN });
  await openLink(ravi, link);
  const spouse = await join(ravi, "family");
  await asha.goto(`/en${research}/review`);
  await asha.getByRole("button", { name: say("review.alone.submit") }).click();
  await asha.waitForURL(/receipt$/);
  await asha.getByRole("link", { name: say("withdraw.link") }).click();
  await asha.getByRole("button", { name: say("withdraw.submit") }).click();
  await expect(asha.locator(".error-summary")).toBeFocused();
  await asha.locator("label[for=confirm]").click();
  await asha.getByRole("button", { name: say("withdraw.submit") }).click();
  await expect(main(asha)).toContainText(say("withdraw.done.title"));
  await ravi.goto(`/en${spouse}/family`);
  await expect(main(ravi)).toContainText(say("notices.main-withdrawn.heading"));
});

test("every page of a family is closed to strangers, and to other members", async ({ browser }) => {
  const people = await Promise.all([1, 2, 3].map(() => ownBrowser(browser, false)));
  const [asha, ravi, stranger] = people as [Page, Page, Page];
  const research = await applicant(asha, "research");
  const link = await invite(asha, research, { name: "Ravi Rao", email: newAddress(), birthDate: BORN });
  const child = await addChild(asha, research, "Mira", childBorn(8));
  const manage = asha.getByRole("link", { name: new RegExp(say("members.manage")) });
  const member = ((await manage.getAttribute("href")) ?? "").split("/").at(-1);
  await openLink(ravi, link);
  const spouse = await join(ravi, "family");
  await stranger.goto("/en/applications");
  await signIn(stranger);
  const nowhere = `/applications/${randomUUID()}`;
  const pages = ["family", "family/child", "family/invite", "family/leave", `family/${member}`, "withdraw"];
  for (const page of pages) {
    for (const [who, application] of [
      [stranger, research],
      [stranger, child],
      [stranger, nowhere],
      [ravi, research],
      [ravi, child],
      [asha, spouse],
    ] as const) {
      const answer = await who.request.get(`/en${application}/${page}`, { maxRedirects: 0 });
      expect([page, application, answer.status()]).toEqual([page, application, 404]);
    }
  }
  const own = await ravi.request.get(`/en${spouse}/family/${member}`, { maxRedirects: 0 });
  expect([404, 307]).toContain(own.status());
  await asha.goto(`/en${research}/family`);
  await expect(main(asha)).toContainText("Mira");
});
