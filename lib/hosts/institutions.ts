import type { Locale } from "@/lib/i18n/locales";

/**
 * The universities and university colleges of the state: högskoleförordningen (1993:100), annex 1, as amended by 2021:1223.
 * English names are the institutions' own. Others may be typed freely.
 */
const INSTITUTIONS: readonly { sv: string; en: string }[] = [
  { sv: "Uppsala universitet", en: "Uppsala University" },
  { sv: "Lunds universitet", en: "Lund University" },
  { sv: "Göteborgs universitet", en: "University of Gothenburg" },
  { sv: "Stockholms universitet", en: "Stockholm University" },
  { sv: "Umeå universitet", en: "Umeå University" },
  { sv: "Linköpings universitet", en: "Linköping University" },
  { sv: "Karolinska institutet", en: "Karolinska Institutet" },
  { sv: "Kungl. Tekniska högskolan", en: "KTH Royal Institute of Technology" },
  { sv: "Luleå tekniska universitet", en: "Luleå University of Technology" },
  { sv: "Karlstads universitet", en: "Karlstad University" },
  { sv: "Linnéuniversitetet", en: "Linnaeus University" },
  { sv: "Örebro universitet", en: "Örebro University" },
  { sv: "Mittuniversitetet", en: "Mid Sweden University" },
  { sv: "Malmö universitet", en: "Malmö University" },
  { sv: "Mälardalens universitet", en: "Mälardalen University" },
  { sv: "Sveriges lantbruksuniversitet", en: "Swedish University of Agricultural Sciences" },
  { sv: "Blekinge tekniska högskola", en: "Blekinge Institute of Technology" },
  { sv: "Försvarshögskolan", en: "Swedish Defence University" },
  { sv: "Gymnastik- och idrottshögskolan", en: "Swedish School of Sport and Health Sciences" },
  { sv: "Högskolan i Borås", en: "University of Borås" },
  { sv: "Högskolan Dalarna", en: "Dalarna University" },
  { sv: "Högskolan i Gävle", en: "University of Gävle" },
  { sv: "Högskolan i Halmstad", en: "Halmstad University" },
  { sv: "Högskolan Kristianstad", en: "Kristianstad University" },
  { sv: "Högskolan i Skövde", en: "University of Skövde" },
  { sv: "Högskolan Väst", en: "University West" },
  { sv: "Konstfack", en: "Konstfack University of Arts, Crafts and Design" },
  { sv: "Kungl. Konsthögskolan", en: "Royal Institute of Art" },
  { sv: "Kungl. Musikhögskolan i Stockholm", en: "Royal College of Music in Stockholm" },
  { sv: "Stockholms konstnärliga högskola", en: "Stockholm University of the Arts" },
  { sv: "Södertörns högskola", en: "Södertörn University" },
];

/** Names to choose from: the Swedish ones, and for everyone else the English ones, by which they know the place. */
export const institutionNames = (locale: Locale): string[] =>
  INSTITUTIONS.map(({ sv, en }) => (locale === "sv" ? sv : en));
