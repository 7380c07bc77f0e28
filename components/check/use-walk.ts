import { useCallback, useEffect, useLayoutEffect, useRef, useState } from "react";
import type { RawAnswers } from "@/lib/flow/fields";
import { WALK } from "@/lib/flow/walk-start";
import type { WalkDay, WalkView } from "@/lib/flow/walk-step";
import { loadEngine } from "./walk-engine";

/** Where the answers lie in the state of the browser's history: not in the address, and gone with the tab. */
const KEY = "check";
/** What was typed and not sent yet, beside it, on the way to another language. */
const TYPED = "typed";

const kept = (key: string): unknown => (window.history.state as Record<string, unknown> | null)?.[key];
const remembered = () => kept(KEY);

// What the framework keeps there too; an entry made by a link to a part of the page lacks it.
let others: object = {};

function remember({ walk }: Pick<WalkView, "walk">, typed?: RawAnswers) {
  others = window.history.state ?? others;
  return { ...others, [KEY]: walk, [TYPED]: typed };
}

/** The place as it was left, for whoever comes back to it: with the answers that the move took from it. */
function rememberAnswers({ walk: { at, isReview } }: WalkView, { walk }: WalkView) {
  const isFresh = walk.purpose === null;
  if (!isFresh) window.history.replaceState(remember({ walk: { ...walk, at, isReview } }), "");
}

const isElsewhere = (locale: string) => !window.location.pathname.startsWith(`/${locale}/`);

type Engine = Awaited<ReturnType<typeof loadEngine>>;

type Shown = {
  view: WalkView;
  /** Tells one form from the next. */
  version: number;
  /** Counts the places that the script went to, for the focus. */
  entered: number;
  /** Absent while the place shown is as the server made it. */
  Place?: Engine["WalkPlace"];
  isRestoring?: boolean;
};

/**
 * The check in the browser: answers are assessed there, each step is an entry in the history, and a reload finds it
 * again. `served` is what the server showed, and stays what is shown until the script runs. `post` takes a move to the
 * server, for when the rules could not be fetched.
 */
export function useWalk(served: WalkView, locale: string, day: WalkDay, post: (form: FormData) => void) {
  const [shown, setShown] = useState<Shown>({ view: served, version: 0, entered: 0 });
  const latest = useRef(served);

  const enter = useCallback((view: WalkView, engine?: Engine) => {
    latest.current = view;
    setShown(({ version, entered }) => ({
      view,
      version: version + 1,
      entered: entered + 1,
      Place: engine?.WalkPlace,
    }));
  }, []);

  const restore = useCallback(async () => {
    const engine = await loadEngine().catch(() => null);
    if (engine) {
      const view = engine.moves.viewOf(engine.moves.readWalk(remembered()), day);
      return enter({ ...view, raw: { ...view.raw, ...(kept(TYPED) as RawAnswers | undefined) } }, engine);
    }
    const form = new FormData();
    form.set(WALK, JSON.stringify(remembered()));
    post(form);
  }, [day, enter, post]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the page is loaded
  useLayoutEffect(() => {
    if (served.walk.purpose !== null || !remembered()) window.history.replaceState(remember(served), "");
    else {
      setShown((before) => ({ ...before, isRestoring: true }));
      void restore();
    }
  }, []);

  // What a post brought, where the script had it sent.
  useEffect(() => {
    if (served !== latest.current && served.walk.purpose !== null) enter(served);
  }, [served, enter]);

  useEffect(() => {
    const show = () => {
      if (isElsewhere(locale)) window.location.reload();
      else if (remembered()) void restore();
      // A link to a part of the page, as to its content.
      else window.history.replaceState(remember(latest.current), "");
    };
    window.addEventListener("popstate", show);
    return () => window.removeEventListener("popstate", show);
  }, [locale, restore]);

  /** Takes one move from the form; a new place is a new entry in the history. */
  const take = useCallback(
    async (form: FormData) => {
      const engine = await loadEngine().catch(() => null);
      if (!engine) return post(form);
      const next = engine.moves.takeStep(latest.current.walk, form, day);
      const isOnward = next.walk.at !== latest.current.walk.at;
      if (isOnward) {
        rememberAnswers(latest.current, next);
        window.history.pushState(remember(next), "");
      } else if (next.errors.length === 0) window.history.replaceState(remember(next), "");
      enter(next, engine);
    },
    [day, enter, post],
  );

  /** Goes to the same place in another language. What is typed goes along. */
  const switchTo = useCallback(
    async (address: string, form: FormData | null) => {
      const engine = await loadEngine().catch(() => null);
      const next = engine && form ? engine.moves.takeStep(latest.current.walk, form, day) : latest.current;
      window.history.replaceState(remember(next, next.raw), "");
      window.history.pushState(remember(next, next.raw), "", address);
      window.location.reload();
    },
    [day],
  );

  return { ...shown, take, switchTo };
}
