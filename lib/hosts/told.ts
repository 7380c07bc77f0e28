import { db } from "@/lib/db/client";
import { swedishDay } from "@/lib/i18n/swedish-time";
import { type AnsweredStep, type Compared, compareWithAnswers, everConfirmed } from "./confirmed";
import type { LinkHost } from "./open-link";

/** A host that has sent somebody in, what it said, and what it may see. */
export type Told = {
  host: LinkHost;
  /** ISO day in Sweden on which the person accepted it last. */
  acceptedOn: string;
  /** What it confirms now. */
  confirmed: Compared[];
  /** What it has taken back, and the ISO day on which it did so last. */
  withdrawn: Compared[];
  withdrawnOn?: string;
  isShared: boolean;
};

const dayOf = (moment: Date | null | undefined) => (moment ? swedishDay(moment) : undefined);

/** What each host has told in an application, the first one first. The caller has made sure whose application it is. */
export async function toldIn(applicationId: string, steps: readonly AnsweredStep[]): Promise<Told[]> {
  const [links, consents, ever] = await Promise.all([
    db().hostLink.findMany({
      where: { applicationId },
      include: { host: true },
      orderBy: { acceptedAt: "asc" },
    }),
    db().hostConsent.findMany({ where: { applicationId } }),
    everConfirmed(applicationId),
  ]);
  const compared = compareWithAnswers(ever, steps);
  const hosts = new Map(links.map(({ host }) => [host.code, host]));
  return [...hosts.values()].map((host) => {
    const own = links.filter(({ hostCode }) => hostCode === host.code);
    const said = compared.filter((one) => one.host.code === host.code);
    const withdrawnOn = dayOf(own.findLast(({ withdrawnAt }) => withdrawnAt)?.withdrawnAt);
    return {
      host,
      acceptedOn: dayOf(own.at(-1)?.acceptedAt) ?? "",
      confirmed: said.filter(({ withdrawnAt }) => !withdrawnAt),
      withdrawn: said.filter(({ withdrawnAt }) => withdrawnAt),
      ...(withdrawnOn && { withdrawnOn }),
      isShared: consents.some(({ hostCode, isShared }) => hostCode === host.code && isShared),
    };
  });
}
