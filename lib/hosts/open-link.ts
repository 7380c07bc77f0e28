import { createHash } from "node:crypto";
import { keyedHash } from "@/lib/accounts/keys";
import { db, type Transaction } from "@/lib/db/client";
import type { Host, HostLink } from "@/lib/db/generated/client";
import { env } from "@/lib/env";
import type { Locale } from "@/lib/i18n/locales";
import type { Claims } from "./claims";
import { type SignedLink, verifyLink } from "./signed-link";

/** Who sends somebody in, as people are told. */
export type LinkHost = Pick<
  Host,
  "code" | "nameSv" | "nameEn" | "contact" | "isApprovedPrincipal" | "isTest"
>;

/** A link that holds. It may have been accepted before: by whom is for the caller to look at. */
export type OpenLink = Pick<
  HostLink,
  "id" | "state" | "expiresAt" | "createdAt" | "acceptedAt" | "applicationId" | "acceptedByUserId"
> & { host: LinkHost; claims: Claims };

export type LinkOpening =
  | { state: "ok"; link: OpenLink }
  | { state: "expired" | "withdrawn" | "wrong-audience" | "bad-claims" | "disabled-host"; host: LinkHost }
  /** Who sent it is not known, or not proven. */
  | {
      state:
        | "malformed"
        | "unknown"
        | "unknown-host"
        | "disabled-host"
        | "bad-signature"
        | "keys-unavailable";
      host?: never;
    };

const OWN_TOKEN = /^[\w-]{43}$/;

/** The token of a link made through the API: it follows from the id, so that it can be told again, and is stored nowhere. */
const tokenOf = (linkId: string) => keyedHash("host-links", [linkId]);

export const tokenHashOf = (linkId: string): string => hashOf(tokenOf(linkId));
const hashOf = (token: string) => createHash("sha256").update(token).digest("base64url");

/** The address to send to a person for a link made through the API: in their language, or in the one that their browser asks for. */
export const linkUrl = (linkId: string, locale?: Locale): string =>
  `${env().APP_URL.replace(/\/$/, "")}${locale ? `/${locale}` : ""}/link/${tokenOf(linkId)}`;

function linkHost({ code, nameSv, nameEn, contact, isApprovedPrincipal, isTest }: Host): LinkHost {
  return { code, nameSv, nameEn, contact, isApprovedPrincipal, isTest };
}

function opening(row: HostLink & { host: Host }): LinkOpening {
  const host = linkHost(row.host);
  if (row.state === "withdrawn") return { state: "withdrawn", host };
  // What was accepted stays with whoever accepted it.
  if (row.state !== "accepted") {
    if (!row.host.isActive) return { state: "disabled-host", host };
    if (row.expiresAt.getTime() <= Date.now()) return { state: "expired", host };
  }
  const { id, state, expiresAt, createdAt, acceptedAt, applicationId, acceptedByUserId } = row;
  const claims = row.claims as Claims;
  return {
    state: "ok",
    link: { id, state, expiresAt, createdAt, acceptedAt, applicationId, acceptedByUserId, host, claims },
  };
}

/** The row of a signed link, made at its first opening. What was said first under an id stands: another link takes another id. */
async function rowOf({ host, claims, jti, expiresAt }: SignedLink & { state: "ok" }): Promise<LinkOpening> {
  const { kind, subjectRef = null } = claims;
  await db().hostLink.createMany({
    data: [{ hostCode: host.code, jti, kind, subjectRef, claims, expiresAt }],
    skipDuplicates: true,
  });
  const row = await findSigned(host, jti);
  return row ? opening(row) : { state: "unknown" };
}

const findSigned = ({ code }: Host, jti: string) =>
  db().hostLink.findUnique({ where: { hostCode_jti: { hostCode: code, jti } }, include: { host: true } });

/**
 * What a token of `/link/TOKEN` leads to, whether it is ours or one that a host signed. Claims are told only for a link that
 * holds; a host is named only once it is proven that it sent the link.
 */
export async function openLink(token: string): Promise<LinkOpening> {
  if (OWN_TOKEN.test(token)) {
    const row = await db().hostLink.findUnique({
      where: { tokenHash: hashOf(token) },
      include: { host: true },
    });
    return row ? opening(row) : { state: "unknown" };
  }
  const signed = await verifyLink(token);
  if (signed.state === "ok") return rowOf(signed);
  if (signed.state === "expired") {
    const known = await findSigned(signed.host, signed.jti);
    if (known?.state === "accepted") return opening(known);
  }
  return "host" in signed ? { state: signed.state, host: linkHost(signed.host) } : signed;
}

/** The same for a link that was opened before, by its id: over a sign-in, and once more when it is accepted. */
export async function reopenLink(linkId: string, client: Transaction = db()): Promise<LinkOpening> {
  const row = await client.hostLink.findUnique({ where: { id: linkId }, include: { host: true } });
  return row ? opening(row) : { state: "unknown" };
}

/** Notes that a person looked at the link; only the first time counts. */
export async function markOpened(linkId: string): Promise<void> {
  const now = new Date();
  await db().hostLink.updateMany({
    where: { id: linkId, state: "created" },
    data: { state: "opened", openedAt: now },
  });
}
