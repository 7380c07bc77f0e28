import { execFileSync } from "node:child_process";
import { randomUUID } from "node:crypto";
import { cpSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { Page } from "@playwright/test";
import { sampleClaims } from "@/lib/hosts/sample-claims";
import { STUDENT } from "./support/answers";
import { referenceOn, saveStep, sendButton } from "./support/application";
import { altered, signedLink } from "./support/link";
import { choose, fillIn, newAddress, saveAndContinue, signIn, startApplication } from "./support/person";
import { newFolder } from "./support/product";
import { expect, test } from "./support/test";
import { hosts, newUniversity } from "./support/university";
import { words } from "./support/words";

type University = ReturnType<typeof newUniversity>;

const PHONE = { width: 360, height: 740 };
/** By the answers that a link brings along, and the address of the account. */
const FILLED_IN = ["identity", "purpose", "stay"];

let site: string;
let university: University;

test.beforeAll(({ baseURL }) => {
  site = baseURL ?? "";
  university = newUniversity(site);
});

const text = (key: string, locale = "en") =>
  words(locale, "hosts", key).replaceAll("{host}", university.name);
const acceptButton = (page: Page) => page.locator("main form:has([name=link]) button");
const goOn = (page: Page) => page.locator("main form:has([name=token]) button").click();

/** From the link to the page that accepts it, as somebody new. */
async function open(page: Page, link: string, email = newAddress()): Promise<string> {
  await page.goto(`/en${link}`);
  await goOn(page);
  await signIn(page, email);
  await expect(acceptButton(page)).toBeVisible();
  return email;
}

/** Accepts it, and returns the path of the application without the language. */
async function accept(page: Page, share: "yes" | "no"): Promise<string> {
  await choose(page, "share", share);
  await acceptButton(page).click();
  await page.waitForURL(/applications\/[0-9a-f-]{36}$/);
  return new URL(page.url()).pathname.replace(/^\/\w+/, "");
}

async function fillInTheRest(page: Page, application: string): Promise<void> {
  for (const [step, answers] of STUDENT.filter(([step]) => !FILLED_IN.includes(step))) {
    const email: Record<string, string> = step === "contact" ? { email: "student@example.com" } : {};
    const response = await saveStep(page, application, step, { ...email, ...answers });
    expect(response.ok(), step).toBe(true);
  }
  await page.goto(`/en${application}/identity`);
  await fillIn(page, { citizenship: "BD" });
  await saveAndContinue(page);
  await page.waitForURL("**/passport");
  await page.goto(`/en${application}/declarations`);
  await fillIn(page, { truth: "on" });
  await saveAndContinue(page);
  await page.waitForURL("**/review");
}

/** How far the university sees the only link that it has for this id. */
const stateOf = (subjectRef: string) =>
  (university.call("GET", `/links?subjectRef=${subjectRef}`).body.links as { state: string }[])[0]?.state;

const mark = (page: Page, name: string) => page.locator(`.field:has([name="${name}"]) .confirmed`);

for (const javaScriptEnabled of [true, false]) {
  test.describe(`a student on a phone, JavaScript ${javaScriptEnabled ? "on" : "off"}`, () => {
    test.use({ javaScriptEnabled, viewport: PHONE });

    test("opens the link, accepts, contradicts, sends, and decides what the university sees", async ({
      page,
    }) => {
      const subjectRef = randomUUID();
      const link = await signedLink(site, university, { claims: { subjectRef } });
      await page.goto(`/en${link}`);
      await expect(page.locator("h1")).toHaveText(text("link.heading"));
      await expect(page.locator("main dl")).toContainText("Nadia Rahman");
      await expect(page.locator("main")).toContainText(text("link.test.heading"));
      await goOn(page);
      await signIn(page);
      await acceptButton(page).click();
      await expect(page.locator(".error-summary")).toContainText(text("link.accept.choose.share"));
      const application = await accept(page, "no");
      await expect(page.locator("main")).toContainText(`${university.name} has confirmed`);
      expect(stateOf(subjectRef)).toBe("opened");

      await page.goto(`/en${application}/purpose`);
      await expect(page.locator("[name=programme]")).toHaveValue(sampleClaims("admission").programme ?? "");
      await expect(mark(page, "admission")).toContainText(`Confirmed by ${university.name}`);
      await choose(page, "admission", "part-time");
      await saveAndContinue(page);
      await page.waitForURL("**/stay");
      await page.goto(`/en${application}/purpose`);
      await expect(mark(page, "admission")).toHaveAttribute("data-state", "differs");
      await expect(mark(page, "admission")).toContainText("You say: Yes, part-time");

      await fillInTheRest(page, application);
      await expect(page.locator(".confirmed[data-state=differs]")).toHaveCount(1);
      await sendButton(page).click();
      await page.waitForURL("**/receipt");
      await expect(referenceOn(page)).toHaveText(/^ANK-/);
      expect(stateOf(subjectRef)).toBe("opened");

      await page.goto(`/en${application}/university`);
      await choose(page, `share-${university.code}`, "yes");
      await page.locator("main form:has([name=host]) button").click();
      await expect(page.locator("main")).toContainText(text("university.sharing.saved"));
      expect(stateOf(subjectRef)).toBe("submitted");
    });
  });
}

test("a doctoral student with a hosting agreement is led to research, and told why", async ({ page }) => {
  const claims = sampleClaims("hosting-agreement");
  await open(page, await signedLink(site, university, { claims: { ...claims, subjectRef: randomUUID() } }));
  await expect(page.locator("main")).toContainText(text("link.permit.why.agreement"));
  const application = await accept(page, "yes");
  await expect(page.locator(".page-heading__caption")).toContainText(words("en", "permits", "research.name"));
  await page.goto(`/en${application}/purpose`);
  await expect(mark(page, "hostingAgreement")).toContainText("Yes");
});

test("what was typed in a draft stays, and the rest is filled in", async ({ page }) => {
  const application = await startApplication(page, "en", "studies");
  await saveStep(page, application, "purpose", { programme: "My own words" });
  await page.goto(`/en${await signedLink(site, university, { claims: { subjectRef: randomUUID() } })}`);
  await goOn(page);
  await choose(page, "share", "no");
  await acceptButton(page).click();
  await expect(page.locator(".error-summary")).toContainText(text("link.accept.choose.where"));
  await choose(page, "into", application.replace("/applications/", ""));
  await acceptButton(page).click();
  await page.waitForURL(`**/en${application}`);
  await page.goto(`/en${application}/purpose`);
  await expect(page.locator("[name=programme]")).toHaveValue("My own words");
  await expect(mark(page, "programme")).toHaveAttribute("data-state", "differs");
  await expect(page.locator('[name=admission][value="full-time"]')).toBeChecked();
});

test.describe("a link that does not lead on", () => {
  test.use({ javaScriptEnabled: false });

  /** Tells what is wrong, and nothing of what the link says. */
  async function expectFailure(page: Page, code: string): Promise<void> {
    await expect(page.locator("h1")).toHaveText(text(`failures.${code}.title`));
    await expect(page.locator("main")).toContainText(text(`failures.${code}.todo`));
    await expect(page.locator("main")).not.toContainText("Rahman");
  }

  test("says why: it is not whole, not proven, of nobody known, too old, or for another service", async ({
    page,
  }) => {
    const stranger = { ...university, code: `nobody-${randomUUID().slice(0, 8)}` };
    const cases: [code: string, link: string, status: number][] = [
      ["malformed", "/link/not-a-link", 404],
      ["malformed", `/link/${"A".repeat(43)}`, 200],
      ["malformed", (await signedLink(site, university)).slice(0, -90), 404],
      ["bad-signature", altered(await signedLink(site, university)), 200],
      ["bad-signature", `${(await signedLink(site, university)).slice(0, -8)}AAAAAAAA`, 200],
      ["unknown-host", await signedLink(site, stranger), 200],
      ["expired", await signedLink(site, university, { expires: "-1 hour" }), 200],
      [
        "wrong-audience",
        await signedLink(site, university, { claims: { aud: "https://elsewhere.example" } }),
        200,
      ],
      ["bad-claims", await signedLink(site, university, { claims: { birthName: "Rahman" } }), 200],
    ];
    for (const [code, link, status] of cases) {
      const response = await page.goto(`/en${link}`);
      await expectFailure(page, code);
      expect(response?.status(), code).toBe(status);
    }
  });

  test("says that the university was stopped, and opens again once it is not", async ({ page }) => {
    const other = newUniversity(site, "University of Doubt");
    const link = await signedLink(site, other);
    hosts(site, ["disable", other.code]);
    await page.goto(`/en${link}`);
    await expectFailure(page, "disabled-host");
    hosts(site, ["enable", other.code]);
    await page.goto(`/en${link}`);
    await expect(page.locator("main dl")).toContainText("Nadia Rahman");
  });

  test("says that it was withdrawn, also between opening and accepting", async ({ page }) => {
    const claims = { ...sampleClaims("admission"), subjectRef: randomUUID() };
    const made = university.call("POST", "/links", [claims]).body.results?.[0];
    const link = new URL(made?.url ?? "").pathname;
    await open(page, link);
    university.call("DELETE", `/links/${made?.id}`);
    await choose(page, "share", "no");
    await acceptButton(page).click();
    await expectFailure(page, "withdrawn");
    await page.goto(`/en${link}`);
    await expectFailure(page, "withdrawn");
    await page.goto("/en/applications");
    await expect(page.locator("main")).toContainText(words("en", "applications", "list.none"));
  });

  test("says that another account used it, and leads its own account back", async ({ page, browser }) => {
    const link = await signedLink(site, university);
    const email = await open(page, link);
    const application = await accept(page, "no");
    await page.goto(`/en${link}`);
    await page.waitForURL(`**/en${application}`);
    const context = await browser.newContext({ javaScriptEnabled: false });
    const other = await context.newPage();
    await other.goto(`/en${link}`);
    await expect(other.locator("h1")).toHaveText(text("link.accepted.heading"));
    await expect(other.locator("main")).not.toContainText("Rahman");
    await goOn(other);
    await signIn(other);
    await expectFailure(other, "used");
    await expect(other.locator("main")).not.toContainText(email);
    await context.close();
  });

  test("says that it is for somebody else", async ({ page }) => {
    const application = await startApplication(page, "en", "studies");
    const identity = STUDENT.find(([step]) => step === "identity")?.[1] ?? {};
    await saveStep(page, application, "identity", identity);
    await page.goto(`/en${await signedLink(site, university)}`);
    await goOn(page);
    await expectFailure(page, "other-person");
  });
});

test("what the university tells later is shown with what it means and what to do", async ({ page }) => {
  const subjectRef = randomUUID();
  await open(page, await signedLink(site, university, { claims: { subjectRef } }));
  const application = await accept(page, "no");
  const notice = { subjectRef, kind: "deferred", date: "2027-08-23", until: "2028-01-16" };
  const told = university.call("POST", "/notices", [notice]);
  expect(told.body.results?.[0]).toMatchObject({ state: "created" });
  await page.reload();
  await expect(page.locator(".notice")).toContainText(text("notices.deferred.title"));
  await page.locator(".notice a", { hasText: text("notices.more") }).click();
  await expect(page.locator("main")).toContainText(text("notices.deferred.means"));
  await expect(page.locator("main")).toContainText("2 kap. 6 a § andra stycket 3");
  university.call("DELETE", `/notices/${told.body.results?.[0]?.id}`);
  await page.goto(`/en${application}`);
  await expect(page.locator(".notice")).toHaveCount(0);
});

test.describe("the page for universities", () => {
  const EXAMPLES = "docs/hosts-examples";

  test("shows the examples as the files have them, in Swedish and English", async ({ page }) => {
    for (const locale of ["sv", "en"]) {
      await page.goto(`/${locale}/hosts`);
      await expect(page.locator("#claims table")).toContainText("person.birthDate");
      await expect(page.locator("#reference")).toContainText("POST /links");
      const shown = await page.locator("figure code").allTextContents();
      const captions = await page.locator("figure figcaption").allTextContents();
      expect(captions.length).toBeGreaterThan(7);
      for (const [index, file] of captions.entries())
        expect(shown[index]).toBe(readFileSync(file.trim(), "utf8"));
    }
  });

  test("has examples that run as they stand", async ({ page }) => {
    const folder = newFolder();
    cpSync(EXAMPLES, folder, { recursive: true });
    const KEY_FILE = path.join(folder, "key.json");
    const code = `example-${randomUUID().slice(0, 8)}`;
    const run = (name: string): string => {
      const [program, ...args] = name.endsWith(".sh") ? ["sh", name] : ["node", name];
      const env = { ...process.env, ANKOMST: site, HOST: code, KEY_FILE };
      return execFileSync(program ?? "", args, { cwd: folder, env, encoding: "utf8" });
    };
    writeFileSync(path.join(folder, "jwks.json"), run("make-keys.mjs"));
    const names = ["--name-sv", "Exempeluniversitetet", "--name-en", "University of Examples"];
    hosts(site, ["add", code, ...names, "--kind", "other", "--approved", "yes"]);
    hosts(site, ["keys", code, "--jwks", path.join(folder, "jwks.json")]);

    const first = JSON.parse(run("send-people.sh"));
    expect(first.counts).toEqual({ created: 3 });
    // The same key again: the same answer, and nothing made twice.
    expect(JSON.parse(run("send-people.sh"))).toEqual(first);
    expect(run("send-people.mjs")).toMatch(/^2027-000126 created http\S+\/link\/[\w-]{43}$/m);
    const { links } = JSON.parse(run("see-states.sh"));
    expect(links.map(({ state }: { state: string }) => state)).toEqual(["sent", "sent", "sent", "sent"]);
    expect(JSON.parse(run("tell.sh")).results).toMatchObject([{ state: "created" }]);

    await page.goto(run("sign-link.mjs").trim());
    await expect(page.locator("h1")).toContainText("University of Examples");
    await page.goto(first.results[0].url);
    await expect(page.locator("main dl")).toContainText("Nadia Rahman");
  });
});
