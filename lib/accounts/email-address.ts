import { domainToASCII } from "node:url";

const MAX_TYPED = 320;
const MAX_LENGTH = 254;
/** That of `<input type="email">` in the HTML standard, with at least two labels in the domain. */
const ADDRESS =
  /^[a-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)+$/;
/** What copying from a letter or a right-to-left text brings along: zero-width and direction marks. */
const INVISIBLE = /[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;

/** What was typed, without what nobody sees and no longer than an address can be; for showing it again. */
export function typedAddress(typed: unknown): string {
  if (typeof typed !== "string") return "";
  return typed.slice(0, MAX_TYPED).normalize("NFKC").replace(INVISIBLE, "").trim();
}

/** The address in the one form that accounts are kept under, or undefined when it is none. */
export function parseEmail(typed: unknown): string | undefined {
  const text = typedAddress(typed);
  const at = text.lastIndexOf("@");
  if (at < 1) return undefined;
  const canonical = `${text.slice(0, at)}@${domainToASCII(text.slice(at + 1))}`.toLowerCase();
  return canonical.length <= MAX_LENGTH && ADDRESS.test(canonical) ? canonical : undefined;
}
