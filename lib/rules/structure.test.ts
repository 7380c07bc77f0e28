import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { PARAMETERS } from "./amounts/parameters";
import { assess } from "./assess";
import { addMonths, dayAfter, isCalendarDate } from "./calendar";
import { catalogue } from "./catalogue";
import { CONDITION_CASES } from "./condition-cases";
import { BEFORE_BILL, BEFORE_DS, BILL, type Dated, DS, EDITIONS } from "./editions";
import { RulesError } from "./errors";
import { FACTS, type Facts, PERMIT_IDS } from "./facts";
import { NOT_MODELLED } from "./not-modelled";
import { PERMITS } from "./permits/register";
import { everyone } from "./scenarios/people";
import { CONDITION_IDS, DOCUMENT_IDS, DUTY_IDS, NOTE_IDS, REQUEST_IDS } from "./vocabulary";

const CITATION =
  /^((UtlL|UtlF|HF|RedF) \d+[a-c]?:\d+[a-i]?|(GFL|AvgF|MIGRFS \d{4}:\d+) \d+|SFD art \d+(\.\d+)?)( st\d+)?( p\d+( [a-d])?)?$/;

const permits = PERMIT_IDS.map((id) => PERMITS[id]);

type Cited = Dated & { id: string; cites: readonly string[] };

/** Everything dated and cited, under the place where it stands. */
const everything: [string, Cited][] = permits.flatMap((permit) =>
  [
    permit,
    ...permit.conditions,
    ...permit.conditions.flatMap(({ id, exceptions = [] }) =>
      exceptions.map((e) => ({ ...e, id: `${id} exception` })),
    ),
    ...permit.fromInside.grounds,
    ...permit.validity.map((clause) => ({ ...clause, id: clause.kind })),
    ...permit.documents,
    ...permit.duties,
    ...permit.rights,
    ...permit.alternatives,
    ...permit.requests,
    ...permit.notes,
  ].map((entry): [string, Cited] => [`${permit.id}: ${entry.id}`, entry]),
);

describe("every clause", () => {
  it.each(everything)("%s cites, and has a period", (_, { cites, from, until }) => {
    expect(cites.length).toBeGreaterThan(0);
    for (const cite of cites) expect(cite).toMatch(CITATION);
    expect(EDITIONS.map((edition) => edition.from)).toContain(from);
    if (until !== undefined) expect([BEFORE_DS, BEFORE_BILL]).toContain(until);
    if (until !== undefined) expect(until >= from).toBe(true);
  });

  it.each(FACTS.map((fact) => [fact.id, fact] as const))("the fact %s cites", (_, { cites, from }) => {
    expect(cites.length).toBeGreaterThan(0);
    for (const cite of cites) expect(cite).toMatch(CITATION);
    expect(isCalendarDate(from)).toBe(true);
  });

  it.each(PARAMETERS.map((parameter) => [parameter.id, parameter] as const))(
    "the parameter %s cites, without gap or overlap",
    (_, parameter) => {
      for (const cite of parameter.cites) expect(cite).toMatch(CITATION);
      expect(parameter.cites.length).toBeGreaterThan(0);
      parameter.amounts.forEach(({ from, until }, index) => {
        expect(isCalendarDate(from)).toBe(true);
        const next = parameter.amounts[index + 1];
        if (next !== undefined) expect(until === undefined ? undefined : dayAfter(until)).toBe(next.from);
      });
    },
  );

  it.each(NOT_MODELLED.map((entry) => [entry.id, entry] as const))(
    "what is not modelled, %s, cites",
    (_, { cites }) => {
      for (const cite of cites) expect(cite).toMatch(CITATION);
    },
  );

  it("days before an edition are the days before", () => {
    expect([dayAfter(BEFORE_DS), dayAfter(BEFORE_BILL)]).toEqual([DS, BILL]);
  });
});

