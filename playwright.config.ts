import os from "node:os";
import path from "node:path";
import { defineConfig, devices } from "@playwright/test";
import { browserPath } from "./scripts/ensure-browser";

const port = Number(process.env.E2E_PORT ?? 3211);
const folder = process.env.E2E_FOLDER ?? path.join(os.tmpdir(), "ankomst-e2e");
process.env.E2E_FOLDER = folder;

const executablePath = browserPath();

export default defineConfig({
  testDir: "e2e",
  timeout: 120_000,
  expect: { timeout: 15_000 },
  fullyParallel: true,
  workers: 2,
  retries: 0,
  forbidOnly: Boolean(process.env.CI),
  reporter: [["list"]],
  use: {
    ...devices["Desktop Chrome"],
    viewport: { width: 1000, height: 900 },
    baseURL: `http://localhost:${port}`,
    locale: "en-GB",
    trace: process.env.TRACE ? "retain-on-failure" : "off",
    launchOptions: {
      ...(executablePath ? { executablePath } : {}),
      args: ["--no-sandbox", "--disable-dev-shm-usage", "--disable-background-networking"],
    },
  },
  webServer: {
    command: "npm start",
    url: `http://localhost:${port}/api/ready`,
    timeout: 240_000,
    reuseExistingServer: Boolean(process.env.E2E_REUSE),
    gracefulShutdown: { signal: "SIGTERM", timeout: 20_000 },
    env: {
      PORT: String(port),
      DATA_DIR: folder,
      LOG_LEVEL: "warn",
      TRUSTED_PROXIES: "1",
      NODE_ENV: "production",
    },
    stdout: "ignore",
    stderr: "pipe",
  },
});
