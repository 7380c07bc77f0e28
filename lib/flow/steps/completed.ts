import { PERMITS } from "@/lib/rules";
import { HISTORY_STEP_FIELDS } from "../application-history";
import { asksFor } from "../asks";
import { factField } from "../fact-field";
import { type Definition, day, ifYes, longText, optional, text } from "./definition";
import { otherEuPermit } from "./family";

// What has been: research and studies completed, permits held; and what rests on it, work to look for and to stay.

const institution = { name: "institution", kind: "institution", max: 200 } as const;

export const RESEARCH_COMPLETED: Definition = {
  id: "research-completed",
  part: "about",
  fields: [institution, day("researchFinishedOn"), factField("researchCompletedCertificate")],
};

export const EDUCATION_COMPLETED: Definition = {
  id: "education-completed",
  part: "about",
  gate: "educationCompleted",
  fields: [
    institution,
    text("programme"),
    factField("completedLevel"),
    factField("educationCompleted"),
    day("educationFinishedOn", ifYes("educationCompleted")),
    factField("termsStudied", { max: 40, ...ifYes("educationCompleted") }),
    factField("degreeCertificate"),
  ],
};

export const OTHER_EU_STAY: Definition = {
  id: "other-eu-stay",
  part: "about",
  isFactByFact: true,
  after: ["currentPermit"],
  fields: [
    factField("otherEuStayInSweden"),
    ...otherEuPermit(ifYes("otherEuStayInSweden")),
    day("otherEuPermitValidUntil", ifYes("otherEuStayInSweden")),
    longText("otherEuStayText", { max: 1_000, ...ifYes("otherEuStayInSweden") }),
  ],
};

export const SEARCH: Definition = {
  id: "search",
  part: "plans",
  fields: [factField("seeksWorkOrBusiness"), longText("searchText", ifYes("seeksWorkOrBusiness"))],
};

export const HISTORY_STEP: Definition = {
  id: "history",
  part: "about",
  isFor: ({ permit, decisionDate }) => asksFor(permit, "permitHistory", decisionDate),
  fields: HISTORY_STEP_FIELDS,
};

export const BUSINESS: Definition = {
  id: "business",
  part: "about",
  isFactByFact: true,
  after: ["permitHistory"],
  fields: [
    factField("businessEstablished"),
    longText("businessText", { max: 1_000, ...ifYes("businessEstablished") }),
  ],
};

const COUNTED = { when: { field: "incomeKind", is: ["salary", "business"] } };

export const INCOME: Definition = {
  id: "income",
  part: "plans",
  gate: "incomeKind",
  fields: [
    factField("incomeKind"),
    factField("netIncomeMonthlySek", COUNTED),
    factField("housingCostMonthlySek", COUNTED),
    factField("incomeLikelyToLast"),
    factField("receivesPension", optional),
    factField("selfSupportSpecialReasons", optional),
    longText("selfSupportText", ifYes("selfSupportSpecialReasons")),
  ],
};

/** UtlL 5:19: a visit is prolonged only for weighty reasons. */
export const WEIGHTY_REASONS: Definition = {
  id: "weighty-reasons",
  part: "plans",
  isFor: ({ permit, kind }) =>
    kind === "extension" && PERMITS[permit].fromInside.grounds.some(({ id }) => id === "weighty-reasons"),
  fields: [longText("weightyReasonsText")],
};
