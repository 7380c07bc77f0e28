import type { Catalogue, Citation } from "@/lib/rules";

/** The act of a citation: `UtlL 5b:9 p5` is of `UtlL`. */
export const actOf = (citation: Citation) => citation.slice(0, citation.indexOf(" "));

/** The paragraph of a citation, without its parts: `UtlL 5b:9 p5` stands in `UtlL 5b:9`, `SFD art 7.1` in `SFD art 7`. */
export const paragraphOf = (citation: Citation): string =>
  citation.replace(/ (st|p)\d.*$/, "").replace(/^(SFD art \d+)\..*$/, "$1");

const collator = new Intl.Collator("sv", { numeric: true });
const ACTS = ["UtlL", "UtlF", "GFL", "HF", "RedF", "AvgF", "MIGRFS", "SFD"];

/** The statute's order: acts by rank, then chapter, section, stycke and punkt. */
export const inStatuteOrder = (a: Citation, b: Citation) =>
  ACTS.indexOf(actOf(a)) - ACTS.indexOf(actOf(b)) || collator.compare(a, b);

/** Whether something that rests on these citations rests on an act (`UtlL`) or a paragraph (`UtlL 5b:9`). */
export const restsOn = (cites: readonly Citation[], place: string) =>
  cites.some((cite) => actOf(cite) === place || paragraphOf(cite) === place);

/** Every paragraph that something in the catalogue rests on, by act, in the statute's order. */
export function paragraphsByAct({ permits, parameters, notModelled }: Catalogue): [string, string[]][] {
  const cited = [
    ...permits.flatMap((permit) => [
      permit,
      ...permit.conditions,
      ...permit.conditions.flatMap(({ exceptions }) => exceptions),
      ...permit.grounds,
      ...permit.documents,
      ...permit.duties,
      ...permit.validity,
      ...permit.rights,
      ...permit.notes,
      ...permit.requests,
    ]),
    ...parameters,
    ...notModelled,
  ].flatMap(({ cites }: { cites: readonly Citation[] }) => cites.map(paragraphOf));
  const acts = new Map<string, string[]>();
  for (const paragraph of [...new Set(cited)].sort(inStatuteOrder)) {
    const act = actOf(paragraph);
    acts.set(act, [...(acts.get(act) ?? []), paragraph]);
  }
  return [...acts];
}
