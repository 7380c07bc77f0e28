import { compareAssessments, type PersonalChange } from "@/lib/catalogue/compare-assessments";
import { swedishDay } from "@/lib/i18n/swedish-time";
import { type EditionId, type Facts, RulesError } from "@/lib/rules";
import { parseFacts } from "@/lib/rules/facts-schema";

type Read = { change: PersonalChange } | { fault: "failed" | "noLaw" };

function factsOf(text: string): Facts | null {
  try {
    const parsed = parseFacts(JSON.parse(text));
    return parsed.ok && parsed.facts.permit ? parsed.facts : null;
  } catch {
    return null;
  }
}

/** What the two laws say of the answers; today is the day of the decision where they name none. */
export function changesFor(text: string, from: EditionId, to: EditionId): Read {
  const facts = factsOf(text);
  if (!facts) return { fault: "failed" };
  try {
    return {
      change: compareAssessments({ ...facts, decisionDate: facts.decisionDate ?? swedishDay() }, from, to),
    };
  } catch (error) {
    if (error instanceof RulesError) return { fault: "noLaw" };
    throw error;
  }
}
