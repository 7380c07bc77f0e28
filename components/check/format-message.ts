export type MessageValues = Readonly<Record<string, string | number>>;

const CLOSING = { "{": 1, "}": -1 } as Record<string, number>;

/** Where the brace that opens at `start` closes. */
function closing(message: string, start: number): number {
  let depth = 0;
  for (let at = start; at < message.length; at++) {
    depth += CLOSING[message.charAt(at)] ?? 0;
    if (depth === 0) return at;
  }
  return message.length;
}

function branchesOf(text: string): Map<string, string> {
  const branches = new Map<string, string>();
  let at = 0;
  while (at < text.length) {
    const open = text.indexOf("{", at);
    if (open === -1) break;
    const close = closing(text, open);
    branches.set(text.slice(at, open).trim(), text.slice(open + 1, close));
    at = close + 1;
  }
  return branches;
}

function argument(text: string, values: MessageValues, locale: string): string {
  const [name = "", kind, ...rest] = text.split(",");
  const value = values[name.trim()] ?? "";
  if (kind?.trim() !== "plural") {
    return typeof value === "number" ? new Intl.NumberFormat(locale).format(value) : value;
  }
  const branches = branchesOf(rest.join(","));
  const form = new Intl.PluralRules(locale).select(Number(value));
  const chosen = branches.get(`=${value}`) ?? branches.get(form) ?? branches.get("other") ?? "";
  const number = new Intl.NumberFormat(locale).format(Number(value));
  return formatMessage(chosen.replaceAll("#", number), values, locale);
}

/**
 * Arguments and plurals of ICU MessageFormat, all that the words of the check use: they are put together in the
 * browser, where the library for all of it would weigh more than the check itself. No quoting.
 */
export function formatMessage(message: string, values: MessageValues, locale: string): string {
  let text = "";
  let at = 0;
  while (at < message.length) {
    const open = message.indexOf("{", at);
    if (open === -1) break;
    const close = closing(message, open);
    text += message.slice(at, open) + argument(message.slice(open + 1, close), values, locale);
    at = close + 1;
  }
  return text + message.slice(at);
}
