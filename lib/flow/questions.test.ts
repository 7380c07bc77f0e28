import { describe, expect, it } from "vitest";
import { FACTS, type Facts, PERMIT_IDS, PERMITS, type PermitId } from "@/lib/rules";
import { asksFor } from "./asks";
import { factsOf, QUESTIONS, type Question } from "./questions";
import { nextQuestion } from "./walk";
import { PURPOSES } from "./walk-start";

const NOT_ASKED = ["decisionDate", "applicationDate", "permit", "kind"];
const ALL: readonly Question[] = QUESTIONS;
const ASKED = ALL.flatMap(factsOf);

describe("questions", () => {
  it("hold every fact that a person answers, each in one question", () => {
    const expected = FACTS.map(({ id }) => id).filter((id) => !NOT_ASKED.includes(id));
    expect([...ASKED].sort()).toEqual([...expected].sort());
  });

  it("have one to four facts a page, apart from the list to tick", () => {
    for (const { facts, isChecklist } of ALL) {
      expect(facts.length).toBeGreaterThan(0);
      if (!isChecklist) expect(facts.length).toBeLessThanOrEqual(4);
    }
  });

  it("begin with what can make a permit needless", () => {
    const facts: Facts = { permit: "studies", decisionDate: "2026-07-01" };
    expect(nextQuestion(facts)?.id).toBe("citizenship");
    expect(nextQuestion({ ...facts, citizenship: "DE" })).toBeNull();
    expect(nextQuestion({ ...facts, citizenship: "IN" })?.id).toBe("admission");
    expect(nextQuestion({ ...facts, permit: "research", citizenship: "IN" })?.id).toBe("hosting");
  });
});

describe("what a person comes for", () => {
  it("is each of the permits", () => {
    expect([...new Set(PURPOSES.map(({ facts }) => facts.permit))].sort()).toEqual([...PERMIT_IDS].sort());
  });

  it("asks whether it is an extension just where there is one in law", () => {
    for (const { id, facts, isExtendable } of PURPOSES) {
      const { conditions, fromInside } = PERMITS[facts.permit];
      const isInLaw = [conditions, fromInside.grounds].flat().some(({ asks }) => asks?.includes("kind"));
      expect([id, isExtendable ?? false]).toEqual([id, isInLaw]);
    }
  });
});

describe("facts of the permits in the check", () => {
  it.each(PURPOSES.map(({ facts }) => facts.permit as PermitId))(
    "%s asks for nothing outside the questions",
    (permit) => {
      const known = new Set<string>([...ASKED, ...NOT_ASKED]);
      expect(
        FACTS.map(({ id }) => id).filter((id) => asksFor(permit, id, "2026-07-01") && !known.has(id)),
      ).toEqual([]);
    },
  );
});
