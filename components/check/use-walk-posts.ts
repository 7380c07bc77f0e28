import { useActionState } from "react";
import type { WalkView } from "@/lib/flow/walk-step";

export type WalkAction = (view: WalkView, form: FormData) => Promise<WalkView>;

/** What a form or a button posts with, by language. */
export type WalkPosts = Readonly<Record<string, (form: FormData) => void>>;

export const addressOf = (locale: string) => `/${locale}/check`;

/**
 * The forms' way to the server where there is no script. Each language has an address of its own: a form posted to
 * another language's page is answered in it. The framework hands what came back to one of these hooks only, by the
 * form that was left, and so it is looked for in all of them.
 */
export function useWalkPosts(action: WalkAction, initial: WalkView, locales: readonly string[]) {
  // The list of languages is the same at each rendering.
  // biome-ignore lint/correctness/useHookAtTopLevel: one hook a language, always the same
  const hooks = locales.map((locale) => useActionState(action, initial, addressOf(locale)));
  const served = hooks.map(([view]) => view).find((view) => view !== initial) ?? initial;
  const postTo: WalkPosts = Object.fromEntries(
    locales.map((locale, index) => [locale, hooks[index]?.[1] ?? (() => {})]),
  );
  return { served, postTo };
}
