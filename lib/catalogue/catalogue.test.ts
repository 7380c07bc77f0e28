import { describe, expect, it } from "vitest";
import { catalogue, DEFAULT_EDITIONS, EDITIONS, PERMIT_IDS } from "@/lib/rules";
import { CLAUSE_KINDS } from "./clauses-of";
import { findClauses } from "./find-clauses";
import { inStatuteOrder, paragraphOf, paragraphsByAct, restsOn } from "./paragraphs";
import { periodUnder, standingOn } from "./period";
import { familyPermitsOf, feesOf, permitOn, standings } from "./permit-on";

const ALL = EDITIONS.map(({ id }) => id);
const TODAY = "2026-11-22";

describe("periodUnder", () => {
  const always = { from: "2025-01-01", until: null };
  const untilProposal = { from: "2025-01-01", until: "2026-02-28" };
  const sinceProposal = { from: "2026-03-01", until: null };
  const untilBill = { from: "2026-03-01", until: "2026-06-10" };

  it.each([
    ["what always was", always, DEFAULT_EDITIONS, always],
    ["what the proposal replaces", untilProposal, DEFAULT_EDITIONS, untilProposal],
    ["what the proposal brings", sinceProposal, DEFAULT_EDITIONS, sinceProposal],
    ["what the bill replaces, with the bill", untilBill, ALL, untilBill],
    ["what the bill replaces, without it: it stays", untilBill, DEFAULT_EDITIONS, sinceProposal],
    ["what the bill brings, without it", { from: "2026-06-11", until: null }, DEFAULT_EDITIONS, null],
    [
      "the old law, with only the bill after it",
      untilProposal,
      ["base", "prop-2025-26-146"],
      { from: "2025-01-01", until: "2026-06-10" },
    ],
    [
      "the proposal's law, with only the bill",
      sinceProposal,
      ["base", "prop-2025-26-146"],
      { from: "2026-06-11", until: null },
    ],
  ] as const)("%s", (_, dated, editions, expected) => {
    expect(periodUnder(dated, editions)).toEqual(expected);
  });

  it("stands on its first and last day", () => {
    expect(["2025-01-01", "2026-02-28", "2026-03-01"].map((day) => standingOn(day, untilProposal))).toEqual([
      "now",
      "now",
      "past",
    ]);
    expect([standingOn("2026-02-28", sinceProposal), standingOn(TODAY, null)]).toEqual(["later", "never"]);
  });
});

describe("standings", () => {
  const old = { id: "x", from: "2025-01-01", until: "2026-02-28" };
  const next = { id: "x", from: "2026-03-01", until: null };
  const at = (date: string, ...clauses: (typeof old | typeof next)[]) => {
    const [entry] = standings<{ id: string; from: string; until: string | null }>(
      clauses,
      date,
      DEFAULT_EDITIONS,
    );
    return (
      entry && {
        from: entry.clause.from,
        begins: entry.begins,
        since: entry.since,
        ends: entry.ends,
        changes: entry.changes,
      }
    );
  };

  it.each([
    ["before another wording", "2026-02-28", [old, next], { from: "2025-01-01", changes: "2026-03-01" }],
    ["on its first day", "2026-03-01", [old, next], { from: "2026-03-01", since: "2026-03-01" }],
    ["before it ends for good", "2026-02-28", [old], { from: "2025-01-01", ends: "2026-02-28" }],
    ["after", "2026-03-01", [old], undefined],
    ["before it begins", "2026-02-28", [next], { from: "2026-03-01", begins: "2026-03-01" }],
  ] as const)("%s", (_, date, clauses, expected) => {
    expect(at(date, ...clauses)).toEqual(expected);
  });
});

