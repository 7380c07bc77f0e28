import type { Entry } from "@/lib/rules";
import type { Case } from "./case";

/** The documents that this case needs, as the rules list them. */
export const documentRequirements = ({ assessment }: Case): readonly Entry[] => assessment.documents;
