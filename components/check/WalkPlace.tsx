import { type RefObject, useMemo } from "react";
import { type Page, type Path, pageAt } from "@/lib/flow/walk";
import { RESULT } from "@/lib/flow/walk-start";
import { walkPath } from "@/lib/flow/walk-state";
import { readWalk, takeStep, viewOf, type WalkDay } from "@/lib/flow/walk-step";
import { CheckForm, type CheckFormProps, LanguageButtons, Restart } from "./CheckForm";
import type { CheckStrings } from "./check-strings";
import { pageTitle } from "./page-title";
import { Question, titleOf } from "./Question";
import { Result } from "./Result";
import { ResultNext, type ResultNextProps } from "./ResultNext";
import { useLivePage } from "./use-live-page";
import type { WalkPosts } from "./use-walk-posts";

/** The moves themselves, beside what they lead to: both need the rules. */
export const moves = { readWalk, takeStep, viewOf };

export type WalkPlaceProps = Pick<CheckFormProps, "view" | "action" | "onMove"> & {
  formRef: RefObject<HTMLFormElement | null>;
  strings: CheckStrings;
  day: WalkDay;
  postTo: WalkPosts;
  next: Omit<ResultNextProps, "path" | "strings">;
};

function numberOf(path: Path, page: Page): number {
  const index = path.pages.findIndex(({ key }) => key === page.key);
  return (index === -1 ? path.pages.length : index) + 1;
}

type PlaceProps = WalkPlaceProps & { path: Path };

function AtResult({ path, strings, day, postTo, next, ...form }: PlaceProps) {
  const { view } = form;
  return (
    <>
      <title>{pageTitle(strings.words.result.title, view, strings)}</title>
      <Result walk={view.walk} path={path} strings={strings} day={day} />
      <ResultNext path={path} strings={strings} {...next} />
      <CheckForm {...form}>
        <Restart strings={strings} />
        <LanguageButtons strings={strings} postTo={postTo} />
      </CheckForm>
      <p className="sr-only" role="status">
        {strings.words.result.done}
      </p>
    </>
  );
}

function AtQuestion({ path, strings, day, postTo, next: _, entry, ...form }: PlaceProps & { entry: Page }) {
  const { view } = form;
  const { page, look } = useLivePage(entry, view.walk, form.formRef, day);
  return (
    <>
      <title>{pageTitle(titleOf(page, strings), view, strings)}</title>
      <CheckForm {...form} onChange={look}>
        <Question page={page} view={view} strings={strings} number={numberOf(path, page)} />
        <LanguageButtons strings={strings} postTo={postTo} />
      </CheckForm>
    </>
  );
}

/** Every place of the check but the first: a question, or the result. */
export function WalkPlace(props: WalkPlaceProps) {
  const { view, day } = props;
  const path = useMemo(() => {
    const { today, ...options } = day;
    return walkPath(view.walk, today, options);
  }, [view, day]);
  if (!path) return null;
  const entry = view.walk.at === RESULT ? null : pageAt(path, view.walk.at);
  return entry ? <AtQuestion {...props} path={path} entry={entry} /> : <AtResult {...props} path={path} />;
}
