import { compareAssessments, type PersonalChange } from "@/lib/catalogue/compare-assessments";
import { swedishDay } from "@/lib/i18n/swedish-time";
import type { EditionId, Facts } from "@/lib/rules";
import { parseFacts } from "@/lib/rules/facts-schema";

function factsOf(text: string): Facts | null {
  try {
    const parsed = parseFacts(JSON.parse(text));
    return parsed.ok && parsed.facts.permit ? parsed.facts : null;
  } catch {
    return null;
  }
}

/** What the two laws say of the answers, `null` where they cannot be read; decided today where they name no day. */
export function changesFor(text: string, from: EditionId, to: EditionId): PersonalChange | null {
  const facts = factsOf(text);
  return (
    facts && compareAssessments({ ...facts, decisionDate: facts.decisionDate ?? swedishDay() }, from, to)
  );
}
