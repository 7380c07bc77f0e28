import { describe, expect, it } from "vitest";
import type { RawAnswers } from "@/lib/flow/fields";
import { blockersOf, type CaseInput, type RawByStep, readCase } from "./case";

const TODAY = "2026-11-22";
const day = (iso: string) => {
  const [year = "", month = "", date = ""] = iso.split("-");
  return { day: date, month, year };
};

const IDENTITY: RawAnswers = { surname: "Rao", birthDate: day("1998-05-04"), citizenship: "IN" };

const read = (raw: RawByStep, over: Partial<CaseInput> = {}) =>
  readCase({ permit: "studies", kind: "first", today: TODAY, raw, ...over });
const stepIds = (raw: RawByStep, over: Partial<CaseInput> = {}) =>
  read(raw, over).steps.map(({ step }) => step.id);

describe("steps", () => {
  it("asks for guardians the day before the 18th birthday, not on it", () => {
    expect(stepIds({ identity: { ...IDENTITY, birthDate: day("2008-11-23") } })).toContain("guardians");
    expect(stepIds({ identity: { ...IDENTITY, birthDate: day("2008-11-22") } })).not.toContain("guardians");
  });

  it("asks for insurance for a stay of one year, not for one day more", () => {
    const stay = (until: string): RawByStep => ({
      stay: { stayFrom: day("2027-01-01"), stayUntil: day(until) },
    });
    expect(stepIds(stay("2027-12-31"))).toContain("insurance");
    expect(stepIds(stay("2028-01-01"))).not.toContain("insurance");
  });

  it("asks for the address in Sweden from the day of the proposal", () => {
    expect(stepIds({}, { today: "2026-02-28" })).not.toContain("address");
    expect(stepIds({}, { today: "2026-03-01" })).toContain("address");
  });

  it("asks about studies so far for an extension only", () => {
    const situation = {
      inSweden: "yes",
      currentPermit: "studies",
      currentPermitGrantedOn: day("2026-04-01"),
    };
    expect(stepIds({ situation }, { kind: "extension" })).toContain("progress");
    expect(stepIds({ situation })).not.toContain("progress");
  });

  it("asks research for an agreement and studies for an admission", () => {
    const names = (permit: "studies" | "research") =>
      read({}, { permit })
        .steps.find(({ step }) => step.id === "purpose")
        ?.step.fields.map(({ name }) => name);
    expect(names("research")).toContain("hostingAgreement");
    expect(names("research")).not.toContain("admission");
    expect(names("studies")).toContain("admission");
  });
});

describe("what is asked follows from the answers", () => {
  const inside = (currentPermit: string): RawByStep => ({
    situation: { inSweden: "yes", currentPermit, currentPermitValidUntil: day("2027-01-01") },
  });
  const fieldsOf = (raw: RawByStep, over: Partial<CaseInput>, step: string) =>
    read(raw, over)
      .steps.find((one) => one.step.id === step)
      ?.step.fields.map(({ name }) => name) ?? [];

  it("an extension is of the permit held, which is not asked", () => {
    const over = { permit: "research", kind: "extension" } as const;
    expect(fieldsOf({}, over, "situation")).toEqual(["inSweden", "currentPermitValidUntil"]);
    expect(read({}, over).facts.currentPermit).toBe("research");
    expect(fieldsOf({}, { permit: "research" }, "situation")).toContain("currentPermit");
  });

  it("asks for revocation under 7 h § with a permanent permit, and under 7 g § with a change from work", () => {
    expect(fieldsOf(inside("research"), { permit: "permanent" }, "requests")).toEqual(["revocation-7-7h"]);
    expect(fieldsOf(inside("work"), { permit: "research" }, "requests")).toEqual(["revocation-7-7g"]);
    expect(fieldsOf(inside("none"), { permit: "permanent" }, "requests")).toEqual([]);
    const before = { permit: "permanent", today: "2026-02-28" } as const;
    expect(fieldsOf(inside("research"), before, "requests")).toEqual([]);
  });

  it("asks for weighty reasons where a visit is extended, for a custodian where a child applies", () => {
    expect(stepIds({}, { permit: "visiting-doctoral", kind: "extension" })).toContain("weighty-reasons");
    expect(stepIds({}, { permit: "visiting-doctoral" })).not.toContain("weighty-reasons");
    const as = (relationship: string) =>
      stepIds({ relationship: { relationship } }, { permit: "family-of-researcher" });
    expect([as("child").includes("child"), as("child").includes("living-together")]).toEqual([true, false]);
    expect([as("spouse").includes("child"), as("spouse").includes("living-together")]).toEqual([false, true]);
  });

  it("asks what kind of work it was from the sixteenth hour", () => {
    const raw = (hours: string): RawByStep => ({
      situation: { inSweden: "yes", currentPermitGrantedOn: day("2026-03-01") },
      work: { workHoursPerWeek: hours },
    });
    expect(stepIds(raw("15"), { kind: "extension" })).not.toContain("work-kind");
    expect(stepIds(raw("15.5"), { kind: "extension" })).toContain("work-kind");
  });

  it("asks only from when, where the law sets the time", () => {
    expect(fieldsOf({}, { permit: "job-seeking-after-research" }, "stay")).toEqual(["stayFrom"]);
    expect(fieldsOf({}, { permit: "research" }, "stay")).toEqual(["stayFrom", "stayUntil"]);
  });
});

