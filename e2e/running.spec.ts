import { chmodSync, chownSync, readdirSync } from "node:fs";
import path from "node:path";
import type { Browser } from "@playwright/test";
import { newAddress, signIn, startApplication } from "./support/person";
import { alive, family, freePort, launch, newFolder, type Product, ready, serves } from "./support/product";
import { expect, test } from "./support/test";

test.describe.configure({ mode: "serial" });

const pidOf = ({ process: { pid } }: Product) => pid ?? 0;

async function draftOn(browser: Browser, { url, folder }: Product) {
  const context = await browser.newContext({ baseURL: url });
  const page = await context.newPage();
  await page.goto("/en/applications");
  await signIn(page, newAddress(), folder);
  return { page, application: await startApplication(page, "en", "studies") };
}

/** Ends it, and waits until nothing of it lives. */
async function end(product: Product, signal: NodeJS.Signals): Promise<number | string | null> {
  const all = family(pidOf(product));
  // Itself, the web server, the worker and the database with its own.
  expect(all.length).toBeGreaterThan(4);
  product.process.kill(signal);
  const code = await product.ended;
  expect(alive(all)).toEqual([]);
  return code;
}

test("data and sign-in survive a restart, and SIGTERM leaves no process behind", async ({ browser }) => {
  const [folder, port] = [newFolder(), await freePort()];
  const first = await ready(launch({ folder, port }));
  const { page, application } = await draftOn(browser, first);
  expect(await end(first, "SIGTERM")).toBe(0);
  const second = await ready(launch({ folder, port }));
  try {
    expect((await page.goto(`/en${application}`))?.status()).toBe(200);
    await expect(page).toHaveURL(`${second.url}/en${application}`);
  } finally {
    expect(await end(second, "SIGINT")).toBe(0);
  }
});

test("Ctrl-C in the terminal of npm start ends everything", async () => {
  const product = await ready(
    launch({ folder: newFolder(), port: await freePort(), command: ["npm", "start"] }),
  );
  const all = family(pidOf(product));
  process.kill(-pidOf(product), "SIGINT");
  await product.ended;
  await expect.poll(() => alive(all), { timeout: 15_000 }).toEqual([]);
});

test("a port or a folder that is taken is told, and what runs there runs on", async () => {
  const [folder, port] = [newFolder(), await freePort()];
  const first = await ready(launch({ folder, port }));
  try {
    const samePort = launch({ folder: newFolder(), port });
    expect(await samePort.ended).toBe(1);
    expect(samePort.said()).toContain(`Port ${port} is taken`);
    expect(samePort.said()).not.toContain("    at ");
    const sameFolder = launch({ folder, port: await freePort() });
    expect(await sameFolder.ended).toBe(1);
    expect(sameFolder.said()).toContain(`is in use by process ${pidOf(first)}`);
    expect(sameFolder.said()).not.toContain("    at ");
    expect(await serves(first)).toBe(true);
  } finally {
    await end(first, "SIGTERM");
  }
});

test("after the parent was killed, a start on the same port and folder finds everything", async ({
  browser,
}) => {
  const [folder, port] = [newFolder(), await freePort()];
  const first = await ready(launch({ folder, port }));
  const { page, application } = await draftOn(browser, first);
  const all = family(pidOf(first));
  first.process.kill("SIGKILL");
  // The web server and the worker follow by themselves; the database is left for the next start.
  await expect.poll(() => serves(first, "/api/health"), { timeout: 20_000 }).toBe(false);
  const second = await ready(launch({ folder, port }));
  try {
    expect((await page.goto(`/en${application}`))?.status()).toBe(200);
    // The worker first ends what it is at, for which it may take its time.
    await expect.poll(() => alive(all), { timeout: 40_000 }).toEqual([]);
  } finally {
    await end(second, "SIGTERM");
  }
});

test("settings that cannot be are told by name", async () => {
  const wrong = launch({ folder: newFolder(), port: 70_000, settings: { LOG_LEVEL: "loud" } });
  expect(await wrong.ended).toBe(1);
  expect(wrong.said()).toContain("PORT:");
  expect(wrong.said()).toContain("LOG_LEVEL:");
  expect(wrong.said()).not.toContain("    at ");
});

test("somebody who is not root runs it too, and nothing secret is for others to read", async () => {
  test.skip(process.getuid?.() !== 0, "the other tests ran as such a user");
  const folder = newFolder();
  const nobody = { uid: 65_534, gid: 65_534 };
  chownSync(folder, nobody.uid, nobody.gid);
  chmodSync(folder, 0o700);
  const product = await ready(
    launch({ folder, port: await freePort(), user: nobody, settings: { HOME: folder } }),
  );
  try {
    const { readdir, stat } = await import("node:fs/promises");
    const names = await readdir(folder);
    expect(names).toContain("postgres");
    for (const name of names) {
      const { mode, uid } = await stat(path.join(folder, name));
      expect([name, uid]).toEqual([name, nobody.uid]);
      expect([name, mode & 0o007], "for others").toEqual([name, 0]);
    }
  } finally {
    expect(await end(product, "SIGTERM")).toBe(0);
  }
  expect(readdirSync(folder)).not.toContain("lock");
});
