import type { Citation } from "@/lib/rules";

/** `UtlL 5b:15 st2 p4` taken apart; chapter and section keep their letters ("5 b", "7 i"). */
export type CitationParts = {
  act: string;
  /** Of acts that are numbered within chapters, and the number of regulations that a section stands in. */
  chapter?: string;
  section: string;
  paragraph?: number;
  point?: string;
};

const PATTERN = /^(\S+) (?:([\d]+[a-z]?|\d{4}:\d+)[: ])?(\d+ ?[a-z]?)(?: st(\d+))?(?: p(\d+(?: [a-z])?))?$/;
const DIRECTIVE = /^SFD art (.+)$/;

const spaced = (number: string) => number.replace(/^(\d+)([a-z])$/, "$1 $2");

/** `null` for what is not written as the contract says. A directive's article stands as the section. */
export function citationParts(citation: Citation): CitationParts | null {
  const article = DIRECTIVE.exec(citation)?.[1];
  if (article) return { act: "SFD", section: article };
  const match = PATTERN.exec(citation);
  const [, act, chapter, section, paragraph, point] = match ?? [];
  if (!act || !section) return null;
  const parts: CitationParts = { act, section: spaced(section) };
  if (chapter) parts.chapter = spaced(chapter);
  if (paragraph) parts.paragraph = Number(paragraph);
  if (point) parts.point = point;
  return parts;
}