describe("a permit on a day", () => {
  it.each(PERMIT_IDS)("%s has what the rules have in force, and what is to come", (id) => {
    for (const date of ["2025-01-01", "2026-02-28", "2026-03-01", TODAY]) {
      const permit = permitOn(id, date, DEFAULT_EDITIONS);
      const ids = permit.conditions.map(({ clause }) => clause.id);
      expect(new Set(ids).size).toBe(ids.length);
      expect(ids).toContain("third-country-national");
      expect(permit.documents.map(({ clause }) => clause.id)).toContain("passport");
    }
    expect(() => permitOn(id, "2024-12-31", DEFAULT_EDITIONS)).toThrow("no-law-for-date");
  });

  it("tells the address before it comes, and since when", () => {
    const address = (date: string) =>
      permitOn("studies", date, DEFAULT_EDITIONS).conditions.find(
        ({ clause }) => clause.id === "swedish-address",
      );
    expect(address("2026-02-28")?.begins).toBe("2026-03-01");
    expect(address("2026-03-01")).toMatchObject({ since: "2026-03-01" });
  });

  it("keeps both rules on the purpose, for a first permit and an extension", () => {
    const purpose = permitOn("studies", TODAY, DEFAULT_EDITIONS).conditions.find(
      ({ clause }) => clause.id === "genuine-purpose",
    );
    expect(purpose?.clauses.map(({ effect }) => effect)).toEqual(["may-refuse", "refuse"]);
  });

  it.each([
    ["research", ["family-of-researcher"]],
    ["studies", ["family-of-student"]],
    ["job-seeking-after-studies", ["family-of-student"]],
    ["commissioned-education", ["family-of-commissioned-student"]],
    ["visiting-doctoral", []],
    ["permanent", []],
  ] as const)("the family of %s", (permit, expected) => {
    expect(familyPermitsOf(permit, TODAY, DEFAULT_EDITIONS)).toEqual(expected);
  });

  it("costs what the ordinance says", () => {
    const { adult, child, exemptions } = feesOf("studies", TODAY);
    expect([adult.amount, child.amount]).toEqual([1500, 750]);
    expect(exemptions.map(({ id }) => id)).toEqual([
      "japanese-citizen",
      "eea-citizen-or-family",
      "scholarship",
    ]);
    expect(feesOf("national-visa", TODAY)).toMatchObject({
      adult: { amount: 60, currency: "EUR" },
      exemptions: [],
    });
  });
});

describe("paragraphs", () => {
  it.each([
    ["UtlL 5b:9 p5", "UtlL 5b:9"],
    ["UtlL 5b:15 st2 p4", "UtlL 5b:15"],
    ["UtlF 5:2 st1 p11 a", "UtlF 5:2"],
    ["GFL 3 st1 p3", "GFL 3"],
    ["MIGRFS 2023:1 2", "MIGRFS 2023:1 2"],
    ["SFD art 34.1", "SFD art 34"],
  ])("%s stands in %s", (citation, paragraph) => {
    expect(paragraphOf(citation)).toBe(paragraph);
    expect(restsOn([citation], paragraph)).toBe(true);
  });

  it("are told apart", () => {
    expect(restsOn(["UtlL 5b:19 st1"], "UtlL 5b:1")).toBe(false);
    expect(restsOn(["UtlL 5b:1"], "UtlL")).toBe(true);
    expect(restsOn(["UtlF 4:5"], "UtlL")).toBe(false);
  });

  it("stand in the statute's order", () => {
    const places = [
      "SFD art 7.1",
      "UtlF 4:5",
      "UtlL 5b:10 p1",
      "UtlL 5b:9 p10",
      "UtlL 5b:9 p2",
      "UtlL 5:18",
      "UtlL 2:8b",
    ];
    expect([...places].sort(inStatuteOrder)).toEqual([...places].reverse());
    expect(
      paragraphsByAct(catalogue())
        .map(([act]) => act)
        .slice(0, 3),
    ).toEqual(["UtlL", "UtlF", "GFL"]);
  });
});

describe("findClauses", () => {
  it("finds every clause of every permit, once", () => {
    const found = findClauses({});
    for (const kind of CLAUSE_KINDS) {
      const clauses = found[kind] as readonly { permits: readonly string[] }[];
      const placed = clauses.reduce((count, { permits }) => count + permits.length, 0);
      expect([kind, placed]).toEqual([
        kind,
        catalogue().permits.flatMap((permit) => [...permit[kind]]).length,
      ]);
    }
    expect(found.parameters).toEqual(catalogue().parameters);
    expect(found.notModelled).toEqual(catalogue().notModelled);
  });

  it("by permit and by paragraph, and nothing where nothing fits", () => {
    const { conditions, parameters } = findClauses({ permit: "studies", place: "UtlL 5b:9" });
    expect(
      conditions.every(({ cites, permits }) => permits.includes("studies") && restsOn(cites, "UtlL 5b:9")),
    ).toBe(true);
    expect(parameters.map(({ id }) => id)).toEqual(["maintenance-student"]);
    expect(Object.values(findClauses({ permit: "national-visa", place: "UtlL 5b:9" })).flat()).toEqual([]);
  });

  it("finds a clause by the paragraph of its exception", () => {
    expect(findClauses({ place: "UtlL 7:7i" }).conditions.map(({ id }) => id)).toContain(
      "no-temporary-protection",
    );
  });
});
