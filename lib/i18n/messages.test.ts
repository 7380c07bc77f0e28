import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { type MessageFormatElement, parse, TYPE } from "@formatjs/icu-messageformat-parser";
import { describe, expect, it } from "vitest";
import { LOCALES, type Locale } from "./locales";
import { AREAS, messagesFor } from "./messages";

type Flat = Map<string, string>;

function flatten(value: unknown, key: string, into: Flat): Flat {
  if (typeof value === "string") into.set(key, value);
  else
    for (const [name, inner] of Object.entries(value as object))
      flatten(inner, key ? `${key}.${name}` : name, into);
  return into;
}

const read = async (locale: Locale) => flatten(await messagesFor(locale), "", new Map());

/** Names of arguments and tags, wherever in the message they are. */
function argumentsOf(elements: readonly MessageFormatElement[], names = new Set<string>()): Set<string> {
  for (const element of elements) {
    if (element.type === TYPE.literal || element.type === TYPE.pound) continue;
    names.add(element.value);
    if (element.type === TYPE.plural || element.type === TYPE.select) {
      for (const option of Object.values(element.options)) argumentsOf(option.value, names);
    }
    if (element.type === TYPE.tag) argumentsOf(element.children, names);
  }
  return names;
}

const source = await read("sv");

describe.each(LOCALES)("messages/%s", async (locale) => {
  const messages = await read(locale);

  it("has a file for each area and no other", () => {
    const files = readdirSync(path.join("messages", locale)).sort();
    expect(files).toEqual(AREAS.map((area) => `${area}.json`).sort());
  });

  it("has the keys of the Swedish source, no more and no fewer", () => {
    expect([...messages.keys()].sort()).toEqual([...source.keys()].sort());
  });

  it("has no empty text", () => {
    expect([...messages].filter(([, text]) => text.trim() === "")).toEqual([]);
  });

  it("has valid messages with the arguments of the source", () => {
    const wrong = [...messages].flatMap(([key, text]) => {
      try {
        const own = [...argumentsOf(parse(text))].sort().join();
        const expected = [...argumentsOf(parse(source.get(key) ?? ""))].sort().join();
        return own === expected ? [] : [`${key}: {${own}} for {${expected}}`];
      } catch (error) {
        return [`${key}: ${(error as Error).message}`];
      }
    });
    expect(wrong).toEqual([]);
  });

  if (locale === "sv") return;

  it("is not left in Swedish or English", async () => {
    const english = locale === "en" ? source : await read("en");
    const words = (text: string) => text.split(/\s+/).length;
    const copied = [...messages].filter(([key, text]) => words(text) > 5 && text === english.get(key));
    expect(copied.map(([key]) => key)).toEqual([]);
  });
});

/** Keys that code asks for by a literal, `t("area.key")` aside: those of a namespace are resolved against it. */
describe("code and messages", () => {
  const files = ["app", "components", "lib"].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: "utf8" })
      .filter((name) => /\.tsx?$/.test(name) && !/\.test\.|generated|^rules/.test(name))
      .map((name) => readFileSync(path.join(folder, name), "utf8")),
  );
  const code = files.join("\n");

  it("finds every literal key in some namespace", () => {
    const nested = [...code.matchAll(/namespace: "(\w+\.[\w.]+)"/g)].map(([, name = ""]) => `${name}.`);
    const suffixes = new Set(
      [...source.keys()].flatMap((key) => [
        key.slice(key.indexOf(".") + 1),
        ...nested.filter((name) => key.startsWith(name)).map((name) => key.slice(name.length)),
      ]),
    );
    const asked = [
      ...code.matchAll(/\b(?:t|common|words|permits|applications|uploads|errors)\("([a-zA-Z][\w.-]*)"[,)]/g),
    ];
    const unknown = asked
      .map(([, key = ""]) => key)
      .filter((key) => !suffixes.has(key) && ![...suffixes].some((one) => one.startsWith(`${key}.`)));
    expect([...new Set(unknown)]).toEqual([]);
  });

  it("uses every message", () => {
    // A key is used when its last part, or the pattern that leads to it, stands in the code.
    const patterns = [...code.matchAll(/`([^`]*\$\{[^`]*)`/g)].map(
      ([, text = ""]) =>
        new RegExp(
          `^${text
            .split(/\$\{[^}]*\}/)
            .map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"))
            .join("[\\w.-]+")}$`,
        ),
    );
    const unused = [...source.keys()].filter((key) => {
      const [, ...rest] = key.split(".");
      const inner = rest.join(".");
      if (code.includes(`"${inner}"`) || code.includes(`"${key}"`)) return false;
      // Whole branches that are handed on as they are.
      for (let at = rest.length; at > 0; at--)
        if (code.includes(`"${rest.slice(0, at).join(".")}"`)) return false;
      return !patterns.some((pattern) => pattern.test(inner) || pattern.test(key));
    });
    expect(unused).toEqual([]);
  });
});
