import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { EditionId, Facts } from "@/lib/rules";
import { NEW_WALK, RESULT, SHOWN, START, type WalkState } from "./walk-start";
import { walkPath } from "./walk-state";
import { readLive, readWalk, takeStep, viewOf } from "./walk-step";

const DAY = { today: "2026-07-01", editions: ["base", "ds-2024-31"] as EditionId[] };

function form(values: Record<string, string>, move = "continue"): FormData {
  const data = new FormData();
  for (const [name, value] of Object.entries(values)) data.append(name, value);
  if (move) data.set("move", move);
  if (!(SHOWN in values)) data.set(SHOWN, Object.keys(values).join(" "));
  return data;
}

const date = (name: string, [day, month, year]: readonly string[]) => ({
  [`${name}.day`]: day ?? "",
  [`${name}.month`]: month ?? "",
  [`${name}.year`]: year ?? "",
});

const begun = takeStep(NEW_WALK, form({ purpose: "studies", kind: "first" }), DAY).walk;
const admitted = takeStep(begun, form({ citizenship: "IN" }), DAY).walk;

describe("a move of the check", () => {
  it("begins with what the person comes for", () => {
    const refused = takeStep(NEW_WALK, form({ purpose: "tourism" }), DAY);
    expect(refused.errors).toEqual([{ field: "purpose", code: "not-an-option" }]);
    expect(takeStep(NEW_WALK, form({}), DAY).errors).toEqual([{ field: "purpose", code: "required" }]);
    expect(takeStep(NEW_WALK, form({ purpose: "research" }), DAY).errors).toEqual([
      { field: "kind", code: "required" },
    ]);
    expect(refused.walk.at).toBe(START);
    expect(begun.at).toBe("citizenship");
  });

  it("leads a doctoral student with an agreement to the research permit, without asking again", () => {
    const { walk } = takeStep(NEW_WALK, form({ purpose: "doctoral-with-agreement", kind: "first" }), DAY);
    const { walk: next } = takeStep(walk, form({ citizenship: "IN" }), DAY);
    expect(walkPath(next, DAY.today, DAY)?.facts).toMatchObject({
      permit: "research",
      doctoralStudent: true,
    });
    const live = readLive(next, form({}), DAY);
    expect(live?.page.facts).toEqual(["approvedPrincipal"]);
  });

  it("stays with what is wrong, and keeps what was typed", () => {
    const again = takeStep(begun, form({ citizenship: "xx", [SHOWN]: "citizenship" }), DAY);
    expect(again.errors).toEqual([{ field: "citizenship", code: "not-a-country" }]);
    expect(again.walk.at).toBe("citizenship");
    expect(again.raw.citizenship).toBe("xx");
  });

  it("insists on what was shown and left out, not on what was not shown yet", () => {
    expect(takeStep(begun, form({ [SHOWN]: "citizenship" }), DAY).errors).toEqual([
      { field: "citizenship", code: "required" },
    ]);
    const revealed = takeStep(admitted, form({ admission: "full-time" }), DAY);
    expect([revealed.errors, revealed.walk.at]).toEqual([[], "admission"]);
    const left = takeStep(
      revealed.walk,
      form({ admission: "full-time", [SHOWN]: "admission studyLevel" }),
      DAY,
    );
    expect(left.errors).toEqual([{ field: "studyLevel", code: "required" }]);
  });

  it("takes a revealed answer from the same form", () => {
    const live = readLive(admitted, form({ admission: "full-time", studyLevel: "doctoral" }), DAY);
    expect(live?.page.facts).toContain("studyLevel");
    expect(live?.answers.values).toMatchObject({ admission: "full-time", studyLevel: "doctoral" });
  });

  it("goes back, forth and to the result, and keeps what can be read", () => {
    const back = takeStep(admitted, form({ admission: "full-time" }, "back"), DAY);
    expect(back.walk.at).toBe("citizenship");
    expect(back.walk.given.admission).toBe("full-time");
    expect(back.raw.citizenship).toBe("IN");
    const forth = takeStep(back.walk, form({ citizenship: "IN" }), DAY);
    expect(forth.walk.at).toBe("admission");
    const result = takeStep(forth.walk, form({}, "result"), DAY);
    expect(result.walk.at).toBe(RESULT);
    expect(takeStep(result.walk, form({}), DAY).walk.at).toBe("admission");
    expect(takeStep(result.walk, form({}, "back"), DAY).walk.at).toBe("admission");
    expect(takeStep(begun, form({}, "back"), DAY).walk.at).toBe(START);
    expect(takeStep(result.walk, form({}, "restart"), DAY).walk).toEqual(NEW_WALK);
  });

  it("stays where it is for a post that says no move, as to another language, and keeps what is typed", () => {
    const view = takeStep(admitted, form({ admission: "part-time" }, ""), DAY);
    expect([view.walk.at, view.walk.given.admission, view.errors]).toEqual(["admission", "part-time", []]);
  });

  it("goes from a changed answer back to the result, over what the change makes matter", () => {
    const atResult: WalkState = { ...admitted, given: { ...admitted.given, citizenship: "DE" }, at: RESULT };
    const changing = takeStep(atResult, form({}, "change:citizenship"), DAY).walk;
    expect([changing.at, changing.isReview]).toEqual(["citizenship", true]);
    expect(takeStep(changing, form({ citizenship: "FR" }), DAY).walk).toMatchObject({
      at: RESULT,
      isReview: false,
    });
    expect(takeStep(changing, form({ citizenship: "IN" }), DAY).walk).toMatchObject({
      at: "admission",
      isReview: true,
    });
    expect(takeStep(atResult, form({}, "change:start"), DAY).walk.at).toBe(START);
    expect(takeStep(atResult, form({}, "change:nowhere"), DAY).walk.at).toBe(RESULT);
  });

  it("does not let a stay end before it begins", () => {
    const given: Facts = {
      citizenship: "IN",
      admission: "full-time",
      studyLevel: "master",
      guestDoctoral: false,
      inSweden: false,
      protection: "none",
      familyOfEeaCitizen: false,
      longTermResidentOtherEu: false,
      unenforceableExpulsion: false,
      euBlueCardPending: false,
      ictTrainee: false,
      fees: "paid",
      birthDate: "1998-05-04",
    };
    const ready: WalkState = { ...begun, at: "stay", given };
    const stay = { ...date("stayFrom", ["15", "8", "2026"]), ...date("stayUntil", ["1", "8", "2026"]) };
    const view = takeStep(ready, form({ ...stay, [SHOWN]: "stayFrom stayUntil" }), DAY);
    expect(view.errors).toEqual([{ field: "stayUntil", code: "before-start" }]);
    expect(view.walk.given.stayFrom).toBe("2026-08-15");
  });
});

describe("a state from outside", () => {
  it("is read as far as it makes sense", () => {
    const sent = {
      purpose: "studies",
      kind: "first",
      given: { citizenship: "IN", fees: "gold", shoeSize: 42 },
      at: "fees",
    };
    expect(readWalk(JSON.parse(JSON.stringify({ ...sent, isReview: "yes" })))).toEqual({
      purpose: "studies",
      kind: "first",
      given: { citizenship: "IN" },
      at: "fees",
      isReview: false,
    });
  });

  it("never throws, whatever it is", () => {
    fc.assert(
      fc.property(fc.anything(), fc.dictionary(fc.string(), fc.string()), (value, fields) => {
        const view = takeStep(readWalk(value), form(fields), DAY);
        expect(viewOf(view.walk, DAY).walk.at).toBe(view.walk.at);
      }),
      { numRuns: 300 },
    );
  }, 30_000);

  it("comes back the same after a journey through a form", () => {
    const state = readWalk(JSON.parse(JSON.stringify(admitted)));
    expect(state).toEqual(admitted);
  });
});
