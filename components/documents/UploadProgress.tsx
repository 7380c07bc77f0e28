"use client";

import { useEffect, useRef } from "react";
import { buttonLook } from "@/components/form/Button";
import { type Upload, useUploads } from "./use-uploads";

export type UploadTexts = {
  waiting: string;
  sending: string;
  checking: string;
  taken: string;
  cancelled: string;
  cancel: string;
  again: string;
  lineDropped: string;
  tooLarge: string;
  failed: string;
  showList: string;
};

export type UploadProgressProps = {
  /** Id of the part of the page to be at afterwards. */
  section: string;
  maxBytes: number;
  texts: UploadTexts;
};

function showList(section: string): void {
  history.replaceState(null, "", `${location.pathname}#${section}`);
  location.reload();
}

function wordsFor({ state, part, words }: Upload, texts: UploadTexts): string {
  if (state === "sending") return part < 1 ? texts.sending : texts.checking;
  if (state === "dropped") return texts.lineDropped;
  return state === "refused" ? (words ?? "") : texts[state];
}

type FileRowProps = { upload: Upload; texts: UploadTexts; onCancel(): void; onAgain(): void };

function FileRow({ upload, texts, onCancel, onAgain }: FileRowProps) {
  const { file, state, part } = upload;
  const isUnderWay = state === "waiting" || state === "sending";
  const isBad = state === "refused" || state === "dropped";
  return (
    <li className="file">
      <span className="file__name">
        <bdi>{file.name}</bdi>
        <span className={isBad ? "field-error" : "file__detail"}>{wordsFor(upload, texts)}</span>
        {state === "sending" ? <progress value={part} aria-label={file.name} /> : null}
      </span>
      {isUnderWay || state === "dropped" || state === "cancelled" ? (
        <button type="button" {...buttonLook("quiet")} onClick={isUnderWay ? onCancel : onAgain}>
          {isUnderWay ? texts.cancel : texts.again} <span className="sr-only">{file.name}</span>
        </button>
      ) : null}
    </li>
  );
}

/** Tells of each file of the form that it stands in how far it is; shows the new list once all have been taken. */
export function UploadProgress({ section, maxBytes, texts }: UploadProgressProps) {
  const anchor = useRef<HTMLDivElement>(null);
  const { tooLarge, failed } = texts;
  const { uploads, isOver, cancel, again } = useUploads(anchor, { maxBytes, tooLarge, failed });
  const isAnyTaken = uploads.some(({ state }) => state === "taken");
  const isAllTaken = isOver && uploads.every(({ state }) => state === "taken");
  useEffect(() => {
    if (isAllTaken) showList(section);
  }, [isAllTaken, section]);
  const latest = uploads.findLast(({ state }) => state !== "waiting");
  return (
    <div ref={anchor} className={uploads.length > 0 ? "stack" : undefined}>
      {uploads.length > 0 ? (
        <ul className="files">
          {uploads.map((upload) => (
            <FileRow
              key={upload.id}
              upload={upload}
              texts={texts}
              onCancel={() => cancel(upload)}
              onAgain={() => again(upload)}
            />
          ))}
        </ul>
      ) : null}
      <p role="status" className="sr-only">
        {latest ? `${latest.file.name}: ${wordsFor(latest, texts)}` : ""}
      </p>
      {isOver && isAnyTaken ? (
        <button type="button" {...buttonLook("secondary")} onClick={() => showList(section)}>
          {texts.showList}
        </button>
      ) : null}
    </div>
  );
}
