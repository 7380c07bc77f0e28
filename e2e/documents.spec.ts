import { createHash } from "node:crypto";
import type { Locator, Page } from "@playwright/test";
import { makeLockedPdf, makePdf, makePdfOfSize, makePicture } from "@/lib/documents/fixtures/make-files";
import { MAX_FILE_BYTES } from "@/lib/documents/limits";
import { fillAll, ownOrigin, reviewed, sendButton } from "./support/application";
import { startApplication } from "./support/person";
import { expect, test } from "./support/test";
import { words } from "./support/words";

type File = { name: string; mimeType: string; buffer: Buffer };

const pdf = async (name = "passport.pdf"): Promise<File> => ({
  name,
  mimeType: "application/pdf",
  buffer: await makePdf({ text: crypto.randomUUID() }),
});
const png = async (name = "page.png"): Promise<File> => ({
  name,
  mimeType: "image/png",
  buffer: await makePicture("png"),
});
const sha256 = ({ buffer }: File) => createHash("sha256").update(buffer).digest("hex");
const says = (key: string) => words("en", "uploads", key);

/** The part of the page that is about the passport. */
const passport = (page: Page) => page.locator("#passport");
const listed = (page: Page) => passport(page).locator("li.file:has(a)");
const formIn = (part: Locator) => part.locator("form:has(input[type=file])");

async function openDocuments(page: Page): Promise<string> {
  const application = await startApplication(page, "en", "studies");
  await fillAll(page, application);
  await page.goto(`/en${application}/documents`);
  return application;
}

async function add(page: Page, files: File[]): Promise<void> {
  const form = formIn(passport(page));
  if (!(await form.isVisible())) await passport(page).getByText(says("addMore")).click();
  await form.locator("input[type=file]").setInputFiles(files);
  await form.locator("button:not([type=button])").click();
}

/** What the reason begins with, up to where a number is put in. */
const reason = (code: string) => says(`refusals.${code}`).split(" {")[0] ?? "";

const BAD_FILES: [code: string, make: () => Promise<File>][] = [
  ["empty", async () => ({ ...(await pdf()), buffer: Buffer.alloc(0) })],
  ["wrong-type", async () => ({ ...(await pdf()), buffer: Buffer.from("Dear Sir or Madam") })],
  [
    "wrong-type",
    async () => ({ ...(await png()), buffer: Buffer.from("<svg xmlns='http://www.w3.org/2000/svg'/>") }),
  ],
  [
    "encrypted",
    async () => ({
      ...(await pdf()),
      buffer: await makeLockedPdf({ userPassword: "a", ownerPassword: "b" }),
    }),
  ],
  ["broken", async () => ({ ...(await pdf()), buffer: (await makePdf()).subarray(0, 200) })],
  [
    "broken",
    async () => ({
      name: "a.jpg",
      mimeType: "image/jpeg",
      buffer: (await makePicture("jpeg")).subarray(0, 5_000),
    }),
  ],
  ["too-large", async () => ({ ...(await pdf()), buffer: await makePdfOfSize(MAX_FILE_BYTES + 1) })],
];

