import { formatLocale, type Locale } from "@/lib/i18n/locales";
import { swedishDay, writtenDay } from "@/lib/i18n/swedish-time";
import { compose, emailTranslator, isolate, type Letter } from "./letter";

export type FamilyInvitationParams = {
  /** As the inviter gave their name. */
  inviter: string;
  /** Absolute address with the token. */
  link: string;
  expiresAt: Date;
  /** The same link once more, since nobody has answered. */
  isReminder: boolean;
};

const LONGEST_NAME = 80;
// Letters, marks and what stands between them in names; a full stop only where no letter follows it, as in an address of a page.
const NAME = /^(?:[\p{L}\p{M}\s'’ʼ\-‐·]|\.(?![\p{L}\p{N}]))+$/u;

/** A name that is none is left out: else anybody could have any text sent to anybody. */
const nameIn = (name: string): string | undefined =>
  [...name].length <= LONGEST_NAME && NAME.test(name) ? name : undefined;

/** Asks somebody to join a family. Says who invites and nothing else of them; the link asks who one is. */
export async function familyInvitationLetter(
  locale: Locale,
  { inviter, link, expiresAt, isReminder }: FamilyInvitationParams,
): Promise<Letter> {
  const t = await emailTranslator(locale);
  const name = nameIn(inviter);
  const until = writtenDay(swedishDay(expiresAt), formatLocale(locale));
  const pieces = [
    { text: name ? t("familyInvitation.who", { name: isolate(name) }) : t("familyInvitation.someone") },
    ...(isReminder ? [{ text: t("familyInvitation.reminder") }] : []),
    { text: t("familyInvitation.own") },
    { href: link, label: t("familyInvitation.link") },
    { text: t("familyInvitation.until", { until }) },
    { text: t("familyInvitation.notYou") },
    { text: t("automatic") },
  ];
  return compose(locale, t(isReminder ? "familyInvitation.again" : "familyInvitation.subject"), pieces, link);
}
