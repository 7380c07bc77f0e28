import type { Citation } from "@/lib/rules";
import { type CitationParts, citationParts } from "./citation-parts";

const ACTS: Record<string, string> = {
  UtlL: "utlänningslagen",
  UtlF: "utlänningsförordningen",
  GFL: "lagen (2008:290) om godkännande för forskningshuvudmän att ta emot gästforskare",
  HF: "högskoleförordningen",
  RedF: "förordningen (1993:1153) om redovisning av studier m.m.",
  AvgF: "förordningen (2010:543) om anmälningsavgift och studieavgift",
  FL: "förvaltningslagen",
};

const ORDINALS = ["", "första", "andra", "tredje", "fjärde", "femte", "sjätte", "sjunde", "åttonde"];

function place({ chapter, section, paragraph, point }: CitationParts): string {
  const words = chapter ? [`${chapter} kap. ${section} §`] : [`${section} §`];
  if (paragraph) words.push(`${ORDINALS[paragraph] ?? `${paragraph}:e`} stycket`);
  if (point) words.push(point);
  return words.join(" ");
}

/**
 * A citation as Swedish law is cited: `UtlL 5b:3 st1` becomes "5 b kap. 3 § första stycket utlänningslagen". What the
 * pattern does not know is returned as it is.
 */
export function citationWords(citation: Citation): string {
  const parts = citationParts(citation);
  if (!parts) return citation;
  const { act, chapter } = parts;
  if (act === "SFD") return `artikel ${parts.section} i direktiv (EU) 2016/801`;
  if (act === "MIGRFS") return `${place({ ...parts, chapter: undefined })} MIGRFS ${chapter}`;
  const name = ACTS[act];
  return name ? `${place(parts)} ${name}` : citation;
}
