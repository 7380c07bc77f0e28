import { describe, expect, it } from "vitest";
import { citationParts } from "@/components/rules/citation-parts";
import { NOTICE_KINDS } from "@/lib/hosts/notices";
import { PERMIT_IDS } from "@/lib/rules";
import { FAIRNESS, NOTICE_LAW, OTHER_PERMITS, restsOnAdmission } from "./notice-law";

describe("the law behind a notice", () => {
  it("has for each kind its point of the proposed paragraph, in its order", () => {
    const points = NOTICE_KINDS.map((kind) => NOTICE_LAW[kind].duty);
    expect(points).toEqual([1, 2, 3, 4, 5, 6, 7].map((point) => `RedF 2:6a st2 p${point}`));
  });

  it("is cited as the contract has it", () => {
    const cites = Object.values(NOTICE_LAW).flatMap(({ duty, studies }) => [duty, ...studies]);
    for (const cite of [...cites, ...FAIRNESS, ...OTHER_PERMITS])
      expect(citationParts(cite), cite).not.toBeNull();
  });

  it("takes the permit for studies alone to rest on an admission", () => {
    expect(PERMIT_IDS.filter(restsOnAdmission)).toEqual(["studies"]);
  });
});
