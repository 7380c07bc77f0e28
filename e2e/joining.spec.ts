import {
  applicant,
  BORN,
  invitationPath,
  invite,
  join,
  main,
  openLink,
  ownBrowser,
  prove,
  say,
} from "./support/families";
import { choose, newAddress, signIn } from "./support/person";
import { expect, test } from "./support/test";

test("links that lead no further say why", async ({ browser }) => {
  const [asha, ravi] = [await ownBrowser(browser, false), await ownBrowser(browser, false)];
  await ravi.goto(`/en/join/${"a".repeat(43)}`);
  await expect(main(ravi)).toContainText(say("join.states.unknown.title"));
  const research = await applicant(asha, "research");
  const invitee = { name: "Ravi Rao", email: newAddress(), birthDate: BORN };
  const first = await invite(asha, research, invitee);

  await asha.goto(first);
  await prove(asha, BORN);
  await expect(main(asha)).toContainText(say("join.states.own-invitation.title"));

  const since = new Date();
  await asha.goto(`/en${research}/family`);
  await asha.getByRole("link", { name: new RegExp(say("members.manage")) }).click();
  await asha.locator("[name=email]").fill("nobody");
  await asha.getByRole("button", { name: say("member.correct.submit") }).click();
  await expect(asha.locator(".error-summary")).toBeVisible();
  await expect(asha.locator("[name=email]")).toHaveValue("nobody");
  const corrected = newAddress();
  await asha.locator("[name=email]").fill(corrected);
  await asha.getByRole("button", { name: say("member.correct.submit") }).click();
  await expect(main(asha)).toContainText(corrected);
  await ravi.goto(first);
  await expect(main(ravi)).toContainText(say("join.states.revoked.title"));

  const second = await invitationPath(corrected, since);
  await openLink(ravi, second, { ...BORN, day: "1" });
  for (const day of ["2", "3", "4", "5"]) await prove(ravi, { ...BORN, day });
  await expect(main(ravi)).toContainText(say("join.states.too-many-answers.title"));
});

test("an invitation is declined, or used once", async ({ browser }) => {
  const [asha, ravi] = [await ownBrowser(browser, true), await ownBrowser(browser, true)];
  const research = await applicant(asha, "research");
  const email = newAddress();
  const link = await invite(asha, research, { name: "Ravi Rao", email, birthDate: BORN });
  await openLink(ravi, link);
  await ravi.getByText(say("join.decline.summary"), { exact: true }).click();
  await ravi.getByRole("button", { name: say("join.decline.submit") }).click();
  await expect(main(ravi)).toContainText(say("join.states.declined.title"));
  await asha.goto(`/en${research}/family`);
  await expect(main(asha)).toContainText(say("members.status.declined"));

  const again = await invite(asha, research, { name: "Ravi Rao", email, birthDate: BORN });
  await ravi.goto(again);
  await prove(ravi, BORN);
  const spouse = await join(ravi, "family");
  await ravi.goto(again);
  await expect(main(ravi)).toContainText(say("join.states.used.title"));

  await ravi.goto(`/en${spouse}/family`);
  await ravi.getByRole("link", { name: say("leave.link") }).click();
  await ravi.getByRole("button", { name: say("leave.submit") }).click();
  await expect(main(ravi)).toContainText(say("told.left"));
  await asha.goto(`/en${research}/family`);
  await expect(main(asha)).toContainText(say("members.status.left"));
});

test("two who have invited each other find a way out", async ({ browser }) => {
  const [asha, ravi] = [await ownBrowser(browser, false), await ownBrowser(browser, false)];
  const emails: string[] = [];
  for (const page of [asha, ravi]) {
    await page.goto("/en/applications");
    emails.push(await signIn(page));
  }
  const [toAsha = "", email = ""] = emails;
  const research = await applicant(asha, "research");
  const studies = await applicant(ravi, "studies");
  const toRavi = await invite(asha, research, { name: "Ravi Rao", email, birthDate: BORN });
  await invite(ravi, studies, { name: "Asha Rao", email: toAsha, birthDate: BORN });
  await ravi.goto(toRavi);
  await prove(ravi, BORN);
  await choose(ravi, "as", "family");
  await ravi.getByRole("button", { name: say("join.choose.submit"), exact: true }).click();
  await expect(main(ravi)).toContainText(say("join.states.invited-each-other.title"));
  await ravi.getByRole("button", { name: say("join.states.invited-each-other.submit") }).click();
  await ravi.waitForURL(/told=joined/);
  await expect(main(ravi)).toContainText("Asha Rao");
});
