import { type RefObject, useEffect, useRef, useState } from "react";
import { type Sending, sendFile } from "./send-file";

export type UploadState = "waiting" | "sending" | "taken" | "cancelled" | "refused" | "dropped";
/** A file that was chosen; `part` of it has been sent, 0 to 1; `words` say why it was refused. */
export type Upload = { id: number; file: File; state: UploadState; part: number; words?: string };

type Rules = { maxBytes: number; tooLarge: string; failed: string };

const formOf = (anchor: RefObject<HTMLElement | null>) => anchor.current?.closest("form") ?? null;

/** Takes over the submitting of the form that `anchor` stands in, and sends its files one after the other. */
export function useUploads(anchor: RefObject<HTMLElement | null>, { maxBytes, tooLarge, failed }: Rules) {
  const [uploads, setUploads] = useState<Upload[]>([]);
  const current = useRef<Sending>(null);
  const change = (id: number, news: Partial<Upload>, from?: UploadState) =>
    setUploads((all) =>
      all.map((one) => (one.id === id && (!from || one.state === from) ? { ...one, ...news } : one)),
    );

  useEffect(() => {
    const form = formOf(anchor);
    const input = form?.querySelector<HTMLInputElement>("input[type=file]");
    if (!form || !input) return;
    const take = (file: File, id: number): Upload =>
      file.size > maxBytes
        ? { id, file, part: 0, state: "refused", words: tooLarge }
        : { id, file, part: 0, state: "waiting" };
    const onSubmit = (event: Event) => {
      const files = Array.from(input.files ?? []);
      if (files.length === 0) return;
      event.preventDefault();
      setUploads((all) => [...all, ...files.map((file, at) => take(file, all.length + at))]);
      input.value = "";
    };
    form.addEventListener("submit", onSubmit);
    return () => form.removeEventListener("submit", onSubmit);
  }, [anchor, maxBytes, tooLarge]);

  const isSending = uploads.some(({ state }) => state === "sending");
  const next = isSending ? undefined : uploads.find(({ state }) => state === "waiting");

  useEffect(() => {
    const form = formOf(anchor);
    if (!next || !form) return;
    const { id, file } = next;
    const sending = sendFile(form, file, (part) => change(id, { part }));
    current.current = sending;
    change(id, { state: "sending" });
    sending.done.then(
      ({ taken, words }) =>
        change(id, taken ? { state: "taken" } : { state: "refused", words: words ?? failed }, "sending"),
      () => change(id, { state: "dropped" }, "sending"),
    );
  });

  return {
    uploads,
    isOver: uploads.length > 0 && !isSending && !next,
    cancel({ id, state }: Upload) {
      change(id, { state: "cancelled" });
      if (state === "sending") current.current?.cancel();
    },
    again: ({ id }: Upload) => change(id, { state: "waiting", part: 0 }),
  };
}
