import { readFile } from "node:fs/promises";
import path from "node:path";

/** The files that the page shows; the tests run them as they stand. */
export const EXAMPLES = [
  "make-keys.mjs",
  "sign-link.mjs",
  "token.mjs",
  "people.csv",
  "send-people.sh",
  "send-people.mjs",
  "see-states.sh",
  "tell.sh",
] as const;

export type ExampleName = (typeof EXAMPLES)[number];

/** The text of an example. */
export const exampleText = (name: ExampleName): Promise<string> =>
  readFile(path.join(process.cwd(), "docs/hosts-examples", name), "utf8");
