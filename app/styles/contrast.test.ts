import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

const CSS = readFileSync(`${import.meta.dirname}/tokens.css`, "utf8");
const DARK = "@media screen and (prefers-color-scheme: dark)";

const readTokens = (css: string) =>
  Object.fromEntries(
    [...css.matchAll(/--ds-color-([\w-]+):\s*(#[\da-f]{6})/gi)].map(([, name, hex]) => [name, hex]),
  );

const start = CSS.indexOf(DARK);
const light = readTokens(CSS.slice(0, start));
const dark = readTokens(CSS.slice(start));

function luminance(hex: string) {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(one: string, other: string) {
  const [bright = 0, dim = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (bright + 0.05) / (dim + 0.05);
}

const PAPERS = [
  "neutral-background-default",
  "neutral-background-tinted",
  "neutral-surface-default",
  "neutral-surface-tinted",
  "accent-surface-tinted",
];
const TINTS = ["here", "success", "danger", "warning"].map((family) => `${family}-surface-tinted`);
const INKS = ["neutral-text-default", "neutral-text-subtle", "accent-text-default", "accent-text-subtle"];

/** Text on ground: 4.5 to 1 (WCAG 2.2, 1.4.3). */
const TEXT: [string, string][] = [
  ...INKS.flatMap((ink) => [...PAPERS, ...TINTS].map((paper): [string, string] => [ink, paper])),
  ...["success", "danger", "warning"].flatMap((family) =>
    ["neutral-background-default", "neutral-surface-default", `${family}-surface-tinted`].map(
      (paper): [string, string] => [`${family}-text-subtle`, paper],
    ),
  ),
  ["danger-text-subtle", "danger-surface-active"],
  ["accent-text-subtle", "accent-surface-active"],
  ["accent-base-contrast-default", "accent-base-default"],
  ["accent-base-contrast-default", "accent-base-hover"],
  ["accent-base-contrast-default", "accent-base-active"],
  ["here-base-contrast-default", "here-base-default"],
  ["success-base-contrast-default", "success-text-subtle"],
  ["danger-base-contrast-default", "danger-text-subtle"],
  ["warning-base-contrast-default", "warning-text-subtle"],
];

/** Edges of controls, marks and the focus ring: 3 to 1 (1.4.11). */
const SHAPES: [string, string][] = [
  ...PAPERS.flatMap((paper): [string, string][] => [
    ["neutral-border-default", paper],
    ["accent-border-strong", paper],
    ["focus-outer", paper],
  ]),
  ["accent-base-default", "neutral-background-default"],
  ["here-border-strong", "neutral-background-default"],
  ["here-border-strong", "here-surface-tinted"],
  ["focus-outer", "focus-inner"],
];

describe.each([
  ["light", light],
  ["dark", dark],
])("%s scheme", (_, tokens) => {
  const ratio = ([ink, paper]: [string, string]) => contrast(tokens[ink] ?? "", tokens[paper] ?? "");

  it("has every token that the other scheme has", () => {
    expect(Object.keys(tokens).sort()).toEqual(Object.keys(light).sort());
  });

  it.each(TEXT)("%s can be read on %s", (...pair) => {
    expect(ratio(pair)).toBeGreaterThanOrEqual(4.5);
  });

  it.each(SHAPES)("%s can be made out on %s", (...pair) => {
    expect(ratio(pair)).toBeGreaterThanOrEqual(3);
  });
});
