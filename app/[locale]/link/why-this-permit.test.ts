import { describe, expect, it } from "vitest";
import { permitOfLink } from "@/lib/hosts/accept";
import { sampleClaims } from "@/lib/hosts/sample-claims";
import { whyThisPermit } from "./why-this-permit";

const host = {
  code: "kth",
  nameSv: "Kungl. Tekniska högskolan",
  nameEn: "KTH Royal Institute of Technology",
  contact: null,
  isApprovedPrincipal: true,
  isTest: false,
};
const { level: _, ...agreement } = sampleClaims("hosting-agreement");
const admission = sampleClaims("admission");

describe("why a link leads to its permit", () => {
  it.each([
    [
      "a doctoral student with a hosting agreement",
      { ...agreement, level: "doctoral" },
      "research",
      "agreement",
    ],
    ["a researcher", agreement, "research", undefined],
    ["a student", admission, "studies", undefined],
    ["a doctoral student without one", { ...admission, level: "doctoral" }, "studies", "no-agreement"],
  ] as const)("tells it to %s", (_who, claims, permit, why) => {
    expect(permitOfLink({ host, claims })).toBe(permit);
    expect(whyThisPermit({ claims }, permit)).toBe(why);
  });

  it("tells that the rules lead elsewhere than the kind of link", () => {
    expect(whyThisPermit({ claims: agreement }, "studies")).toBe("rules");
    expect(whyThisPermit({ claims: admission }, "research")).toBe("rules");
  });
});
