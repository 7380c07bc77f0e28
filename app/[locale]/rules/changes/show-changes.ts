"use server";

import { postedAnswers } from "./posted-answers";

/** Longer than the answers of any check. */
const MAX_FACTS = 20_000;

/**
 * Takes in the answers of a check for the page that is rendered in answer; nothing is kept. A form with `facts`, and `from`
 * and `to` where other laws than the page's own are to be compared. Its button names `/<locale>/rules/changes`.
 */
export async function showChanges(form: FormData): Promise<void> {
  const facts = form.get("facts");
  const text = typeof facts === "string" && facts.length <= MAX_FACTS ? facts : "";
  await postedAnswers.give({ facts: text, from: form.get("from"), to: form.get("to") });
}