describe("the permits held", () => {
  const history = {
    "permitHistory-permit-0": "studies",
    "permitHistory-doctoral-0": "yes",
    "permitHistory-from-0": day("2023-01-01"),
    "permitHistory-until-0": day("2024-12-31"),
  };
  const heldIn = (raw: RawAnswers) => read({ history: raw }, { permit: "permanent" }).facts.permitHistory;

  it("are read from their rows", () => {
    const held = { permit: "studies", doctoral: true, from: "2023-01-01", until: "2024-12-31" };
    expect(heldIn(history)).toEqual([held]);
    expect(heldIn({ "permitHistory-none": "yes" })).toEqual([]);
  });

  it("are not known while a row cannot be read, or before the table is filled in", () => {
    expect(heldIn({ ...history, "permitHistory-permit-1": "work" })).toBeUndefined();
    expect(read({}, { permit: "permanent" }).facts.permitHistory).toBeUndefined();
  });
});

describe("answers that no longer matter", () => {
  it("are not among the facts", () => {
    const raw: RawByStep = {
      stay: { stayFrom: day("2027-01-01"), stayUntil: day("2028-06-30") },
      insurance: { healthInsurance: "none" },
    };
    expect(read(raw).facts.healthInsurance).toBeUndefined();
  });

  it("count again when they do", () => {
    const raw: RawByStep = {
      stay: { stayFrom: day("2027-01-01"), stayUntil: day("2027-06-30") },
      insurance: { healthInsurance: "none" },
    };
    expect(read(raw).facts.healthInsurance).toBe("none");
  });
});

describe("several citizenships", () => {
  it("the one that frees from the permit decides, wherever it stands", () => {
    const { assessment, facts } = read({ identity: { ...IDENTITY, citizenship2: "FI" } });
    expect(facts.citizenship).toBe("FI");
    expect(assessment.outcome).toBe("permit-not-needed");
  });
  it("else the first", () =>
    expect(read({ identity: { ...IDENTITY, citizenship2: "US" } }).facts.citizenship).toBe("IN"));
});

describe("names", () => {
  const errors = (identity: RawAnswers) => read({ identity }).steps[0]?.errors;
  it("accepts a single one, in either place", () => {
    expect(errors(IDENTITY)).toEqual([]);
    expect(errors({ ...IDENTITY, surname: "", givenNames: "Asha" })).toEqual([]);
  });
  it("needs at least one", () =>
    expect(errors({ ...IDENTITY, surname: "" })).toEqual([{ field: "surname", code: "required" }]));
  it("does not believe a birth tomorrow", () =>
    expect(errors({ ...IDENTITY, birthDate: day("2026-11-23") })).toEqual([
      { field: "birthDate", code: "in-the-future" },
    ]));
});

describe("what stops an application", () => {
  const whole: RawByStep = {
    identity: IDENTITY,
    contact: { email: "a@b.se" },
    declarations: { truth: "on" },
  };
  it("is nothing but identity, contact and the declaration", () =>
    expect(blockersOf(read(whole))).toEqual([]));
  it.each([
    ["identity", { ...whole, identity: { surname: "Rao" } }],
    ["contact", { ...whole, contact: { email: "nowhere" } }],
    ["declarations", { ...whole, declarations: {} }],
  ])("%s", (step, raw) => expect(blockersOf(read(raw as RawByStep)).map((one) => one.step)).toContain(step));
});

describe("somebody who has answered everything", () => {
  const common: RawByStep = {
    identity: IDENTITY,
    passport: { passportValidUntil: day("2033-01-01") },
    background: {
      protection: "none",
      familyOfEeaCitizen: "no",
      longTermResidentOtherEu: "no",
      unenforceableExpulsion: "no",
      euBlueCardPending: "no",
      ictTrainee: "no",
    },
    situation: { inSweden: "no", currentPermit: "none" },
    stay: { stayFrom: day("2026-12-15"), stayUntil: day("2028-06-15") },
    means: { savingsSek: "300000", monthlyIncomeSek: "0", returnTravelCovered: "yes" },
    address: { swedishAddress: "not-yet-known" },
  };
  const purposes: [CaseInput["permit"], RawAnswers][] = [
    ["studies", { admission: "full-time", studyLevel: "master", fees: "paid", mobilityProgramme: "none" }],
    [
      "studies",
      {
        admission: "full-time",
        studyLevel: "doctoral",
        hostingAgreement: "no",
        guestDoctoral: "no",
        fees: "not-charged",
        mobilityProgramme: "none",
      },
    ],
    ["research", { hostingAgreement: "yes", approvedPrincipal: "yes", mobilityProgramme: "none" }],
  ];
  it.each(purposes)("is told how it stands, with nothing missing: %s %j", (permit, purpose) => {
    const { assessment } = read({ ...common, purpose }, { permit });
    expect(assessment.missing).toEqual([]);
    expect(assessment.outcome).toBe("eligible");
  });
});
