import type { Locale } from "@/lib/i18n/locales";

/** Where the list below is from, and the day as of which the consolidated text was published. */
export const INSTITUTIONS_SOURCE = {
  source: "högskoleförordningen (1993:100), bilaga 1, i lydelse enligt 2021:1223",
  sourceDate: "2025-06-16",
};

/**
 * The universities and university colleges of the state. Codes are the domains by which they are known, names in English
 * their own. Others may be typed freely, and the operator may add them to the register of hosts.
 */
export const INSTITUTIONS: readonly { code: string; sv: string; en: string }[] = [
  { code: "uu", sv: "Uppsala universitet", en: "Uppsala University" },
  { code: "lu", sv: "Lunds universitet", en: "Lund University" },
  { code: "gu", sv: "Göteborgs universitet", en: "University of Gothenburg" },
  { code: "su", sv: "Stockholms universitet", en: "Stockholm University" },
  { code: "umu", sv: "Umeå universitet", en: "Umeå University" },
  { code: "liu", sv: "Linköpings universitet", en: "Linköping University" },
  { code: "ki", sv: "Karolinska institutet", en: "Karolinska Institutet" },
  { code: "kth", sv: "Kungl. Tekniska högskolan", en: "KTH Royal Institute of Technology" },
  { code: "ltu", sv: "Luleå tekniska universitet", en: "Luleå University of Technology" },
  { code: "kau", sv: "Karlstads universitet", en: "Karlstad University" },
  { code: "lnu", sv: "Linnéuniversitetet", en: "Linnaeus University" },
  { code: "oru", sv: "Örebro universitet", en: "Örebro University" },
  { code: "miun", sv: "Mittuniversitetet", en: "Mid Sweden University" },
  { code: "mau", sv: "Malmö universitet", en: "Malmö University" },
  { code: "mdu", sv: "Mälardalens universitet", en: "Mälardalen University" },
  { code: "slu", sv: "Sveriges lantbruksuniversitet", en: "Swedish University of Agricultural Sciences" },
  { code: "bth", sv: "Blekinge tekniska högskola", en: "Blekinge Institute of Technology" },
  { code: "fhs", sv: "Försvarshögskolan", en: "Swedish Defence University" },
  { code: "gih", sv: "Gymnastik- och idrottshögskolan", en: "Swedish School of Sport and Health Sciences" },
  { code: "hb", sv: "Högskolan i Borås", en: "University of Borås" },
  { code: "du", sv: "Högskolan Dalarna", en: "Dalarna University" },
  { code: "hig", sv: "Högskolan i Gävle", en: "University of Gävle" },
  { code: "hh", sv: "Högskolan i Halmstad", en: "Halmstad University" },
  { code: "hkr", sv: "Högskolan Kristianstad", en: "Kristianstad University" },
  { code: "his", sv: "Högskolan i Skövde", en: "University of Skövde" },
  { code: "hv", sv: "Högskolan Väst", en: "University West" },
  { code: "konstfack", sv: "Konstfack", en: "Konstfack University of Arts, Crafts and Design" },
  { code: "kkh", sv: "Kungl. Konsthögskolan", en: "Royal Institute of Art" },
  { code: "kmh", sv: "Kungl. Musikhögskolan i Stockholm", en: "Royal College of Music in Stockholm" },
  { code: "skh", sv: "Stockholms konstnärliga högskola", en: "Stockholm University of the Arts" },
  { code: "sh", sv: "Södertörns högskola", en: "Södertörn University" },
];

/** Names to choose from: the Swedish ones, and for everyone else the English ones, by which they know the place. */
export const institutionNames = (locale: Locale): string[] =>
  INSTITUTIONS.map(({ sv, en }) => (locale === "sv" ? sv : en));