for (const javaScriptEnabled of [true, false]) {
  test.describe(`JavaScript ${javaScriptEnabled ? "on" : "off"}`, () => {
    test.use({ javaScriptEnabled });

    test("files are added, replaced, removed and sent, with their checksums in the receipt", async ({
      page,
    }) => {
      const application = await openDocuments(page);
      const [first, second, third, fourth] = [
        await pdf(),
        await png(),
        await pdf("better.pdf"),
        await png("more.png"),
      ];
      await add(page, [first, second]);
      await expect(listed(page)).toHaveCount(2);
      await expect(passport(page)).toContainText(sha256(first).slice(0, 12));
      await expect(passport(page)).toContainText(sha256(second).slice(0, 12));

      await page.getByRole("link", { name: `${says("replace")} passport.pdf` }).click();
      await formIn(passport(page)).locator("input[type=file]").setInputFiles(third);
      await page.getByRole("button", { name: says("replaceSubmit") }).click();
      await expect(passport(page)).toContainText(sha256(third).slice(0, 12));
      await expect(passport(page)).not.toContainText(sha256(first).slice(0, 12));
      await expect(listed(page)).toHaveCount(2);

      await add(page, [fourth]);
      await expect(listed(page)).toHaveCount(3);
      await page.getByRole("link", { name: `${says("remove")} page.png` }).click();
      await expect(passport(page)).toContainText("page.png");
      await page.getByRole("button", { name: says("removeYes") }).click();
      await expect(listed(page)).toHaveCount(2);
      await expect(passport(page)).not.toContainText("page.png");

      await reviewed(page, "en", application);
      await sendButton(page).click();
      await page.waitForURL("**/receipt");
      for (const file of [third, fourth])
        await expect(page.getByRole("row").filter({ hasText: file.name })).toContainText(sha256(file));
      await expect(page.locator("main")).not.toContainText(sha256(first));
      await expect(page.locator("main")).not.toContainText(sha256(second));
    });

    test("each bad file is refused with its reason, and nothing is kept", async ({ page }) => {
      await openDocuments(page);
      for (const [code, make] of BAD_FILES) {
        const file = await make();
        await add(page, [file]);
        const told = javaScriptEnabled
          ? passport(page).locator(".field-error")
          : page.locator(".error-summary");
        await expect(told.filter({ hasText: reason(code) }), `${code}, ${file.name}`).toBeVisible();
        await page.goto(page.url().replace(/[?#].*/, ""));
        await expect(listed(page)).toHaveCount(0);
        await expect(passport(page)).toContainText(says("tag.missing"));
      }
    });
  });
}

test("the same file twice, or one bad file among good ones, is told", async ({ page }) => {
  await openDocuments(page);
  const [file, bad] = [await pdf(), { ...(await pdf("bad.pdf")), buffer: Buffer.from("no") }];
  await add(page, [file, bad]);
  await expect(passport(page).locator(".field-error")).toContainText(reason("wrong-type"));
  await page.getByRole("button", { name: says("progress.showList") }).click();
  await expect(listed(page)).toHaveCount(1);
  await add(page, [file]);
  await expect(passport(page).locator(".field-error")).toContainText(reason("duplicate"));
});

test("a file on its way shows how far it is, and can be cancelled", async ({ page }) => {
  await openDocuments(page);
  let goOn = () => {};
  const gate = new Promise<void>((resolve) => {
    goOn = resolve;
  });
  await page.route("**/api/applications/*/documents", async (route) => {
    await gate;
    await route.continue().catch(() => undefined);
  });
  await add(page, [await pdf("first.pdf"), await pdf("second.pdf")]);
  await expect(page.getByRole("progressbar", { name: "first.pdf" })).toBeVisible();
  await expect(passport(page)).toContainText(says("progress.waiting"));
  await page.getByRole("button", { name: `${says("progress.cancel")} second.pdf` }).click();
  goOn();
  await page.getByRole("button", { name: says("progress.showList") }).click();
  await expect(listed(page)).toHaveCount(1);
  await expect(passport(page)).toContainText("first.pdf");
});

test("a line that drops is told, and the same file can be sent again", async ({ page }) => {
  await openDocuments(page);
  await page.route("**/api/applications/*/documents", (route) => route.abort(), { times: 1 });
  await add(page, [await pdf()]);
  await expect(passport(page)).toContainText(says("progress.lineDropped"));
  await page.getByRole("button", { name: `${says("progress.again")} passport.pdf` }).click();
  await expect(listed(page)).toHaveCount(1);
});

test("a name that would mislead is shown and handed out without what misleads", async ({ page }) => {
  const application = await openDocuments(page);
  const name = "../../etc/\u202egnp.exe";
  const file = { ...(await png()), name };
  const answer = await page.request.post(`/api${application}/documents`, {
    headers: { ...ownOrigin(page), accept: "application/json" },
    multipart: { requirement: "passport", locale: "en", file },
  });
  expect(answer.status()).toBe(201);
  await page.reload();
  const shown = await listed(page).textContent();
  expect(shown).toContain(".png");
  expect(shown).not.toMatch(/\.\.|etc|\u202e/);
  const got = await page.request.get(
    (await listed(page).getByRole("link").first().getAttribute("href")) ?? "",
  );
  expect(got.headers()["content-disposition"]).not.toMatch(/\.\.|%E2%80%AE|\u202e/i);
});

test("a file comes back as it was sent, to keep and not to run", async ({ page }) => {
  await openDocuments(page);
  const file = await pdf();
  await add(page, [file]);
  const link = listed(page).getByRole("link", { name: "passport.pdf" }).first();
  const [download] = await Promise.all([page.waitForEvent("download"), link.click()]);
  expect(download.suggestedFilename()).toBe("passport.pdf");
  const answer = await page.request.get((await link.getAttribute("href")) ?? "");
  expect((await answer.body()).equals(file.buffer)).toBe(true);
  const headers = answer.headers();
  expect(headers["content-disposition"]).toMatch(/^attachment/);
  expect(headers["x-content-type-options"]).toBe("nosniff");
  expect(headers["content-security-policy"]).toContain("sandbox");
  expect(headers["cache-control"]).toContain("no-store");
});
