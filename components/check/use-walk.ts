import { useCallback, useEffect, useLayoutEffect, useState } from "react";
import { readWalk, takeStep, viewOf, type WalkDay, type WalkView } from "@/lib/flow/walk-step";

/** Where the answers lie in the state of the browser's history: not in the address, and gone with the tab. */
const KEY = "check";

const remembered = (): unknown => (window.history.state as Record<string, unknown> | null)?.[KEY];

// What the framework keeps there too; an entry made by a link to a part of the page lacks it.
let others: object = {};

function remember(view: WalkView) {
  others = window.history.state ?? others;
  return { ...others, [KEY]: view.walk };
}

const isElsewhere = (locale: string) => !window.location.pathname.startsWith(`/${locale}/`);

/**
 * The check in the browser: answers are assessed without a request, each step is an entry in the history, and a
 * reload finds it again. `served` is what the server showed, and stays what is shown until the script runs. `version`
 * tells one form from the next, `entered` counts the places that the script went to.
 */
export function useWalk(served: WalkView, locale: string, day: WalkDay) {
  const [{ view, version, entered }, setShown] = useState({ view: served, version: 0, entered: 0 });

  const enter = useCallback((next: WalkView) => {
    setShown((shown) => ({ view: next, version: shown.version + 1, entered: shown.entered + 1 }));
  }, []);

  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the page is loaded
  useLayoutEffect(() => {
    if (served.walk.purpose === null && remembered()) {
      setShown({ view: viewOf(readWalk(remembered()), day), version: 1, entered: 0 });
    } else window.history.replaceState(remember(served), "");
  }, []);

  useEffect(() => {
    const show = () => {
      if (isElsewhere(locale)) window.location.reload();
      else if (remembered()) enter(viewOf(readWalk(remembered()), day));
      // A link to a part of the page, as in a list of faults.
      else window.history.replaceState(remember(view), "");
    };
    window.addEventListener("popstate", show);
    return () => window.removeEventListener("popstate", show);
  }, [locale, day, view, enter]);

  /** Takes one move from the form; a new place is a new entry in the history. */
  const take = useCallback(
    (form: FormData) => {
      const next = takeStep(view.walk, form, day);
      if (next.errors.length === 0) window.history.pushState(remember(next), "");
      enter(next);
    },
    [view, day, enter],
  );

  /** Goes to the same place in another language. What is typed goes along. */
  const switchTo = useCallback(
    (path: string, form: FormData | null) => {
      const next = form ? takeStep(view.walk, form, day) : view;
      window.history.replaceState(remember(next), "");
      window.history.pushState(remember(next), "", path);
      window.location.reload();
    },
    [view, day],
  );

  return { view, version, entered, take, switchTo };
}
