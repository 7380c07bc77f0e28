import { type RefObject, useCallback, useEffect, useState } from "react";
import type { Page } from "@/lib/flow/walk";
import type { WalkState } from "@/lib/flow/walk-start";
import { readLive, type WalkDay } from "@/lib/flow/walk-step";

/** The page as it stands while it is being answered: an answer may show further fields of the same question at once. */
export function useLivePage(
  entry: Page,
  walk: WalkState,
  form: RefObject<HTMLFormElement | null>,
  day: WalkDay,
) {
  const [live, setLive] = useState<{ walk: WalkState; page: Page } | null>(null);

  const look = useCallback(() => {
    if (!form.current) return;
    const page = readLive(walk, new FormData(form.current), day)?.page;
    if (page) setLive({ walk, page });
  }, [walk, form, day]);

  // A browser may fill the form in again by itself after a reload.
  useEffect(look, [look]);

  return { page: live?.walk === walk ? live.page : entry, look };
}
