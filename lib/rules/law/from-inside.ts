// What several paragraphs on applying from inside have in common: who holds which permit, and what is claimed.
import type { Case } from "../case";
import type { Ground } from "../clause";
import type { Dated } from "../editions";
import type { HeldPermit } from "../facts";
import { any, type Holds, isAtLeast, isTrue } from "../logic";

const permits = (...ids: HeldPermit[]): ReadonlySet<HeldPermit> => new Set(ids);

/** Permits under UtlL 5b:1, 2 and 4. */
export const UNDER_1_2_4 = permits("research", "research-mobility", "internship");
/** UtlL 5b:3. */
export const UNDER_3 = permits("studies");
/** UtlL 5b:7 and 8. */
export const UNDER_7_8 = permits("job-seeking-after-research", "job-seeking-after-studies");
/** UtlL 5b:1, 2, 7 and 8. */
export const UNDER_1_2_7_8 = permits("research", "research-mobility", ...UNDER_7_8);
/** UtlL 5b:1-3, 7 and 8. */
export const UNDER_1_3_7_8 = permits(...UNDER_1_2_7_8, "studies");
/** UtlL 5b:1, 2, 4, 7 and 8. */
export const UNDER_1_2_4_7_8 = permits(...UNDER_1_2_4, ...UNDER_7_8);
/** UtlL 5:10 with 6:2 st1, 5:10a and 6a:1. */
export const WORK_BUSINESS_BLUE_CARD = permits("work", "self-employment", "eu-blue-card");
/** UtlL 5b:19, UtlF 4a:6. */
export const FAMILY_OF_RESEARCHER_OR_STUDENT = permits("family-of-researcher", "family-of-student");

/** UtlL 5b:15 st2 p2: 30 credits, or one term of doctoral education. */
export const hasCompletedOneTerm = ({ facts }: Case): Holds =>
  any(
    isAtLeast(facts.creditsCompletedTotal, 30, "creditsCompletedTotal"),
    isAtLeast(facts.doctoralTermsCompleted, 1, "doctoralTermsCompleted"),
  );

/** The same of the sponsor. */
export const sponsorHasCompletedOneTerm = ({ facts }: Case): Holds =>
  any(
    isAtLeast(facts.sponsorCreditsCompletedTotal, 30, "sponsorCreditsCompletedTotal"),
    isAtLeast(facts.sponsorDoctoralTermsCompleted, 1, "sponsorDoctoralTermsCompleted"),
  );

/** Extension of the same permit that is held: no paragraph asks that it be lodged while that is valid. */
export const extension = (cite: string, dated: Dated): Ground => ({
  ...dated,
  id: "extension",
  cites: [cite],
  asks: ["kind"],
  gives: "allowed",
  holds: (c) => c.isExtension,
});

/** Exceptional reasons (synnerliga skäl): only the authority can tell. */
export const exceptionalReasons = (cite: string, dated: Dated): Ground => ({
  ...dated,
  id: "exceptional-reasons",
  cites: [cite],
  asks: ["exceptionalReasons"],
  gives: "authority",
  holds: ({ facts }) => isTrue(facts.exceptionalReasons, "exceptionalReasons"),
});
