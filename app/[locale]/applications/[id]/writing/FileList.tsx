import type { ReactNode } from "react";
import type { SentFile } from "@/lib/messages/conversation";

/** Files by name, each a link to it. */
export function FileList({
  files,
  action,
}: {
  files: readonly SentFile[];
  action?: (file: SentFile) => ReactNode;
}) {
  if (files.length === 0) return null;
  return (
    <ul className="stack">
      {files.map((file) => (
        <li key={file.id}>
          <a href={`/api/documents/${file.id}?view`}>
            <bdi>{file.fileName}</bdi>
          </a>
          {action?.(file)}
        </li>
      ))}
    </ul>
  );
}
