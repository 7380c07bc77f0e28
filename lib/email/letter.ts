import { createTranslator } from "next-intl";
import { type Locale, textDirection } from "@/lib/i18n/locales";
import { messagesFor } from "@/lib/i18n/messages";
import type source from "@/messages/sv/email.json";

/** A letter, ready to be sent. */
export type Letter = {
  subject: string;
  text: string;
  html: string;
  /** What a developer needs of it, for the console; never shown or logged where a mail server is set. */
  essence: string;
};

/** A piece of a letter: a plain paragraph, a value that stands alone, or a link with its text. */
export type Piece = { text: string } | { value: string; label: string } | { href: string; label: string };

const ENTITIES: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};
const escapeHtml = (text: string) => text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? "");

/** Keeps a code, a reference or an address in its own order within a sentence of any direction (U+2066, U+2069). */
export const isolate = (value: string) => `\u2066${value}\u2069`;

function asText(piece: Piece): string {
  if ("text" in piece) return piece.text;
  return "href" in piece ? `${piece.label}:\n${piece.href}` : `${piece.label}:\n${piece.value}`;
}

function asHtml(piece: Piece): string {
  if ("text" in piece) return `<p>${escapeHtml(piece.text)}</p>`;
  if ("href" in piece) return `<p><a href="${escapeHtml(piece.href)}">${escapeHtml(piece.label)}</a></p>`;
  return `<p>${escapeHtml(piece.label)}:<br><strong dir="ltr" style="font-size:1.5em">${escapeHtml(piece.value)}</strong></p>`;
}

/** Puts pieces into a plain text and the same as minimal HTML: no pictures, nothing to load, nothing that follows anyone. */
export function compose(locale: Locale, subject: string, pieces: readonly Piece[], essence: string): Letter {
  const body = pieces.map(asHtml).join("\n");
  const html = `<!doctype html>
<html lang="${locale}" dir="${textDirection(locale)}">
<head><meta charset="utf-8"><meta name="color-scheme" content="light dark"><title>${escapeHtml(subject)}</title></head>
<body style="font-family:sans-serif;font-size:16px;line-height:1.5;max-width:36em">
${body}
</body>
</html>
`;
  return { subject, text: `${pieces.map(asText).join("\n\n")}\n`, html, essence };
}

/** The translator of the `email` messages, which works outside of requests too. Times are Swedish. */
export async function emailTranslator(locale: Locale) {
  const messages = (await messagesFor(locale)) as { email: typeof source };
  return createTranslator({ locale, messages, namespace: "email", timeZone: "Europe/Stockholm" });
}
