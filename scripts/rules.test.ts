import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";

// Each starts a process.
vi.setConfig({ testTimeout: 60_000 });

const root = join(import.meta.dirname, "..");
const tsx = join(root, "node_modules", ".bin", "tsx");

function run(args: readonly string[], input = "", environment: Record<string, string> = {}) {
  const { status, stdout, stderr } = spawnSync(tsx, ["scripts/rules.ts", ...args], {
    cwd: root,
    input,
    encoding: "utf8",
    env: { ...process.env, LAW_EDITIONS: "", ...environment },
  });
  return { status, stdout, lines: stderr.split("\n").filter(Boolean) };
}

const assessInput = (input: unknown, environment?: Record<string, string>) =>
  run(["assess", "-"], typeof input === "string" ? input : JSON.stringify(input), environment);

const facts = { permit: "studies", decisionDate: "2026-07-01" };

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "rules-"));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

describe("npm run rules -- assess", () => {
  it("answers one object with one assessment", () => {
    const { status, stdout, lines } = assessInput(facts);
    expect([status, lines]).toEqual([0, []]);
    expect(JSON.parse(stdout)).toMatchObject({
      permit: "studies",
      law: "2026-03-01",
      outcome: "undetermined",
    });
  });

  it("answers an array with an array in the same order", () => {
    const { status, stdout } = assessInput([facts, { ...facts, permit: "research" }]);
    expect(status).toBe(0);
    expect(JSON.parse(stdout).map(({ permit }: { permit: string }) => permit)).toEqual([
      "studies",
      "research",
    ]);
    expect(assessInput([]).stdout.trim()).toBe("[]");
  });

  it("reads a file", () => {
    const file = join(folder, "facts.json");
    writeFileSync(file, JSON.stringify(facts));
    expect(JSON.parse(run(["assess", file]).stdout)).toMatchObject({ permit: "studies" });
  });

  it("takes today in Stockholm for the day of the decision", () => {
    const { status, stdout } = assessInput({ permit: "studies" });
    expect(status).toBe(0);
    expect(JSON.parse(stdout).law).toMatch(/^\d{4}-\d\d-\d\d$/);
  });

  it("goes by the editions of LAW_EDITIONS", () => {
    const bill = { LAW_EDITIONS: "base, ds-2024-31, prop-2025-26-146" };
    expect(JSON.parse(assessInput(facts, bill).stdout).law).toBe("2026-06-11");
    const { status, lines } = assessInput(facts, { LAW_EDITIONS: "base,nonsense" });
    expect([status, lines]).toEqual([2, ["LAW_EDITIONS: no edition nonsense"]]);
  });

  it.each<[string, unknown, RegExp[]]>([
    [
      "one fault a line",
      { permit: "tourism", inSweden: "no" },
      [/^permit: takes one of research, /, /^inSweden: takes true or false$/],
    ],
    ["an unknown fact", { ...facts, colour: "red" }, [/^colour: is no fact$/]],
    [
      "the index in an array",
      [facts, { ...facts, stayFrom: "2026-02-30" }],
      [/^\[1\] stayFrom: takes a calendar date/],
    ],
    ["no object", [facts, 7], [/^\[1\] facts are one JSON object$/]],
    ["no permit", { decisionDate: "2026-07-01" }, [/^permit: is needed/]],
    ["no law", { ...facts, decisionDate: "2024-12-31" }, [/^decisionDate: no law is known for 2024-12-31/]],
    ["no law in an array", [facts, { ...facts, decisionDate: "2024-12-31" }], [/^\[1\] decisionDate: /]],
    ["no JSON", "{ permit", [/^-: /]],
    ["no JSON over several lines", '{\n"permit":\n\n x }', [/^-: /]],
    ["nothing", "", [/^-: /]],
  ])("exits with 2 and says why: %s", (_, input, expected) => {
    const { status, stdout, lines } = assessInput(input);
    expect([status, stdout]).toEqual([2, ""]);
    expect(lines).toHaveLength(expected.length);
    expected.forEach((line, index) => {
      expect(lines[index]).toMatch(line);
    });
  });

  it("exits with 2 where the file cannot be read", () => {
    expect(run(["assess", join(folder, "nowhere.json")]).status).toBe(2);
  });
});

describe("npm run rules", () => {
  it("lists everything", () => {
    const { status, stdout } = run(["list"]);
    expect(status).toBe(0);
    const printed = JSON.parse(stdout);
    expect(Object.keys(printed)).toEqual(
      expect.arrayContaining([
        "permits",
        "conditions",
        "documents",
        "facts",
        "parameters",
        "duties",
        "rights",
        "grounds",
      ]),
    );
  });

  it.each([[[]], [["help"]], [["assess"]], [["assess", "a", "b"]], [["list", "x"]]])(
    "explains itself to %o",
    (args) => {
      const { status, stdout, lines } = run(args);
      expect([status, stdout, lines[0]]).toEqual([2, "", "Usage:"]);
    },
  );
});
