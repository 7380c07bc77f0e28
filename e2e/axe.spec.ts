import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { makePicture } from "@/lib/documents/fixtures/make-files";
import { fillAll, ownOrigin, reviewed, saveStep, sendButton } from "./support/application";
import { answerOn, move, STUDENT_IN_CHECK, startCheck } from "./support/check";
import { choose, saveAndContinue, signIn, startApplication } from "./support/person";
import { expect, test } from "./support/test";
import { words } from "./support/words";

/** A phone, and the narrowest screen that a page must fit without being pushed sideways (WCAG 1.4.10). */
const PHONE = { width: 360, height: 740 };
const NARROWEST = { width: 320, height: 640 };

/** What is wrong with the page as it stands, one line a fault. */
async function faultsOf(page: Page, name: string): Promise<string[]> {
  await page.setViewportSize(NARROWEST);
  const overflow = await page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= width) return [];
    const wide = [...document.body.querySelectorAll("*")].filter((element) => {
      const { left, right } = element.getBoundingClientRect();
      return right > width + 1 || left < -1;
    });
    return [`pushed sideways by ${wide.slice(0, 3).map((element) => element.outerHTML.slice(0, 80))}`];
  });
  await page.setViewportSize(PHONE);
  const { violations } = await new AxeBuilder({ page }).analyze();
  const told = violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id} ${html.slice(0, 160)}`));
  return [...overflow, ...told].map((fault) => `${name}: ${fault}`);
}

type Visit = [name: string, go: (page: Page, locale: string) => Promise<unknown>];

const at = (path: string): Visit => [path || "start", (page, locale) => page.goto(`/${locale}${path}`)];

const PUBLIC: Visit[] = [
  at(""),
  at("/permits"),
  at("/permits/studies"),
  at("/permits/research"),
  at("/rules"),
  at("/rules/changes"),
  at("/timeline"),
  at("/check"),
  [
    "check with faults",
    async (page) => {
      await move(page, "continue");
      await expect(page.locator(".error-summary")).toBeVisible();
    },
  ],
  [
    "a question",
    async (page, locale) => {
      await startCheck(page, locale, "studies");
      await answerOn(page, STUDENT_IN_CHECK, "birthDate");
    },
  ],
  ["result", (page) => answerOn(page, STUDENT_IN_CHECK)],
  at("/hosts"),
  at("/join/none"),
  at("/link/none"),
  at("/nowhere"),
  at("/sign-in"),
  [
    "sign-in with faults",
    async (page) => {
      await page.locator("main form:has(input[type=email]) button").click();
      await expect(page).toHaveURL(/error=email/);
    },
  ],
  [
    "code",
    async (page) => {
      await page.locator("input[type=email]").fill(`${crypto.randomUUID()}@example.com`);
      await page.locator("main form:has(input[type=email]) button").click();
      await expect(page.locator("[autocomplete=one-time-code]")).toBeVisible();
    },
  ],
  [
    "code with faults",
    async (page) => {
      await page.locator("main form:has([autocomplete=one-time-code]) button").click();
      await expect(page).toHaveURL(/error=format/);
    },
  ],
];

const STEPS = [
  "identity",
  "passport",
  "contact",
  "background",
  "situation",
  "purpose",
  "stay",
  "means",
  "address",
];

const untouched = (application: string): Visit[] => [
  at("/applications"),
  at("/applications/new"),
  at("/applications/new/studies"),
  at("/represent"),
  at("/account"),
  at("/account/delete"),
  at(application),
  ...["family", "family/child", "family/invite", "representative", "university"].map((page) =>
    at(`${application}/${page}`),
  ),
  at(`${application}/review`),
  [
    "a step with faults",
    async (page, locale) => {
      await page.goto(`/${locale}${application}/identity`);
      await saveAndContinue(page);
      await expect(page.locator(".error-summary")).toBeVisible();
    },
  ],
  [
    "background with every question",
    async (page, locale) => {
      await page.goto(`/${locale}${application}/background`);
      await choose(page, "protection", "temporary");
    },
  ],
];

const filledIn = (application: string): Visit[] => [
  ...[...STEPS, "declarations", "documents", "review"].map((step) => at(`${application}/${step}`)),
  [
    "documents, asked whether to remove",
    async (page, locale) => {
      await page.goto(`/${locale}${application}/documents`);
      await page
        .locator("#passport")
        .getByRole("link", { name: words(locale, "uploads", "remove") })
        .last()
        .click();
      await page.waitForURL(/[?]remove=/);
    },
  ],
  at(application),
  [
    "receipt",
    async (page, locale) => {
      await reviewed(page, locale, application);
      await sendButton(page).click();
      await page.waitForURL("**/receipt");
    },
  ],
  ...["", "/messages", "/new-address", "/withdraw", "/family"].map((page) => at(`${application}${page}`)),
  at("/applications"),
];

async function faultsOn(page: Page, locale: string, visits: Visit[]): Promise<string[]> {
  const faults: string[] = [];
  for (const [name, go] of visits) {
    await go(page, locale);
    faults.push(...(await faultsOf(page, name)));
  }
  return faults;
}

async function upload(page: Page, application: string): Promise<void> {
  const name = "a very long name of a file from a telephone 20260101-123456-7890123.png";
  const file = { name, mimeType: "image/png", buffer: await makePicture("png") };
  const answer = await page.request.post(`/api${application}/documents`, {
    headers: { ...ownOrigin(page), accept: "application/json" },
    multipart: { requirement: "passport", locale: "en", file },
  });
  expect(answer.status()).toBe(201);
}

for (const [locale, colorScheme] of [
  ["en", "light"],
  ["ar", "dark"],
] as const) {
  test.describe(`${locale}, ${colorScheme}, on a phone`, () => {
    test.use({ colorScheme, viewport: PHONE });

    test("pages for everybody: nothing that axe finds, nothing pushed sideways", async ({ page }) => {
      expect(await faultsOn(page, locale, PUBLIC)).toEqual([]);
    });

    test("an application not begun: nothing that axe finds, nothing pushed sideways", async ({ page }) => {
      const application = await startApplication(page, locale, "studies");
      expect(await faultsOn(page, locale, untouched(application))).toEqual([]);
    });

    test("an application filled in, and its receipt: nothing that axe finds, nothing pushed sideways", async ({
      page,
    }) => {
      const application = await startApplication(page, locale, "studies");
      await fillAll(page, application);
      await saveStep(page, application, "identity", {
        surname: "Wolfeschlegelsteinhausenbergerdorff",
        birthDate: { day: "4", month: "5", year: "1998" },
        citizenship: "IN",
      });
      await upload(page, application);
      expect(await faultsOn(page, locale, filledIn(application))).toEqual([]);
    });
  });
}

test("by the keyboard alone: past the menu, through a step and on", async ({ page }) => {
  await page.goto("/en/applications");
  await signIn(page);
  const application = await startApplication(page, "en", "studies");
  await page.goto(`/en${application}/passport`);
  await page.keyboard.press("Tab");
  await expect(page.locator(":focus")).toHaveText(words("en", "common", "skip"));
  await page.keyboard.press("Enter");
  const reach = async (name: string) => {
    for (let press = 0; press < 40; press++) {
      await page.keyboard.press("Tab");
      const focused = page.locator(":focus");
      if ((await focused.getAttribute("name")) === name) return;
    }
    throw new Error(`The keyboard does not reach ${name}.`);
  };
  const typed: [string, string][] = [
    ["passportNumber", "Z1234567"],
    ["passportCountry", "India"],
    ["passportIssuedOn.day", "1"],
    ["passportIssuedOn.month", "1"],
    ["passportIssuedOn.year", "2023"],
    ["passportValidUntil.day", "1"],
    ["passportValidUntil.month", "1"],
    ["passportValidUntil.year", "2033"],
  ];
  for (const [name, text] of typed) {
    await reach(name);
    const outline = await page.locator(":focus").evaluate((element) => {
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element);
      return outlineStyle !== "none" && outlineWidth !== "0px" ? "outline" : boxShadow;
    });
    expect(outline, `the focus on ${name} is seen`).not.toBe("none");
    await page.keyboard.type(text);
  }
  await reach("then");
  await page.keyboard.press("Enter");
  await page.waitForURL(`**${application}/contact`);
});
