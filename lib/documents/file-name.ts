import { ACCEPTED, type MediaType } from "./limits";

const MAX_CODE_POINTS = 200;

/**
 * Controls, line separators, direction marks and overrides, lone surrogates, and signs that take no room. The two joiners
 * stay: names in Persian and several Indian scripts are misspelt without them.
 */
const UNSEEN =
  /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\p{Bidi_Control}\u00AD\u200B\u2060-\u2064\uFEFF\uFFF9-\uFFFB\u{E0000}-\u{E007F}]/gu;

function split(name: string): [stem: string, ending: string] {
  const match = /^(.+)(\.[^.\s]{1,10})$/su.exec(name);
  return match ? [match[1] ?? "", match[2] ?? ""] : [name, ""];
}

const clean = (claimed: string): string =>
  (claimed.split(/[/\\]/).at(-1) ?? "")
    .replace(UNSEEN, "")
    .normalize("NFC")
    .replace(/\s+/gu, " ")
    .replace(/^[. ]+|[. ]+$/gu, "");

function shorten(stem: string, ending: string): string {
  const points = Array.from(stem);
  const room = MAX_CODE_POINTS - Array.from(ending).length;
  return (points.length > room ? `${points.slice(0, room - 1).join("")}…` : stem) + ending;
}

/** The name of a file that is not kept, to speak of it: no path, nothing unseen, at most 200 code points with the ending. May be empty. */
export const spokenName = (claimed: string): string => shorten(...split(clean(claimed)));

/**
 * A name to show and to download under, from what the sender claims: no path, nothing unseen, NFC, at most 200 code points
 * with the ending kept, and an ending that fits the content, so that a picture called `form.exe` is never handed on as one.
 */
export function displayName(claimed: string, mediaType: MediaType): string {
  const name = clean(claimed);
  const endings: readonly string[] = ACCEPTED[mediaType];
  const [stem, ending] = split(name);
  const fits = endings.includes(ending.slice(1).toLowerCase());
  return fits ? shorten(stem, ending) : shorten(name || "document", `.${endings[0]}`);
}

/** The name set apart for running text, so that its direction does not carry the words around it along (Unicode UAX 9). */
export const isolatedName = (name: string): string => `\u2068${name}\u2069`;
