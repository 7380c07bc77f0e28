"use client";

import { Fragment, lazy, startTransition, useCallback, useEffect, useMemo, useRef } from "react";
import { START } from "@/lib/flow/walk-start";
import type { WalkDay, WalkView } from "@/lib/flow/walk-step";
import type { EditionId, PermitId } from "@/lib/rules";
import { CheckForm, LanguageButtons } from "./CheckForm";
import type { CheckStrings } from "./check-strings";
import { pageTitle } from "./page-title";
import { Start } from "./Start";
import { useLanguageLinks } from "./use-language-links";
import { useWalk } from "./use-walk";
import { addressOf, useWalkPosts, type WalkAction } from "./use-walk-posts";
import { loadEngine } from "./walk-engine";

export type CheckProps = {
  strings: CheckStrings;
  today: string;
  editions: readonly EditionId[];
  initial: WalkView;
  walkAction: WalkAction;
  startAction: (form: FormData) => Promise<void>;
  /** What can be applied for here. */
  openPermits: readonly PermitId[];
};

// Without a boundary around it: the server waits for it, and sends whole pages to whoever has no script.
const ServedPlace = lazy(() => loadEngine().then(({ WalkPlace }) => ({ default: WalkPlace })));

/** Moves the focus to what is new, once the script has entered a place: the faults, else the heading. */
function useFocus(entered: number) {
  useEffect(() => {
    if (entered === 0) return;
    const added = document.querySelector<HTMLElement>("main [data-added]");
    const target = added ?? document.querySelector<HTMLElement>("main .error-summary, main h1");
    if (!target) return;
    target.tabIndex = -1;
    target.focus({ preventScroll: true });
    target.scrollIntoView({ block: "start" });
  }, [entered]);
}

const approach = () => void loadEngine().catch(() => {});

/**
 * The check: one page, one state. Rendered on the server for each post where there is no script; with script every move
 * is taken in the browser.
 */
export function Check(props: CheckProps) {
  const { strings, today, editions, initial, walkAction, startAction, openPermits } = props;
  const { locale } = strings;
  const { served, postTo } = useWalkPosts(
    walkAction,
    initial,
    strings.languages.map((language) => language.locale),
  );
  const day: WalkDay = useMemo(() => ({ today, editions }), [today, editions]);
  const here = postTo[locale];
  const post = useCallback((form: FormData) => startTransition(() => here?.(form)), [here]);
  const {
    view,
    version,
    entered,
    Place = ServedPlace,
    isRestoring,
    ...walk
  } = useWalk(served, locale, day, post);
  useFocus(entered);
  const formRef = useRef<HTMLFormElement>(null);

  function move(data: FormData, button: HTMLElement | null) {
    const language = button?.dataset.locale;
    if (language) void walk.switchTo(addressOf(language), data);
    else void walk.take(data);
  }
  useLanguageLinks((address) => {
    void walk.switchTo(address, formRef.current ? new FormData(formRef.current) : null);
  });

  if (isRestoring && version === 0) return <p role="status">{strings.words.restoring}</p>;
  const form = { view, action: here, onMove: move, formRef };
  return (
    <Fragment key={version}>
      {view.walk.at === START ? (
        <CheckForm {...form} onApproach={approach}>
          <title>{pageTitle(strings.words.title, view, strings)}</title>
          <Start view={view} strings={strings} />
          <LanguageButtons strings={strings} postTo={postTo} />
        </CheckForm>
      ) : (
        <Place {...form} strings={strings} day={day} postTo={postTo} next={{ startAction, openPermits }} />
      )}
    </Fragment>
  );
}
