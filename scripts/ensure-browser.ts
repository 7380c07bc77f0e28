import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { chromium } from "@playwright/test";

const SYSTEM_CHROMIUM = "/usr/bin/chromium";

/** The browser for the tests: the system's Chromium where there is one, else the one that Playwright installs. */
export function browserPath(): string | undefined {
  return existsSync(SYSTEM_CHROMIUM) ? SYSTEM_CHROMIUM : undefined;
}

/** Sees that there is a browser; on Debian as root it installs one. Throws with what to do where there is none. */
export function ensureBrowser(): void {
  if (browserPath() || existsSync(chromium.executablePath())) return;
  if (process.getuid?.() === 0 && existsSync("/usr/bin/apt-get")) {
    console.log("installing chromium");
    spawnSync("apt-get", ["update", "-qq"], { stdio: "ignore" });
    const options = ["install", "-y", "--no-install-recommends", "chromium"];
    spawnSync("apt-get", options, {
      stdio: "ignore",
      env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
    });
    if (browserPath()) return;
  }
  throw new Error(
    'The tests need a browser: run "npx playwright install chromium", or install Chromium as a package.',
  );
}
