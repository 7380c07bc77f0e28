import { readdirSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";

const FILES = readdirSync(import.meta.dirname).filter((file) => file.endsWith(".css"));
const PHYSICAL =
  /(?:^|[\s;{])(?:(?:margin|padding|border|inset)-(?:left|right|top|bottom)|left|right|top|bottom|float|clear)\s*:|text-align:\s*(?:left|right)|(?:^|[\s;{])(?:min-|max-)?(?:width|height):/;
/** A font's or a media query's measures have no direction. */
const withoutConditions = (css: string) => css.replace(/@media[^{]+/g, "").replace(/\/\*[\s\S]*?\*\//g, "");

it.each(FILES)("%s knows start and end, not left and right", (file) => {
  const css = withoutConditions(readFileSync(`${import.meta.dirname}/${file}`, "utf8"));
  expect(css.split("\n").filter((line) => PHYSICAL.test(line))).toEqual([]);
});
