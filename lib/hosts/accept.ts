import { lockOwnDraft, requireHeldApplication } from "@/lib/applications/access";
import { startDraft } from "@/lib/applications/applications";
import { FROM_CHECK, sourceOf } from "@/lib/applications/reuse";
import { db, type Transaction } from "@/lib/db/client";
import type { Answer, Application } from "@/lib/db/generated/client";
import { lockAccount } from "@/lib/db/locks";
import { AppError } from "@/lib/errors";
import { type RawAnswers, rawFromValue } from "@/lib/flow/fields";
import { ALL_STEPS } from "@/lib/flow/steps";
import type { Locale } from "@/lib/i18n/locales";
import { swedishDay } from "@/lib/i18n/swedish-time";
import type { Facts, PermitId } from "@/lib/rules";
import type { Claims } from "./claims";
import { setConsentWithin } from "./consent";
import { type Filled, factsFromClaims, permitFor } from "./facts-from-claims";
import { type LinkOpening, type OpenLink, reopenLink } from "./open-link";
import { personMeant } from "./same-person";

/** Why a link that was real does not lead on. */
export type Refusal = Exclude<LinkOpening["state"], "ok"> | "used" | "other-person";

/** The permit that a host's claims lead to today. */
export function permitOfLink({ host, claims }: Pick<OpenLink, "host" | "claims">): PermitId {
  return permitFor(claims.kind, factsFromClaims(host, claims, "en").confirmed as Facts);
}

export type Offer =
  | { state: "accepted"; applicationId: string }
  | { state: "refused"; why: Refusal; link?: OpenLink }
  | { state: "open"; link: OpenLink; permit: PermitId; drafts: Application[]; personId: string | undefined };

/**
 * What a link offers this account: the application that it went into before, why it does not lead on, or the permit and the
 * drafts of the fitting one that it can be added to, the latest first. Changes nothing.
 */
export async function offerOf(userId: string, linkId: string, client: Transaction = db()): Promise<Offer> {
  const opening = await reopenLink(linkId, client);
  if (opening.state !== "ok") return { state: "refused", why: opening.state };
  const { link } = opening;
  if (link.acceptedAt && link.acceptedByUserId !== userId) return { state: "refused", why: "used", link };
  if (link.applicationId) return { state: "accepted", applicationId: link.applicationId };
  const meant = await personMeant(client, userId, link.claims.person);
  if (!meant) return { state: "refused", why: "other-person", link };
  const permit = permitOfLink(link);
  const { personId } = meant;
  const drafts = await client.application.findMany({
    where: { userId, permit, state: "draft", ...(personId ? { personId } : { person: { isSelf: true } }) },
    orderBy: { updatedAt: "desc" },
  });
  return { state: "open", link, permit, drafts, personId };
}

export type AcceptLink = {
  userId: string;
  email: string;
  linkId: string;
  locale: Locale;
  /** The id of a draft to add to; a new application where there is none. */
  into?: string | undefined;
  /** Whether the host may see how far the application has come. */
  isShared: boolean;
};

/** Fills in what is empty; what was typed, right or wrong, stays as it is. */
async function fillIn(client: Transaction, application: Application, filled: Filled, hostCode: string) {
  const rows = await client.answer.findMany({ where: { applicationId: application.id } });
  let isChanged = false;
  for (const { id: step, fields } of ALL_STEPS) {
    const before: Answer | undefined = rows.find((row) => row.step === step);
    const typed = (before?.data ?? {}) as RawAnswers;
    const added: RawAnswers = {};
    for (const { name, kind } of fields) {
      const value = filled[name];
      if (value !== undefined && typed[name] === undefined) added[name] = rawFromValue(value, kind);
    }
    if (Object.keys(added).length === 0) continue;
    isChanged = true;
    const { id: applicationId } = application;
    const data = { ...typed, ...added };
    // A page that shows the step as it was must not save it over what was filled in.
    const savedBy =
      before && !sourceOf(before.savedBy) && before.savedBy !== FROM_CHECK ? `host:${hostCode}` : undefined;
    await client.answer.upsert({
      where: { applicationId_step: { applicationId, step } },
      create: { applicationId, step, data, savedBy: FROM_CHECK },
      update: { data, revision: { increment: 1 }, ...(savedBy && { savedBy }) },
    });
  }
  if (isChanged)
    await client.application.update({ where: { id: application.id }, data: { revision: { increment: 1 } } });
}

async function writeConfirmed(client: Transaction, applicationId: string, link: OpenLink, confirmed: Filled) {
  const said = { linkId: link.id, confirmedOn: new Date(`${swedishDay(link.createdAt)}T00:00:00Z`) };
  const hostCode = link.host.code;
  for (const [fact, value] of Object.entries(confirmed)) {
    await client.confirmedFact.upsert({
      where: { applicationId_fact_hostCode: { applicationId, fact, hostCode } },
      create: { applicationId, fact, value, hostCode, ...said },
      update: { value, ...said },
    });
  }
}

async function placeFor(client: Transaction, input: AcceptLink, offer: Offer & { state: "open" }) {
  const { userId, email, locale, into } = input;
  const { permit, personId } = offer;
  if (!into) {
    return startDraft(client, {
      userId,
      email,
      permit,
      kind: "first",
      locale,
      ...(personId && { personId }),
    });
  }
  if (!offer.drafts.some(({ id }) => id === into)) throw new AppError("not-found");
  return client.application.findUniqueOrThrow({ where: { id: into } });
}

async function take(
  client: Transaction,
  input: AcceptLink,
  offer: Offer & { state: "open" },
): Promise<string> {
  const { userId, linkId, locale, isShared } = input;
  const { link } = offer;
  const application = await placeFor(client, input, offer);
  const { confirmed, suggested } = factsFromClaims(link.host, link.claims as Claims, locale);
  await fillIn(client, application, { ...suggested, ...confirmed }, link.host.code);
  await writeConfirmed(client, application.id, link, confirmed);
  const { id: applicationId } = application;
  await setConsentWithin(client, { userId, applicationId, hostCode: link.host.code, isShared });
  await client.hostLink.update({
    where: { id: linkId },
    data: { state: "accepted", acceptedAt: new Date(), applicationId, acceptedByUserId: userId },
  });
  const data = { linkId, host: link.host.code };
  await client.event.create({ data: { applicationId, userId, kind: "host-link-accepted", data } });
  return applicationId;
}

export type Accepted = { applicationId: string; isNew: boolean };

/**
 * Accepts a link, once and for one account: starts an application, or adds to a draft, with what the host says where nothing
 * was answered, marks that as confirmed, and notes what the host may see. The same account again is led to its application.
 * Throws `AppError`: `link-` and a `Refusal`, `too-many-drafts`, `not-found` or `not-a-draft` for the draft chosen.
 */
export async function acceptLink(input: AcceptLink): Promise<Accepted> {
  const { userId, linkId, into } = input;
  return db().$transaction(
    async (client) => {
      await lockAccount(client, userId);
      if (into) {
        await requireHeldApplication(userId, into, client);
        await lockOwnDraft(client, userId, into);
      }
      await client.$queryRaw`SELECT 1 FROM "HostLink" WHERE id = ${linkId}::uuid FOR UPDATE`;
      const offer = await offerOf(userId, linkId, client);
      if (offer.state === "accepted") return { applicationId: offer.applicationId, isNew: false };
      if (offer.state === "refused") throw new AppError(`link-${offer.why}`);
      return { applicationId: await take(client, input, offer), isNew: true };
    },
    { timeout: 20_000 },
  );
}
