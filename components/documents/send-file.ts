export type Sending = {
  /** Null when the file was taken, else the server's words; undefined where it gave none. */
  done: Promise<{ taken: boolean; words?: string }>;
  cancel(): void;
};

function wordsOf(response: unknown): string | undefined {
  const detail =
    typeof response === "object" && response && "detail" in response ? response.detail : undefined;
  return typeof detail === "string" ? detail : undefined;
}

/** Sends one file with the form's other fields. Rejects when the line drops or the sending is cancelled. */
export function sendFile(form: HTMLFormElement, file: File, onProgress: (part: number) => void): Sending {
  const body = new FormData();
  for (const [name, value] of new FormData(form)) if (typeof value === "string") body.append(name, value);
  body.append("file", file);
  const request = new XMLHttpRequest();
  const done = new Promise<{ taken: boolean; words?: string }>((resolve, reject) => {
    request.upload.onprogress = ({ loaded, total }) => onProgress(loaded / total);
    request.onload = () => resolve({ taken: request.status === 201, words: wordsOf(request.response) });
    request.onerror = reject;
    request.onabort = reject;
  });
  request.open("POST", form.action);
  request.responseType = "json";
  request.setRequestHeader("accept", "application/json");
  request.send(body);
  return { done, cancel: () => request.abort() };
}
