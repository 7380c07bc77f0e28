import { type RefObject, useCallback, useEffect, useRef, useState } from "react";

const PAUSE_MS = 1_500;

export type AutosaveStatus = "saving" | "saved" | "unsaved";

type Target = { applicationId: string; step: string };

/** Saves what is typed after a pause, and when the page is hidden or left; the plain submit works without it. */
export function useAutosave(
  form: RefObject<HTMLFormElement | null>,
  { applicationId, step }: Target,
  first: number,
) {
  const revision = useRef(first);
  const [status, setStatus] = useState<AutosaveStatus>();
  const changed = useRef(false);
  const stopped = useRef(false);

  const save = useCallback(async () => {
    if (!form.current || stopped.current || !changed.current) return;
    changed.current = false;
    const body = new FormData(form.current);
    body.set("revision", String(revision.current));
    setStatus("saving");
    try {
      const url = `/api/applications/${applicationId}/steps/${step}`;
      const answer = await fetch(url, { method: "POST", body, keepalive: true });
      if (!answer.ok) throw new Error(String(answer.status));
      revision.current = (await answer.json()).revision;
      setStatus("saved");
    } catch {
      changed.current = true;
      setStatus("unsaved");
    }
  }, [form, applicationId, step]);

  useEffect(() => {
    const element = form.current;
    let timer: ReturnType<typeof setTimeout>;
    const onInput = () => {
      changed.current = true;
      clearTimeout(timer);
      timer = setTimeout(save, PAUSE_MS);
    };
    const onHide = () => document.visibilityState === "hidden" && void save();
    const onLeave = () => void save();
    element?.addEventListener("input", onInput);
    document.addEventListener("visibilitychange", onHide);
    addEventListener("pagehide", onLeave);
    return () => {
      clearTimeout(timer);
      element?.removeEventListener("input", onInput);
      document.removeEventListener("visibilitychange", onHide);
      removeEventListener("pagehide", onLeave);
    };
  }, [form, save]);

  const stop = useCallback(() => {
    stopped.current = true;
  }, []);
  return { revision, status, save, stop };
}
