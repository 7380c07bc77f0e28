import { describe, expect, it } from "vitest";
import { catalogue, EDITIONS, type EditionId, PERMIT_IDS } from "@/lib/rules";
import { CLAUSE_KINDS, clausesOf } from "./clauses-of";
import { comesBefore, compareEditions } from "./compare-editions";

const changes = (before: EditionId, after: EditionId, permit: string) =>
  (compareEditions(before, after).permits.find((one) => one.permit === permit)?.changes ?? []).map(
    ({ what, kind, id }) => `${what} ${kind} ${id}`,
  );

describe("from the law of 2025 to the proposal", () => {
  it("studies", () => {
    const found = changes("base", "ds-2024-31", "studies");
    expect(found).toEqual(
      expect.arrayContaining([
        "added conditions not-research-under-hosting-agreement",
        "added conditions swedish-address",
        "added conditions work-within-limit",
        "changed conditions study-progress",
        "changed conditions no-temporary-protection",
        "added grounds holds-job-seeking",
        "added duties keep-address-current",
        "changed rights work",
        "removed notes switch-to-work-after-one-term",
        "changed documents passport",
      ]),
    );
    expect(found.filter((one) => one.includes("admission "))).toEqual([]);
  });

  it("permanent", () => {
    const expected = [
      "changed conditions qualifying-residence",
      "changed conditions self-support",
      "changed conditions lasting-support",
      "changed grounds exceptional-reasons",
      "added grounds permanent-after-residence",
      "removed grounds four-years",
      "removed notes apply-when-permit-runs-out",
      "added requests revocation-7-7h",
    ];
    expect(new Set(changes("base", "ds-2024-31", "permanent"))).toEqual(new Set(expected));
  });

  it("limits come and go, and amounts of another year are no change of the law", () => {
    const { parameters } = compareEditions("base", "ds-2024-31");
    expect(parameters).toContainEqual({
      id: "work-hours-limit",
      unit: "hours/week",
      before: null,
      after: 15,
    });
    expect(parameters).toContainEqual({
      id: "progress-credits-first-year",
      unit: "credits",
      before: 15,
      after: null,
    });
    expect(parameters.map(({ id }) => id)).not.toContain("maintenance-student");
  });
});

describe("from the proposal to the bill", () => {
  it("changes three permits and no limit", () => {
    const { permits, parameters } = compareEditions("ds-2024-31", "prop-2025-26-146");
    const changed = permits.filter((one) => one.changes.length > 0);
    expect(changed.map(({ permit }) => permit)).toEqual([
      "studies",
      "job-seeking-after-research",
      "job-seeking-after-studies",
    ]);
    expect(parameters).toEqual([]);
  });
});

describe("any two editions", () => {
  const pairs = EDITIONS.flatMap((a) => EDITIONS.map((b) => [a.id, b.id] as const));

  it.each(pairs)("%s to %s: nothing where the first is not the older", (before, after) => {
    const { permits } = compareEditions(before, after);
    expect(permits.length).toBe(comesBefore(before, after) ? PERMIT_IDS.length : 0);
  });

  it("says since which law, also over several", () => {
    const { permits } = compareEditions("base", "prop-2025-26-146");
    const work = permits
      .find(({ permit }) => permit === "studies")
      ?.changes.find(({ kind }) => kind === "rights");
    expect(work?.since).toEqual(["2026-03-01", "2026-06-11"]);
  });

  it("leaves out only what stands unchanged in both", () => {
    const { permits } = compareEditions("base", "ds-2024-31");
    for (const permit of catalogue().permits) {
      const told = permits.find((one) => one.permit === permit.id)?.changes ?? [];
      for (const kind of CLAUSE_KINDS) {
        const dated = clausesOf(permit, kind).filter(
          ({ from, until }) => from === "2026-03-01" || until === "2026-02-28",
        );
        for (const { id } of dated) {
          expect(told.some((change) => change.kind === kind && change.id === id)).toBe(true);
        }
      }
    }
  });
});