describe("over time", () => {
  const months = Array.from({ length: 72 }, (_, index) => addMonths("2025-01-15", index));
  const editions = EDITIONS.map(({ id }) => id);

  it.each(everyone.map((person) => [`${person.permit} ${person.kind}`, person] as const))(
    "%s has no gap and no overlap in any month from 2025 to 2030",
    (_, person) => {
      for (const decisionDate of [...months, BEFORE_DS, DS, BEFORE_BILL, BILL, "2025-01-01"]) {
        for (const law of [undefined, editions]) {
          const facts: Facts = { ...person, decisionDate };
          const answer = assess(facts, { editions: law });
          const ids = (entries: readonly { id: string }[]) => entries.map(({ id }) => id);
          for (const list of [
            ids(answer.conditions),
            ids(answer.documents),
            ids(answer.duties),
            ids(answer.notes),
          ]) {
            expect(new Set(list).size).toBe(list.length);
          }
          expect(ids(answer.conditions)).toContain("third-country-national");
          expect(ids(answer.documents)).toContain("passport");
          const permit = PERMITS[answer.permit];
          expect(answer.validity === null).toBe(permit.validity.length === 0);
          expect(answer.rights === null).toBe(permit.rights.length === 0);
        }
      }
    },
  );

  it.each([
    ["2025-01-01", "2025-01-01"],
    ["2026-02-28", "2025-01-01"],
    ["2026-03-01", "2026-03-01"],
    ["2026-06-11", "2026-03-01"],
    ["2031-01-01", "2026-03-01"],
  ])("decided on %s the law is that of %s", (decisionDate, law) => {
    expect(assess({ permit: "studies", decisionDate }).law).toBe(law);
  });

  it("is the bill where that is switched on", () => {
    const law = (decisionDate: string) => assess({ permit: "studies", decisionDate }, { editions }).law;
    expect([law("2026-06-10"), law("2026-06-11")]).toEqual([DS, BILL]);
    expect(assess({ permit: "studies", decisionDate: "2026-07-01" }, { editions: ["base"] }).law).toBe(
      "2025-01-01",
    );
  });

  it("knows no law before 2025, and takes none for it", () => {
    for (const facts of [{ permit: "studies", decisionDate: "2024-12-31" } as const]) {
      expect(() => assess(facts)).toThrow(new RulesError("no-law-for-date", { date: "2024-12-31" }));
    }
    expect(() => assess({ decisionDate: "2026-07-01" })).toThrow("no-permit");
    expect(() => assess({ permit: "studies" })).toThrow("no-decision-date");
    expect(() => assess({ permit: "studies", decisionDate: "2026-07-01" }, { editions: [] })).toThrow(
      "no-law-for-date",
    );
  });
});

describe("ids", () => {
  it("of conditions are those of the vocabulary, each in some permit", () => {
    expect(new Set(CONDITION_CASES.map(({ id }) => id))).toEqual(new Set(CONDITION_IDS));
  });

  it("of documents, duties, requests and notes are those of the vocabulary, each in some permit", () => {
    const used = (pick: (permit: (typeof permits)[number]) => readonly { id: string }[]) =>
      new Set(permits.flatMap(pick).map(({ id }) => id));
    expect(used(({ documents }) => documents)).toEqual(new Set(DOCUMENT_IDS));
    expect(used(({ duties }) => duties)).toEqual(new Set(DUTY_IDS));
    expect(used(({ requests }) => requests)).toEqual(new Set(REQUEST_IDS));
    expect(used(({ notes }) => notes)).toEqual(new Set(NOTE_IDS));
  });

  it("of permits stand in their own files and nowhere else", () => {
    for (const id of PERMIT_IDS) expect(PERMITS[id].id).toBe(id);
  });
});

describe("the source", () => {
  const root = import.meta.dirname;
  const files = readdirSync(root, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts") && !file.endsWith(".test.ts"))
    .map((file) => [file, readFileSync(join(root, file), "utf8")] as const);

  it.each(files)("%s stays under 250 lines", (_, text) => {
    expect(text.split("\n").length).toBeLessThanOrEqual(250);
  });

  it.each(files)("%s compares no permit id and names no edition in a condition", (_, text) => {
    const ids = PERMIT_IDS.join("|");
    expect(text).not.toMatch(new RegExp(`permit(Id|\\.id)? *[!=]== *"(${ids})"`));
    expect(text).not.toMatch(/edition(Id|\.id)? *[!=]==? *"/);
    expect(text).not.toMatch(/if \(.*\b(DS|BILL|BASE)\b/);
  });

  it.each(files)("%s imports nothing from outside the rules", (file, text) => {
    const allowed =
      file === "facts-schema.ts" ? ["zod/mini"] : file.startsWith("scenarios") ? ["fast-check"] : [];
    for (const [, from = ""] of text.matchAll(/from "([^"]+)"/g)) {
      const isInside = from.startsWith("./") || (from.startsWith("../") && !from.startsWith("../../"));
      expect(isInside || allowed.includes(from) ? "" : from).toBe("");
    }
    expect(text).not.toMatch(/\bDate\b(?!d)[.(]|new Date|process\.|console\./);
  });

  it("asks assess for no validator", () => {
    const [, index = ""] = files.find(([file]) => file === "index.ts") ?? [];
    expect(index).not.toContain("facts-schema");
  });
});

describe("the catalogue", () => {
  it("is plain data that prints everything with its citations and period", () => {
    const printed = JSON.parse(JSON.stringify(catalogue()));
    expect(printed).toEqual(catalogue());
    for (const list of [
      printed.conditions,
      printed.documents,
      printed.duties,
      printed.rights,
      printed.grounds,
    ]) {
      for (const entry of list) {
        expect(entry.cites.length).toBeGreaterThan(0);
        expect(entry.from).toBeDefined();
      }
    }
    expect(printed.permits.map(({ id }: { id: string }) => id)).toEqual(PERMIT_IDS);
    expect(printed.facts.map(({ id }: { id: string }) => id)).toEqual(FACTS.map(({ id }) => id));
  });
});
