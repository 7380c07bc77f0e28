import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import {
  type Citation,
  CONDITION_CASES,
  CONDITION_IDS,
  catalogue,
  DOCUMENT_IDS,
  DUTY_IDS,
  NOTE_IDS,
  PERMIT_IDS,
  REQUEST_IDS,
} from "@/lib/rules";
import { testsOf } from "./coverage";
import coverage from "./coverage.json";

const RULES = "lib/rules";
const tests = readdirSync(RULES, { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".test.ts"))
  .sort()
  .map((name) => ({ name, text: readFileSync(join(RULES, name), "utf8") }));

const namedIn = (needle: string) =>
  tests
    .filter(({ text }) => text.includes(`"${needle}"`) || text.includes(`"${needle} `))
    .map(({ name }) => name)
    .join(" ");

const named = (needles: readonly string[]) =>
  Object.fromEntries(
    [...new Set(needles)]
      .sort()
      .map((needle) => [needle, namedIn(needle)])
      .filter(([, names]) => names),
  );

const data = catalogue();
const cites: readonly Citation[] = data.permits.flatMap((permit) =>
  [...permit.grounds, ...permit.validity, ...permit.rights].flatMap((clause) => [...clause.cites]),
);
const people = (permit: string): number =>
  JSON.parse(readFileSync(join(RULES, `scenarios/${permit}.json`), "utf8")).length;

const found = {
  ids: named([...CONDITION_IDS, ...DOCUMENT_IDS, ...DUTY_IDS, ...NOTE_IDS, ...REQUEST_IDS]),
  cites: named(cites),
  people: Object.fromEntries(PERMIT_IDS.map((permit) => [permit, people(permit)])),
};

describe("coverage.json", () => {
  // Where this fails, tests of the rules have come or gone: `npx vitest run lib/catalogue -u` writes the file anew.
  it("says what the tests of the rules name", async () => {
    await expect(`${JSON.stringify(found, null, 2)}\n`).toMatchFileSnapshot("./coverage.json");
  });

  it("has a test for every condition, and people for every permit", () => {
    // What is always left to the authority has no table of its own: the tests of all clauses say so.
    const decided = CONDITION_CASES.filter(({ state }) => state !== "authority").map(({ id }) => id);
    const untested = decided.filter((id) => testsOf({ id, cites: [] }).length === 0);
    expect(untested).toEqual([]);
    expect(Object.values(coverage.people).filter((count) => count === 0)).toEqual([]);
  });
});
