import type { Locale } from "@/lib/i18n/locales";
import claimsEn from "./claims.en.json";
import claimsSv from "./claims.sv.json";
import en from "./guide.en.json";
import sv from "./guide.sv.json";

// Not among the messages: these are for people who run systems at Swedish universities, in the two languages they work in.
export type GuideLanguage = "sv" | "en";
export type Guide = typeof sv;

/** The language in which readers of a locale get the guide. */
export const guideLanguage = (locale: Locale): GuideLanguage => (locale === "sv" ? "sv" : "en");

export const guideIn = (language: GuideLanguage): Guide => (language === "sv" ? sv : en);

const CLAIMS: Record<GuideLanguage, Readonly<Record<string, string>>> = { sv: claimsSv, en: claimsEn };

/** What a claim is: in English as the schema says it, where nothing better is there. */
export const aboutClaim = (language: GuideLanguage, name: string, description = ""): string =>
  CLAIMS[language][name] ?? description;

/** A text with its arguments put in. */
export const filled = (text: string, values: Readonly<Record<string, string>>): string =>
  text.replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? "");
