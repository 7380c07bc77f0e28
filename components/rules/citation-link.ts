import type { Citation } from "@/lib/rules";
import { citationParts } from "./citation-parts";

const RIKSDAGEN = "https://www.riksdagen.se/sv/dokument-och-lagar/dokument/svensk-forfattningssamling";
const GOVERNMENT = "https://rkrattsbaser.gov.se/sfst";

/** The acts as the parliament publishes them: each paragraph has an anchor there. */
const AT_PARLIAMENT: Record<string, string> = {
  UtlL: "utlanningslag-2005716_sfs-2005-716",
  UtlF: "utlanningsforordning-200697_sfs-2006-97",
  HF: "hogskoleforordning-1993100_sfs-1993-100",
  RedF: "forordning-19931153-om-redovisning-av-studier-m_sfs-1993-1153",
  FL: "forvaltningslag-2017900_sfs-2017-900",
};

/** The government's database, by number: no anchors. */
const AT_GOVERNMENT: Record<string, string> = { GFL: "2008:290", AvgF: "2010:543" };

const plain = (number: string) => number.replace(" ", "");

/** Where the statute is published, at its paragraph where the page has anchors; `undefined` where we know of no lasting address. */
export function citationLink(citation: Citation): string | undefined {
  const parts = citationParts(citation);
  if (!parts) return undefined;
  const { act, chapter, section } = parts;
  if (act === "SFD") return "https://eur-lex.europa.eu/legal-content/SV/TXT/?uri=CELEX:32016L0801";
  const page = AT_PARLIAMENT[act];
  if (page) return `${RIKSDAGEN}/${page}/#${chapter ? `K${plain(chapter)}` : ""}P${plain(section)}`;
  const number = AT_GOVERNMENT[act];
  return number ? `${GOVERNMENT}?bet=${number}` : undefined;
}
