import type { ReactNode } from "react";
import { Button } from "@/components/form/Button";
import { FileField } from "@/components/form/FileField";
import { UploadProgress, type UploadTexts } from "./UploadProgress";

export type UploadFormProps = {
  action: string;
  locale: string;
  /** What the files are for. */
  requirement: string;
  /** Id of a file that the new one stands in for; then one file is chosen, else several may be. */
  replaces?: string | undefined;
  accept: string;
  maxBytes: number;
  label: ReactNode;
  hint?: string | undefined;
  error?: string | undefined;
  submit: ReactNode;
  texts: UploadTexts;
};

export const fileFieldName = (requirement: string) => `file-${requirement}`;

/** A native form for files. With scripts each file is sent by itself and shows how far it is. */
export function UploadForm({
  action,
  locale,
  requirement,
  replaces,
  accept,
  maxBytes,
  texts,
  ...words
}: UploadFormProps) {
  const { label, hint, error, submit } = words;
  return (
    <form action={action} method="post" encType="multipart/form-data" className="stack">
      <input type="hidden" name="requirement" value={requirement} />
      <input type="hidden" name="locale" value={locale} />
      {replaces ? <input type="hidden" name="replaces" value={replaces} /> : null}
      <FileField
        name={fileFieldName(requirement)}
        label={label}
        hint={hint}
        error={error}
        accept={accept}
        multiple={!replaces}
      />
      <UploadProgress section={requirement} maxBytes={maxBytes} texts={texts} />
      <Button variant="secondary">{submit}</Button>
    </form>
  );
}
