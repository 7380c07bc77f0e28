import { limit } from "@/lib/accounts/attempts";
import { db } from "@/lib/db/client";
import { hostLinkLetter } from "@/lib/email/letter-host-link";
import { sendEmail } from "@/lib/email/send";
import { DEFAULT_LOCALE } from "@/lib/i18n/locales";
import type { Claims } from "./claims";
import { hostName } from "./host-name";
import { linkUrl } from "./open-link";

const DAY_SECONDS = 24 * 60 * 60;
/** Letters a day to one address, whichever hosts send them. */
const A_DAY_TO_ADDRESS = 5;

async function sendLink(linkId: string): Promise<void> {
  const link = await db().hostLink.findFirst({
    where: {
      id: linkId,
      notifiedAt: null,
      state: { in: ["created", "opened"] },
      expiresAt: { gt: new Date() },
    },
    include: { host: true },
  });
  if (!link?.host.isActive) return;
  const { person, locale = DEFAULT_LOCALE } = link.claims as Claims;
  if (!person.email) return;
  const { isAllowed } = await limit(
    ["host-letter", person.email.toLowerCase()],
    A_DAY_TO_ADDRESS,
    DAY_SECONDS,
  );
  if (!isAllowed) return;
  const host = hostName(link.host, locale);
  const letter = await hostLinkLetter(locale, {
    host,
    link: linkUrl(link.id, locale),
    expiresAt: link.expiresAt,
  });
  await sendEmail(person.email, letter);
  await db().hostLink.update({ where: { id: link.id }, data: { notifiedAt: new Date() } });
}

/**
 * Sends people the links that a host made for them, each once: what was withdrawn, has run out or was sent before is left out.
 * Goes on after a failure, and throws at the end, so that the rest is tried again.
 */
export async function sendLinks(linkIds: readonly string[]): Promise<void> {
  const failures: unknown[] = [];
  for (const id of linkIds) await sendLink(id).catch((error) => failures.push(error));
  if (failures.length > 0) throw failures[0];
}
