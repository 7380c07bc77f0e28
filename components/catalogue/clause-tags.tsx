import { Tag } from "@/components/layout/Tag";
import type { RulesWords } from "./rules-words";

type Dates = { begins?: string; ends?: string; changes?: string };

/** When a clause comes, goes or changes, in a tag; nothing where it simply is in force. */
export function PeriodTag({ dates: { begins, ends, changes }, words }: { dates: Dates; words: RulesWords }) {
  const { t, day } = words;
  if (begins) return <Tag tone="attention">{t("tags.from", { date: day(begins) })}</Tag>;
  if (changes) return <Tag tone="attention">{t("tags.changes", { date: day(changes) })}</Tag>;
  return ends ? <Tag tone="attention">{t("tags.until", { date: day(ends) })}</Tag> : null;
}

/** Since when, where it was not always so. */
export function Since({ since, words: { t, day } }: { since: string | undefined; words: RulesWords }) {
  return since ? <p className="muted">{t("permit.since", { date: day(since) })}</p> : null;
}
