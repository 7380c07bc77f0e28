import { factField } from "../fact-field";
import {
  type CaseFacts,
  type Definition,
  day,
  ifNo,
  ifYes,
  longText,
  optional,
  text,
  yesNo,
} from "./definition";

// A child's are filled in by a parent: the words suit both.

const COUPLES = ["spouse", "registered-partner", "cohabitant"] as const;
const MARRIED = { field: "relationship", is: ["spouse", "registered-partner"] } as const;

const isCouple = ({ relationship }: CaseFacts) => COUPLES.some((one) => one === relationship);
const isChild = ({ relationship }: CaseFacts) =>
  relationship === "child" || relationship === "child-of-partner";

/** A permit of another state, as it stands on its card; `when` tells of which answer it follows. */
export const otherEuPermit = (when: Partial<Pick<Parameters<typeof text>[1] & object, "when">> = {}) => [
  { name: "otherEuPermitCountry", kind: "country", ...when } as const,
  text("otherEuPermitNumber", { max: 40, ...when }),
];

export const RELATIONSHIP: Definition = {
  id: "relationship",
  part: "about",
  fields: [
    factField("relationship"),
    day("relationshipSince", { when: { field: "relationship", is: COUPLES } }),
    day("marriedOn", { when: MARRIED }),
    text("marriedPlace", { when: MARRIED }),
  ],
};

export const LIVING_TOGETHER: Definition = {
  id: "living-together",
  part: "about",
  isFor: isCouple,
  fields: [
    yesNo("livesTogether"),
    day("livesTogetherSince", ifYes("livesTogether")),
    longText("livesTogetherAddress", { max: 500, ...ifYes("livesTogether") }),
    longText("livesApartWhy", { max: 1_000, ...ifNo("livesTogether") }),
  ],
};

export const SPONSOR: Definition = {
  id: "sponsor",
  part: "about",
  gate: "sponsorPermit",
  fields: [
    text("sponsorName"),
    day("sponsorBirthDate"),
    factField("sponsorPermit"),
    factField("sponsorPermitState"),
    text("sponsorReference", { max: 40, ...optional }),
  ],
};

export const SPONSOR_STUDIES: Definition = {
  id: "sponsor-studies",
  part: "about",
  isFactByFact: true,
  fields: [
    factField("sponsorStudiesDoctoral"),
    factField("sponsorCreditsCompletedTotal", { max: 1_000 }),
    factField("sponsorDoctoralTermsCompleted", { max: 40 }),
  ],
};

export const SPONSOR_CHANGE: Definition = {
  id: "sponsor-change",
  part: "about",
  isFactByFact: true,
  fields: [
    factField("sponsorSwitchesFromWork"),
    factField("familyPermitOtherEu"),
    ...otherEuPermit(ifYes("familyPermitOtherEu")),
    day("otherEuPermitValidUntil", ifYes("familyPermitOtherEu")),
  ],
};

export const CHILD: Definition = {
  id: "child",
  part: "about",
  isFor: isChild,
  isFactByFact: true,
  standsAlone: true,
  fields: [
    factField("bornInSweden"),
    factField("livesWithSponsor"),
    yesNo("otherCustodian"),
    text("custodianNames", ifYes("otherCustodian")),
    longText("custodianContact", { max: 500, ...ifYes("otherCustodian") }),
    yesNo("custodianConsent", ifYes("otherCustodian")),
  ],
};

export const SUPPORT: Definition = {
  id: "support",
  part: "plans",
  fields: [
    factField("supportArranged"),
    longText("supportText", { max: 1_000, ...ifYes("supportArranged") }),
  ],
};
