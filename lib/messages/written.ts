import { AppError } from "@/lib/errors";

/** Code points of one text; some pages of it. */
const MAX_TEXT = 10_000;
const KEY = /^[\x21-\x7e]{8,200}$/;
/** What PostgreSQL cannot hold or nobody can see; line breaks and tabs stay. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
const UNSEEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g;

/** The text as it is kept. Throws `AppError`: `nothing-to-send` where it is empty (unless it may be), `too-long` `{ max }`. */
export function requireText(text: string, mayBeEmpty = false): string {
  const kept = text.replaceAll("\r\n", "\n").replace(UNSEEN, "").toWellFormed().trim();
  if (kept === "" && !mayBeEmpty) throw new AppError("nothing-to-send");
  if (Array.from(kept).length > MAX_TEXT) throw new AppError("too-long", { max: MAX_TEXT });
  return kept;
}

/** The key of a form, made when it was shown. Throws `AppError("bad-key")`. */
export function requireKey(key: string): void {
  if (!KEY.test(key)) throw new AppError("bad-key");
}
