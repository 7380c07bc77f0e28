"use server";

import { WALK } from "@/lib/flow/walk-start";
import { readWalk, takeStep, type WalkView } from "@/lib/flow/walk-step";
import { swedishDay } from "@/lib/i18n/swedish-time";
import { editionsInForce } from "@/lib/law";

/** Longer than any answers of the check. */
const MAX_STATE = 20_000;

function walkOf(form: FormData) {
  const text = form.get(WALK);
  if (typeof text !== "string" || text.length > MAX_STATE) return readWalk(null);
  try {
    return readWalk(JSON.parse(text));
  } catch {
    return readWalk(null);
  }
}

/** One move of the check where the browser runs no script. The answers came with the form and go back with the page: nothing is kept. */
export async function takeWalkStep(_before: WalkView, form: FormData): Promise<WalkView> {
  return takeStep(walkOf(form), form, { today: swedishDay(), editions: editionsInForce() });
}
