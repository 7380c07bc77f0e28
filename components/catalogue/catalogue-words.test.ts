import { describe, expect, it } from "vitest";
import { compareEditions } from "@/lib/catalogue/compare-editions";
import { catalogue, EDITIONS, NOT_MODELLED, PARAMETERS, PERMITS } from "@/lib/rules";
import { WAYS } from "@/lib/timeline/ways";
import words from "@/messages/sv/catalogue.json";
import timeline from "@/messages/sv/timeline.json";

const sorted = (ids: Iterable<string>) => [...new Set(ids)].sort();
const { permits } = catalogue();

/** The words of Swedish, the source language; other languages are compared with it. */
describe("the words of the catalogue, both ways", () => {
  it.each<[string, object, string[]]>([
    ["groups of permits", words.permits.groups, permits.map(({ group }) => group)],
    ["editions", words.editions, EDITIONS.map(({ titleId }) => titleId)],
    ["sources of editions", words.editionSources, EDITIONS.map(({ sourceId }) => sourceId)],
    ["parameters", words.parameters, PARAMETERS.map(({ id }) => id)],
    ["units", words.units, PARAMETERS.map(({ unit }) => unit.replace("/", "-"))],
    ["what is not modelled", words.notModelled.items, NOT_MODELLED.map(({ id }) => id)],
    ["reasons why", words.notModelled.reasons, NOT_MODELLED.map(({ reasonId }) => reasonId)],
    [
      "validity",
      words.validity,
      permits.flatMap(({ id, validity }) => validity.map(({ from }) => `${id}-${from}`)),
    ],
    ["rights", words.rules.rights, permits.flatMap(({ rights }) => rights.map(({ id }) => id))],
    ["effects", words.rules.effects, ["refuse", "may-refuse"]],
    [
      "what grounds give",
      words.rules.gives,
      permits.flatMap(({ grounds }) => grounds.map(({ gives }) => gives)),
    ],
    [
      "exceptions",
      words.exceptions,
      permits.flatMap(({ conditions }) =>
        conditions.flatMap(({ id, exceptions }) => exceptions.map(({ reason }) => `${id}-${reason}`)),
      ),
    ],
    [
      "ways to permanent residence",
      without(timeline.ways, [
        "heading",
        "way",
        "from",
        "note",
        "never",
        "extension",
        "until",
        "established",
      ]),
      [...WAYS],
    ],
  ])("%s", (_, known, ids) => {
    expect(sorted(Object.keys(known))).toEqual(sorted(ids));
  });

  it("every changed condition and ground has words, or a new exception", () => {
    const pairs = EDITIONS.flatMap((a) => EDITIONS.map((b) => [a.id, b.id] as const));
    const needed = pairs.flatMap(([a, b]) =>
      compareEditions(a, b).permits.flatMap(({ changes }) =>
        changes.filter(
          ({ kind, what }) => what === "changed" && (kind === "conditions" || kind === "grounds"),
        ),
      ),
    );
    const keys = needed.flatMap(({ id, since }) => since.map((date) => `${id}-${date}`));
    const onlyException = ["no-temporary-protection-2026-03-01"];
    expect(sorted(keys)).toEqual(sorted([...Object.keys(words.changes.wordings), ...onlyException]));
  });

  it("duties of the timeline are those that every holder has", () => {
    const always = Object.values(PERMITS).flatMap(({ duties }) =>
      duties.filter(({ when }) => when === undefined).map(({ id }) => id),
    );
    const known: Record<string, string> = timeline.dates;
    expect(sorted(always).filter((id) => !known[id])).toEqual([]);
  });
});

function without(object: object, keys: readonly string[]): object {
  return Object.fromEntries(Object.entries(object).filter(([key]) => !keys.includes(key)));
}
