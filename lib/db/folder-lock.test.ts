import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { lockFolder } from "./folder-lock";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), "ankomst-lock-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

it("is given back", () => {
  lockFolder(folder)();
  lockFolder(folder)();
});

it("tells which living process has it", () => {
  writeFileSync(path.join(folder, "lock"), String(process.ppid));
  expect(() => lockFolder(folder)).toThrow(`process ${process.ppid}`);
});

it.each(["4194300", "", "not a number", "-1"])("is taken over from a dead holder: %j", (content) => {
  writeFileSync(path.join(folder, "lock"), content);
  lockFolder(folder)();
});
