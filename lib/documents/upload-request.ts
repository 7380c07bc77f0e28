import { Readable } from "node:stream";
import { finished } from "node:stream/promises";
import busboy, { type Busboy } from "busboy";
import { AppError } from "@/lib/errors";
import { spokenName } from "./file-name";
import { discard, type Received, receive } from "./incoming";
import { MAX_APPLICATION_BYTES, MAX_FILE_BYTES, MAX_FILES, MEGABYTE } from "./limits";

/** Five files of the largest size, and what the form puts around them. */
export const MAX_REQUEST_BYTES = MAX_APPLICATION_BYTES + MEGABYTE;

type Reader = ReadableStreamDefaultReader<Uint8Array>;
type Limits = { bytes: number; idleMs: number; totalMs: number };
const LIMITS: Limits = { bytes: MAX_REQUEST_BYTES, idleMs: 30_000, totalMs: 30 * 60_000 };

/** One file of a form: it arrived whole, or `refused` tells why it did not. */
export type UploadedFile = { name: string } & ({ received: Received } | { refused: AppError });
export type UploadRequest = { fields: ReadonlyMap<string, string>; files: UploadedFile[] };

/** For a whole request that says, or turns out, to be over what an application can hold. */
export const requestTooLarge = () =>
  new AppError("request-too-large", { megabytes: MAX_APPLICATION_BYTES / MEGABYTE });

function parserFor(contentType: string): Busboy {
  try {
    return busboy({
      headers: { "content-type": contentType },
      defParamCharset: "utf8",
      limits: {
        fileSize: MAX_FILE_BYTES + 1,
        files: MAX_FILES,
        fields: 10,
        fieldSize: 500,
        fieldNameSize: 100,
      },
    });
  } catch {
    throw new AppError("malformed-upload");
  }
}

/** Takes one file out of the form. Reads it to its end even when it is refused: the parser waits for that. */
async function takeFile(stream: Readable, claimed: string): Promise<UploadedFile | null> {
  const name = spokenName(claimed);
  try {
    return { name, received: await receive(Readable.from(stream.iterator({ destroyOnReturn: false }))) };
  } catch (error) {
    if (stream.errored) throw new AppError("malformed-upload");
    if (!(error instanceof AppError)) throw error;
    stream.resume();
    // What a form sends for a file field that was left alone.
    return error.code === "empty" && claimed === "" ? null : { name, refused: error };
  }
}

const drained = (parser: Busboy) =>
  new Promise<void>((resolve) => {
    const go = () => {
      parser.off("drain", go).off("close", go);
      resolve();
    };
    parser.on("drain", go).on("close", go);
  });

/** The next piece of a body, or AppError `too-slow`. A sender that stands still does not even let itself be cancelled. */
async function nextPiece(reader: Reader, waitMs: number) {
  const piece = reader.read();
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new AppError("too-slow")), waitMs);
  });
  try {
    return await Promise.race([piece, late]);
  } catch (error) {
    piece.catch(() => undefined);
    throw error;
  } finally {
    clearTimeout(timer);
  }
}

/**
 * Feeds the body to the parser. A form that turns out to be wrong is read to its end all the same, since a browser hears
 * no answer before it has sent everything; what is too long or too slow is left where it is, for the caller to cut off.
 */
async function feed(
  reader: Reader,
  parser: Busboy,
  { bytes: maxBytes, idleMs, totalMs }: Limits,
): Promise<void> {
  const deadline = Date.now() + totalMs;
  let bytes = 0;
  try {
    for (;;) {
      const { done, value } = await nextPiece(reader, Math.min(idleMs, deadline - Date.now()));
      if (done) break;
      bytes += value.byteLength;
      if (bytes > maxBytes) throw requestTooLarge();
      if (!parser.destroyed && !parser.write(value)) await drained(parser);
    }
    if (!parser.destroyed) parser.end();
    await finished(parser);
  } finally {
    parser.destroy();
  }
}

export async function discardAll(files: readonly UploadedFile[]): Promise<void> {
  for (const file of files) if ("received" in file) await discard(file.received);
}

/**
 * Reads a multipart form to its end, each file into one of its own; the order of its parts does not matter. A form
 * that is not whole gives nothing: throws AppError `malformed-upload`, `request-too-large` or `too-slow`, and leaves
 * nothing behind. The caller hands what it gets to `discardAll` when done.
 */
export async function readUpload(
  body: ReadableStream<Uint8Array>,
  contentType: string,
  limits: Limits = LIMITS,
): Promise<UploadRequest> {
  const parser = parserFor(contentType);
  const fields = new Map<string, string>();
  const files: UploadedFile[] = [];
  // One file after the other: while one is written, the rest of the form waits in the sender.
  let writing: Promise<unknown> = Promise.resolve();
  // It tells of a wrong head without ending by itself.
  parser.on("error", (error: Error) => parser.destroy(error));
  parser.on("field", (name, value) => fields.set(name, value));
  parser.on("filesLimit", () => {
    files.push({ name: "", refused: new AppError("too-many-files", { count: MAX_FILES }) });
  });
  parser.on("file", (_field, stream, { filename }) => {
    stream.on("error", () => undefined);
    writing = writing.then(async () => {
      const file = await takeFile(stream, filename ?? "");
      if (file) files.push(file);
    });
    writing.catch((error) => parser.destroy(error as Error));
  });
  try {
    await feed(body.getReader(), parser, limits);
    await writing;
    return { fields, files };
  } catch (error) {
    const fault = await writing.catch((reason: unknown) => reason);
    await discardAll(files);
    if (error instanceof AppError) throw error;
    throw fault ?? new AppError("malformed-upload");
  }
}
