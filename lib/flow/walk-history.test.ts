import { describe, expect, it } from "vitest";
import type { Facts } from "@/lib/rules";
import { HISTORY, NO_PERMITS, rowNames } from "./history-rows";
import { MORE_ROWS, ROWS, rowCount } from "./walk-history";
import { NEW_WALK, SHOWN, type WalkState } from "./walk-start";
import { readWalk, takeStep } from "./walk-step";

const DAY = { today: "2026-07-01" };

type Row = Partial<{ permit: string; doctoral: string; from: string; until: string }>;

/** A form with these rows; days as `YYYY-MM-DD`. */
function table(rows: readonly Row[], { move = "continue", none = false } = {}): FormData {
  const form = new FormData();
  rows.forEach(({ permit, doctoral, from, until }, row) => {
    const names = rowNames(row);
    form.set(names.permit, permit ?? "");
    if (doctoral) form.set(names.doctoral, doctoral);
    for (const [name, day] of [[names.from, from] as const, [names.until, until] as const]) {
      const [year = "", month = "", date = ""] = day?.split("-") ?? [];
      form.set(`${name}.year`, year);
      form.set(`${name}.month`, month);
      form.set(`${name}.day`, date);
    }
  });
  if (none) form.set(NO_PERMITS, "yes");
  form.set(ROWS, "3");
  form.set(SHOWN, HISTORY);
  form.set("move", move);
  return form;
}

const walk: WalkState = {
  ...NEW_WALK,
  purpose: "permanent",
  given: { citizenship: "IN" },
  at: "history",
};

const RESEARCH = { permit: "research", from: "2022-01-01", until: "2026-12-31" };

describe("the table of permits held", () => {
  it("takes rows that are filled in and leaves out empty ones", () => {
    const view = takeStep(walk, table([{}, RESEARCH, {}]), DAY);
    expect(view.errors).toEqual([]);
    expect(view.walk.given.permitHistory).toEqual([RESEARCH]);
    expect(view.walk.at).not.toBe("history");
  });

  it("counts studies as doctoral only where that is ticked, and nothing else", () => {
    const studies = { permit: "studies", doctoral: "yes", from: "2020-01-01", until: "2021-12-31" };
    const view = takeStep(walk, table([studies, { ...RESEARCH, doctoral: "yes" }]), DAY);
    expect(view.walk.given.permitHistory).toEqual([{ ...studies, doctoral: true }, RESEARCH]);
  });

  it("says in which row something is wrong or missing, and keeps what was typed", () => {
    const rows = [
      RESEARCH,
      { permit: "work", from: "2021-05-05", until: "2020-05-05" },
      { from: "2019-01-01", until: "2019-13-01" },
    ];
    const view = takeStep(walk, table(rows), DAY);
    expect(view.errors).toEqual([
      { field: rowNames(1).until, code: "before-start" },
      { field: rowNames(2).permit, code: "required" },
      { field: rowNames(2).until, code: "not-a-date" },
    ]);
    expect(view.walk.at).toBe("history");
    expect(view.raw[rowNames(2).until]).toEqual({ day: "01", month: "13", year: "2019" });
  });

  it("insists on a permit, or on the word that there is none", () => {
    expect(takeStep(walk, table([{}]), DAY).errors).toEqual([
      { field: rowNames(0).permit, code: "required" },
    ]);
    const none = takeStep(walk, table([{}], { none: true }), DAY);
    expect([none.errors, none.walk.given.permitHistory]).toEqual([[], []]);
  });

  it("shows more rows when asked, with what was typed, and no fault", () => {
    const view = takeStep(walk, table([{ permit: "work" }], { move: "more" }), DAY);
    expect([view.walk.at, view.errors, view.raw[ROWS]]).toEqual(["history", [], MORE_ROWS]);
    expect(view.raw[rowNames(0).permit]).toBe("work");
    expect(rowCount(view.raw)).toBe(6);
  });

  it("shows three rows, and as many as are filled in", () => {
    expect(rowCount({})).toBe(3);
    expect(rowCount({ [rowNames(4).permit]: "work" })).toBe(5);
    expect(rowCount({ [ROWS]: "900" })).toBe(6);
  });

  it("goes along in the state, and is read again", () => {
    const given: Facts = { permitHistory: [{ permit: "research", from: "2022-01-01", until: "2026-12-31" }] };
    expect(readWalk(JSON.parse(JSON.stringify({ ...walk, given }))).given).toEqual(given);
    const wrong: unknown[] = ["x", [7], [{ permit: "gold", from: "2022-01-01", until: "2023-01-01" }]];
    for (const permitHistory of wrong)
      expect(readWalk({ ...walk, given: { permitHistory } }).given).toEqual({});
  });
});
