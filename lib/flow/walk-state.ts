import type { Facts } from "@/lib/rules";

import { type Path, pathOf, type WalkOptions } from "./walk";
import { KINDS, type Kind, type PurposeId, purposeOf, RESULT, START, type WalkState } from "./walk-start";

export const isPurpose = (id: unknown): id is PurposeId => purposeOf(id) !== undefined;
export const isKind = (id: unknown): id is Kind => (KINDS as readonly unknown[]).includes(id);

/** What is not asked: the day, the permit and all that the purpose settles. `null` before the start is answered. */
export function baseFacts({ purpose, kind }: WalkState, today: string): Facts | null {
  const chosen = purposeOf(purpose);
  if (!chosen) return null;
  const asked = chosen.isExtendable ? kind : "first";
  return asked && { decisionDate: today, kind: asked, ...chosen.facts };
}

/** The way so far, or `null` before the start is answered. */
export function walkPath(state: WalkState, today: string, options: WalkOptions = {}): Path | null {
  const base = baseFacts(state, today);
  return base && pathOf(base, state.given, options);
}

/** Where the person stands: a page that is no longer on the way gives place to the next open one, or to the result. */
export function placeOf(state: WalkState, path: Path | null): string {
  if (!path) return START;
  const { at } = state;
  const isOnTheWay = [path.next, ...path.pages].some((page) => page?.key === at);
  return at === START || at === RESULT || isOnTheWay ? at : (path.next?.key ?? RESULT);
}

/** The place after this one; answers to it are already in `state`. */
export function placeAfter(state: WalkState, path: Path): string {
  if (state.isReview) return path.next?.key ?? RESULT;
  const index = path.pages.findIndex((page) => page.key === state.at);
  const following = state.at === START ? path.pages[0] : index === -1 ? undefined : path.pages[index + 1];
  return following?.key ?? path.next?.key ?? RESULT;
}

/** The place before this one. */
export function placeBefore(state: WalkState, path: Path | null): string {
  if (!path || state.at === START) return START;
  if (state.at === RESULT) return path.next?.key ?? path.pages.at(-1)?.key ?? START;
  const index = path.pages.findIndex((page) => page.key === state.at);
  const before = index === -1 ? path.pages.at(-1) : path.pages[index - 1];
  return before?.key ?? START;
}
