import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { type Browser, chromium, type Page } from "@playwright/test";
import { startApplication } from "../e2e/support/person";
import { browserPath, ensureBrowser } from "../scripts/ensure-browser";

const PORT = 3290;
const BARE_PORT = 3291;
const KINDS = { script: "script", stylesheet: "css", font: "font", document: "html" } as const;
const LIMITS = { formScriptKb: 160, cssKb: 40, staticOverBareKb: 2 };

type Kind = (typeof KINDS)[keyof typeof KINDS];
type Weight = Record<Kind, number> & { requests: number };

const NEXT = "node_modules/next/dist/bin/next";

async function answers(url: string): Promise<void> {
  for (let attempt = 0; attempt < 600; attempt++) {
    const response = await fetch(url).catch(() => null);
    if (response?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error(`${url} does not answer`);
}

function server(args: string[], environment: Record<string, string>): ChildProcess {
  return spawn(process.execPath, args, { stdio: "ignore", env: { ...process.env, ...environment } });
}

/** What one visit with an empty cache loads: bytes gzipped, fonts as they are, since they are packed already. */
async function weigh(page: Page, url: string): Promise<Weight> {
  const weight: Weight = { script: 0, css: 0, font: 0, html: 0, requests: 0 };
  const bodies: Promise<void>[] = [];
  page.on("response", (response) => {
    const kind = KINDS[response.request().resourceType() as keyof typeof KINDS];
    weight.requests++;
    if (!kind || response.status() >= 300) return;
    bodies.push(
      response.body().then((body) => {
        weight[kind] += kind === "font" ? body.length : gzipSync(body).length;
      }),
    );
  });
  await page.goto(url, { waitUntil: "networkidle" });
  await Promise.all(bodies);
  return weight;
}

async function fresh(
  browser: Browser,
  url: string,
  state?: Awaited<ReturnType<typeof storage>>,
): Promise<Weight> {
  const context = await browser.newContext(state ? { storageState: state } : {});
  try {
    return await weigh(await context.newPage(), url);
  } finally {
    await context.close();
  }
}

const storage = (page: Page) => page.context().storageState();
const kb = (bytes: number) => (bytes / 1024).toFixed(1).padStart(8);

function report(name: string, weight: Weight, bare: Weight, isForm: boolean): boolean {
  const over = (weight.script - bare.script) / 1024;
  const faults = [
    isForm && weight.script / 1024 > LIMITS.formScriptKb ? `script over ${LIMITS.formScriptKb}` : "",
    !isForm && over > LIMITS.staticOverBareKb ? `script ${over.toFixed(1)} over the bare page` : "",
    weight.css / 1024 > LIMITS.cssKb ? `css over ${LIMITS.cssKb}` : "",
  ].filter(Boolean);
  const cells = [weight.script, weight.css, weight.font, weight.html].map(kb).join("");
  const ratio = (weight.script / bare.script).toFixed(2).padStart(7);
  console.log(
    `${name.padEnd(30)}${cells}${String(weight.requests).padStart(6)}${ratio}  ${faults.join(", ")}`,
  );
  return faults.length === 0;
}

async function measure(browser: Browser, folder: string): Promise<boolean> {
  process.env.E2E_FOLDER = folder;
  const base = `http://localhost:${PORT}`;
  const bare = await fresh(browser, `http://localhost:${BARE_PORT}/`);
  console.log(`${"page (KB gzip)".padEnd(30)}  script     css    font    html  reqs  ratio  over the limit`);
  report("bare page", bare, bare, true);
  const context = await browser.newContext({ baseURL: base });
  const page = await context.newPage();
  const application = await startApplication(page, "en", "studies");
  const state = await storage(page);
  const forms = new Set(["check", "documents", "identity", "background", "purpose", "address"]);
  const open = ["", "/check", "/sign-in"];
  const own = [
    "/applications",
    application,
    ...["identity", "background", "purpose", "address", "documents", "review"].map(
      (step) => `${application}/${step}`,
    ),
  ];
  let isWithin = true;
  for (const locale of ["en", "ar"]) {
    for (const at of [...open, ...own]) {
      const weight = await fresh(browser, `${base}/${locale}${at}`, own.includes(at) ? state : undefined);
      const name = `/${locale}${at.replace(/[0-9a-f-]{36}/, "…")}`;
      isWithin = report(name, weight, bare, forms.has(at.split("/").at(-1) ?? "")) && isWithin;
    }
  }
  return isWithin;
}

async function main(): Promise<void> {
  ensureBrowser();
  const folder = mkdtempSync(path.join(os.tmpdir(), "ankomst-weight-"));
  chmodSync(folder, 0o755);
  const environment: Record<string, string> = {
    NODE_ENV: "production",
    NEXT_TELEMETRY_DISABLED: "1",
    LOG_LEVEL: "silent",
  };
  spawnSync(process.execPath, [NEXT, "build", "bench/bare"], {
    stdio: "inherit",
    env: { ...process.env, ...environment } as NodeJS.ProcessEnv,
  });
  const bare = server([NEXT, "start", "bench/bare", "-p", String(BARE_PORT)], environment);
  const product = server(["--import", "tsx", "scripts/start.ts"], {
    ...environment,
    PORT: String(PORT),
    DATA_DIR: folder,
  });
  const executablePath = browserPath();
  const args = ["--no-sandbox", "--disable-dev-shm-usage", "--disable-background-networking"];
  const browser = await chromium.launch(executablePath ? { executablePath, args } : { args });
  try {
    await Promise.all([
      answers(`http://localhost:${BARE_PORT}/`),
      answers(`http://localhost:${PORT}/api/ready`),
    ]);
    process.exitCode = (await measure(browser, folder)) ? 0 : 1;
  } finally {
    await browser.close();
    bare.kill("SIGTERM");
    product.kill("SIGTERM");
    if (product.exitCode === null) await new Promise((resolve) => product.once("exit", resolve));
    rmSync(folder, { recursive: true, force: true });
  }
}

main().catch((error) => {
  console.error(error);
  process.exitCode = 1;
});
