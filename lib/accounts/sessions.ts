import { parseSetCookieHeader } from "better-auth/cookies";
import { cookies, headers } from "next/headers";
import { redirect } from "next/navigation";
import { cache } from "react";
import { db } from "@/lib/db/client";
import { asLocale, type Locale } from "@/lib/i18n/locales";
import { auth } from "./auth";
import { cookieName, cookieOptions } from "./cookies";
import { type Device, describeDevice } from "./device";
import { BRIEF, endOf, KEPT, renewedEnd, seconds } from "./session-length";

export type CurrentUser = { id: string; email: string; locale: Locale };

/** The account and session that a request's cookie stands for; keeps a session in use from ending. Undefined for none. */
export async function sessionOf(requestHeaders: Headers) {
  const cookie = requestHeaders.get("cookie");
  if (!cookie?.includes(`${cookieName("session")}=`)) return undefined;
  const found = await auth().api.getSession({ headers: new Headers({ cookie }) });
  if (!found) return undefined;
  const { user, session } = found;
  const now = new Date();
  const expiresAt = renewedEnd(session, now);
  // Many: another request may have ended it meanwhile.
  if (expiresAt)
    await db().session.updateMany({ where: { id: session.id }, data: { expiresAt, updatedAt: now } });
  const locale = asLocale(user.locale);
  return { user: { id: user.id, email: user.email, locale }, sessionId: session.id };
}

const currentSession = cache(async () => sessionOf(await headers()));

/** Who is signed in, or null. Asked once a request. */
export async function currentUser(): Promise<CurrentUser | null> {
  return (await currentSession())?.user ?? null;
}

/** Where to sign in and come back from to a path of this site, which begins with its language. */
export function signInPath(returnTo: string): string {
  const [, first] = returnTo.split(/[/?]/);
  const locale = asLocale(first);
  return `/${locale}/sign-in?${new URLSearchParams({ returnTo })}`;
}

/** Who is signed in; whoever is not goes to sign-in and from there to `returnTo`, such as `/sv/applications`. */
export async function requireUser(returnTo: string): Promise<CurrentUser> {
  return (await currentUser()) ?? redirect(signInPath(returnTo));
}

/** Gives the browser the session of a sign-in just made, and ends the one that it had before. */
export async function startSession(setCookie: string, token: string, isKept: boolean): Promise<void> {
  const value = parseSetCookieHeader(setCookie).get(cookieName("session"))?.value;
  if (!value) throw new Error("A sign-in gave no session.");
  await endSession();
  const length = isKept ? KEPT : BRIEF;
  const now = new Date();
  const expiresAt = endOf(length, now, now);
  await db().session.update({ where: { token }, data: { createdAt: now, updatedAt: now, expiresAt } });
  const options = cookieOptions(isKept ? seconds(length.mostMs) : undefined);
  (await cookies()).set(cookieName("session"), value, options);
}

async function endSession(): Promise<void> {
  const session = await currentSession();
  if (session) await db().session.deleteMany({ where: { id: session.sessionId } });
}

const dropCookie = async () => (await cookies()).set(cookieName("session"), "", cookieOptions(0));

/** Ends this session. */
export async function signOut(): Promise<void> {
  await endSession();
  await dropCookie();
}

/** Ends every session of the account that is signed in, on all devices. */
export async function signOutEverywhere(): Promise<void> {
  const user = await currentUser();
  if (user) await db().session.deleteMany({ where: { userId: user.id } });
  await dropCookie();
}

export type ActiveSession = Device & { id: string; isCurrent: boolean; signedInAt: Date; lastUsedAt: Date };

/** Where the account is signed in, the latest use first. */
export async function activeSessions(userId: string): Promise<ActiveSession[]> {
  const rows = await db().session.findMany({
    where: { userId, expiresAt: { gt: new Date() } },
    orderBy: { updatedAt: "desc" },
  });
  const current = (await currentSession())?.sessionId;
  return rows.map(({ id, userAgent, createdAt, updatedAt }) => ({
    id,
    ...describeDevice(userAgent),
    isCurrent: id === current,
    signedInAt: createdAt,
    lastUsedAt: updatedAt,
  }));
}

/** The language in which an account gets its letters. */
export async function setUserLocale(userId: string, locale: Locale): Promise<void> {
  await db().user.update({ where: { id: userId }, data: { locale } });
}
