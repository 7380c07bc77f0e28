import type { PermitId } from "../facts";
import type { Permit } from "../permit";
import { commissionedEducationPermit } from "./commissioned-education";
import { familyOfCommissionedStudent } from "./family-of-commissioned-student";
import { familyOfResearcherPermit } from "./family-of-researcher";
import { familyOfStudentPermit } from "./family-of-student";
import { jobSeekingAfterResearch } from "./job-seeking-after-research";
import { jobSeekingAfterStudies } from "./job-seeking-after-studies";
import { nationalVisa } from "./national-visa";
import { permanent } from "./permanent";
import { research } from "./research";
import { researchMobility } from "./research-mobility";
import { studies } from "./studies";
import { visitingDoctoral } from "./visiting-doctoral";

/** Every permit, in the order of the catalogue. */
export const PERMITS: Readonly<Record<PermitId, Permit>> = {
  research,
  "research-mobility": researchMobility,
  studies,
  "job-seeking-after-research": jobSeekingAfterResearch,
  "job-seeking-after-studies": jobSeekingAfterStudies,
  "family-of-researcher": familyOfResearcherPermit,
  "family-of-student": familyOfStudentPermit,
  "commissioned-education": commissionedEducationPermit,
  "family-of-commissioned-student": familyOfCommissionedStudent,
  "visiting-doctoral": visitingDoctoral,
  permanent,
  "national-visa": nationalVisa,
};
