import type { FieldStrings, FormStrings } from "@/components/steps/FieldControl";
import type words from "@/messages/sv/check.json";

export type CheckWords = typeof words;

export type FactWords = FieldStrings & {
  why: string;
  help?: string;
  statement?: string;
  columns?: Partial<Record<string, string>>;
};

export type ConditionWords = {
  title: string;
  meaning: string;
  todo?: string;
  states: Partial<Record<string, string>>;
  reasons?: Partial<Record<string, string>>;
};

/** Every word that the check may show, in one language: it is put together in the browser. */
export type CheckStrings = {
  locale: string;
  /** BCP 47, for numbers and dates. */
  format: string;
  /** Name of the service, for the title of the page. */
  name: string;
  words: CheckWords;
  facts: Partial<Record<string, FactWords>>;
  conditions: Partial<Record<string, ConditionWords>>;
  documents: Partial<Record<string, { title: string; why: string; tips?: string }>>;
  duties: Partial<Record<string, { title: string; text: string }>>;
  permits: Partial<Record<string, { name: string; short: string }>>;
  shared: FormStrings;
  errors: Partial<Record<string, string>>;
  languages: readonly { locale: string; name: string }[];
};
