import { readFileSync } from "node:fs";
import path from "node:path";

type Words = string | { [key: string]: Words };

/** What people read: the text under a dotted key of an area of messages, plain ones only. */
export function words(locale: string, area: string, key: string): string {
  const file = path.join("messages", locale, `${area}.json`);
  let found: Words | undefined = JSON.parse(readFileSync(file, "utf8"));
  for (const part of key.split(".")) found = typeof found === "object" ? found[part] : undefined;
  if (typeof found !== "string") throw new Error(`${file} has no text at ${key}`);
  return found;
}
