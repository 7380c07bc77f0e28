"use client";

import { Fragment, useEffect, useMemo, useRef } from "react";
import { type Page, type Path, pageAt } from "@/lib/flow/walk";
import { RESULT, walkPath } from "@/lib/flow/walk-state";
import { MOVE, type WalkDay, type WalkView } from "@/lib/flow/walk-step";
import type { EditionId } from "@/lib/rules";
import { CheckForm, LanguageButtons, Restart } from "./CheckForm";
import type { CheckStrings } from "./check-strings";
import { formatMessage } from "./format-message";
import { Question, titleOf } from "./Question";
import { Result } from "./Result";
import { ResultNext } from "./ResultNext";
import { Start } from "./Start";
import { useLanguageLinks } from "./use-language-links";
import { useLivePage } from "./use-live-page";
import { useWalk } from "./use-walk";
import { addressOf, useWalkPosts, type WalkAction } from "./use-walk-posts";

export type CheckProps = {
  strings: CheckStrings;
  today: string;
  editions: readonly EditionId[];
  initial: WalkView;
  walkAction: WalkAction;
  startAction: (form: FormData) => Promise<void>;
};

function titleFor({ errors }: WalkView, page: Page | null, path: Path | null, strings: CheckStrings): string {
  const { words, format, name } = strings;
  const title = page ? titleOf(page, strings) : path ? words.result.title : words.title;
  return `${errors.length > 0 ? formatMessage(words.errorTitle, { title }, format) : title} – ${name}`;
}

/** Moves the focus to what is new, once the script has entered a place: the faults, else the heading. */
function useFocus(entered: number) {
  useEffect(() => {
    if (entered === 0) return;
    const target = document.querySelector<HTMLElement>("main .error-summary, main h1");
    if (!target) return;
    target.tabIndex = -1;
    target.focus({ preventScroll: true });
    target.scrollIntoView({ block: "start" });
  }, [entered]);
}

function numberOf(path: Path, page: Page): number {
  const index = path.pages.findIndex(({ key }) => key === page.key);
  return (index === -1 ? path.pages.length : index) + 1;
}

/**
 * The check: one page, one state. Rendered on the server for each post where there is no script; with script every move
 * is taken in the browser.
 */
export function Check(props: CheckProps) {
  const { strings, today, editions, initial, walkAction } = props;
  const locales = strings.languages.map(({ locale }) => locale);
  const { served, postTo } = useWalkPosts(walkAction, initial, locales);
  const day: WalkDay = useMemo(() => ({ today, editions }), [today, editions]);
  const { view, version, entered, take, switchTo } = useWalk(served, strings.locale, day);
  useFocus(entered);
  const form = useRef<HTMLFormElement>(null);
  const path = useMemo(() => walkPath(view.walk, today, { editions }), [view, today, editions]);
  const entry = path && pageAt(path, view.walk.at);
  const { page, look } = useLivePage(entry, view.walk, form, day);
  const isResult = view.walk.at === RESULT && path !== null;

  function move(data: FormData, button: HTMLElement | null) {
    const locale = button?.dataset.locale;
    if (!locale) return take(data);
    data.set(MOVE, "stay");
    switchTo(addressOf(locale), data);
  }
  useLanguageLinks((address) => {
    const data = form.current ? new FormData(form.current) : null;
    data?.set(MOVE, "stay");
    switchTo(address, data);
  });

  const languages = <LanguageButtons strings={strings} postTo={postTo} />;
  const ask = page && path ? <Question {...{ page, view, strings }} number={numberOf(path, page)} /> : null;
  return (
    <Fragment key={version}>
      <title>{titleFor(view, page, path, strings)}</title>
      {isResult ? (
        <>
          <Result walk={view.walk} path={path} strings={strings} day={day} />
          <ResultNext path={path} strings={strings} startAction={props.startAction} />
        </>
      ) : null}
      <CheckForm view={view} action={postTo[strings.locale]} onMove={move} formRef={form} onChange={look}>
        {isResult ? <Restart strings={strings} /> : (ask ?? <Start view={view} strings={strings} />)}
        {languages}
      </CheckForm>
      <p className="sr-only" role="status">
        {isResult ? strings.words.result.done : ""}
      </p>
    </Fragment>
  );
}
