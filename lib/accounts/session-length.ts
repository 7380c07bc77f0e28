const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

export type SessionLength = {
  /** Ends when nothing was done for so long. */
  idleMs: number;
  /** Ends at the latest so long after sign-in. */
  mostMs: number;
};

/** On a computer that others may use: the cookie also ends with the browser. */
export const BRIEF: SessionLength = { idleMs: 12 * HOUR_MS, mostMs: DAY_MS };
/** "Keep me signed in on this device." */
export const KEPT: SessionLength = { idleMs: 30 * DAY_MS, mostMs: 90 * DAY_MS };

/** Not more often than this part of its idle time is a session in use written again. */
const RENEWALS = 50;

export const seconds = (milliseconds: number) => Math.round(milliseconds / 1000);

type Times = { createdAt: Date; updatedAt: Date; expiresAt: Date };

/** A brief session never ends later than a day after sign-in; a kept one is given thirty at the start. */
const lengthOf = ({ createdAt, expiresAt }: Times): SessionLength =>
  expiresAt.getTime() - createdAt.getTime() > BRIEF.mostMs ? KEPT : BRIEF;

/** When a session that is used at `now` ends. */
export function endOf({ idleMs, mostMs }: SessionLength, createdAt: Date, now: Date): Date {
  return new Date(Math.min(now.getTime() + idleMs, createdAt.getTime() + mostMs));
}

/** The new end of a session in use, or undefined while the one that it has will do. */
export function renewedEnd(session: Times, now: Date): Date | undefined {
  const length = lengthOf(session);
  const end = endOf(length, session.createdAt, now);
  return end.getTime() - session.expiresAt.getTime() > length.idleMs / RENEWALS ? end : undefined;
}
