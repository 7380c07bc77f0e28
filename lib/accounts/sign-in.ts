import { isAPIError } from "better-auth/api";
import { signInCodeLetter } from "@/lib/email/letter-sign-in-code";
import { sendEmail } from "@/lib/email/send";
import { env } from "@/lib/env";
import type { Locale } from "@/lib/i18n/locales";
import { log } from "@/lib/log";
import { isCounted, type Limited, limit, takeBack } from "./attempts";
import { auth, CODE_SECONDS, CODE_TRIES, withinSignIn } from "./auth";

const HOUR = 3_600;
/** How long somebody waits before a new code is sent. */
export const PAUSE_SECONDS = 60;
/** How long after a wrong code the answer comes. */
const WRONG_CODE_PAUSE_MS = 300;
const PRESSED_TWICE_SECONDS = 15;
export const LIMITS = {
  codesPerAddressAndHour: 5,
  wrongTriesPerAddressAndDay: 20,
  // A university or a mobile operator sends thousands of people through one address.
  codesPerNetworkAndHour: 60,
  wrongTriesPerNetworkAndHour: 100,
} as const;

export type SignInRequest = {
  /** Canonical, from `parseEmail`. */
  email: string;
  /** Random, known to one browser only. */
  signInId: string;
  /** From `clientNetwork`. */
  network: string;
  /** Whom attempts are counted against, from `attemptsBy`. */
  by: readonly string[];
};

export type CodeRequested =
  /** `sentAt`, in milliseconds, names the code in `CodeCheck`. */
  | { result: "sent"; sentAt: number }
  /** A code was sent less than a minute ago; `sentAt` is there when it was sent for this very sign-in. */
  | { result: "pause"; until: Date; sentAt: number | undefined }
  /** Too many codes were asked for. */
  | { result: "wait"; until: Date }
  | { result: "unsent" };

const makeCode = ({ email, signInId }: SignInRequest): Promise<string> =>
  withinSignIn(signInId, () => auth().api.createVerificationOTP({ body: { email, type: "sign-in" } }));

async function makeAndSend(request: SignInRequest, locale: Locale): Promise<boolean> {
  const code = await makeCode(request);
  const site = new URL(env().APP_URL).host;
  const letter = await signInCodeLetter(locale, { code, minutes: CODE_SECONDS / 60, site });
  try {
    await sendEmail(request.email, letter);
    return true;
  } catch (error) {
    log.error({ part: "accounts", code: (error as { code?: string }).code }, "a code could not be sent");
    return false;
  }
}

/**
 * Makes a code and sends it. Does the same for an address with an account and for one without. Asked twice for one sign-in,
 * as by a button pressed twice, it sends once and tells both when.
 */
export async function requestCode(request: SignInRequest, locale: Locale): Promise<CodeRequested> {
  const perNetwork = await limit(["codes", "network", request.network], LIMITS.codesPerNetworkAndHour, HOUR);
  if (!perNetwork.isAllowed) return { result: "wait", until: perNetwork.until };
  const pauseOf = ["code-pause", ...request.by];
  const pause = await limit(pauseOf, 1, PAUSE_SECONDS);
  const sentAt = pause.until.getTime() - PAUSE_SECONDS * 1000;
  const sentOf = ["code-sent", request.signInId, request.email, String(sentAt)];
  if (!pause.isAllowed) {
    const isOwn = await isCounted(sentOf);
    return { result: "pause", until: pause.until, sentAt: isOwn ? sentAt : undefined };
  }
  const codesOf = ["codes", ...request.by];
  const codes = await limit(codesOf, LIMITS.codesPerAddressAndHour, HOUR);
  if (!codes.isAllowed) return { result: "wait", until: codes.until };
  await limit(sentOf, 1, PAUSE_SECONDS);
  if (await makeAndSend(request, locale)) return { result: "sent", sentAt };
  await Promise.all([pauseOf, codesOf, sentOf].map(takeBack));
  return { result: "unsent" };
}

export type CodeChecked =
  /** `setCookie` is the header that carries the session, `token` the session's key in the database. */
  | { result: "signed-in"; setCookie: string; token: string }
  | { result: "wrong"; left: number }
  /** The last try was wrong, or there had been too many before. */
  | { result: "used-up" }
  | { result: "expired" }
  | { result: "wait"; until: Date };

export type CodeCheck = SignInRequest & {
  code: string;
  /** Names the code, as `requestCode` gave it: tries are counted per code. */
  sentAt: number;
  locale: Locale;
  userAgent: string;
};

async function openSession({ email, signInId, code, locale, userAgent }: CodeCheck) {
  const headers = new Headers({ "user-agent": userAgent.slice(0, 300) });
  const answer = await withinSignIn(signInId, () =>
    auth().api.signInEmailOTP({ body: { email, otp: code, locale }, headers, returnHeaders: true }),
  );
  return { setCookie: answer.headers.get("set-cookie") ?? "", token: answer.response.token };
}

/**
 * A button pressed twice sends the right code twice, and the browser keeps only the second answer. So the same code from the
 * same browser signs in again for some seconds; the pause lets the first request finish.
 */
async function openSessionAgain(check: CodeCheck, done: readonly string[]) {
  await new Promise((resolve) => setTimeout(resolve, WRONG_CODE_PAUSE_MS));
  if (!(await isCounted(done))) return undefined;
  const code = await makeCode(check);
  return openSession({ ...check, code });
}

async function attemptCode(check: CodeCheck, tries: Limited, done: readonly string[]): Promise<CodeChecked> {
  try {
    const session = await openSession(check);
    await limit(done, 1, PRESSED_TWICE_SECONDS);
    return { result: "signed-in", ...session };
  } catch (error) {
    if (!isAPIError(error)) throw error;
    const reason = error.body?.code;
    const isTooOld = check.sentAt + CODE_SECONDS * 1000 < Date.now();
    if (reason === "OTP_EXPIRED" || isTooOld) return { result: "expired" };
    if (reason === "TOO_MANY_ATTEMPTS") return { result: "used-up" };
    if (reason !== "INVALID_OTP") throw error;
    const again = await openSessionAgain(check, done);
    if (again) return { result: "signed-in", ...again };
    return tries.left > 0 ? { result: "wrong", left: tries.left } : { result: "used-up" };
  }
}

/** Checks a code; the right one makes a session, and the account if there is none. */
export async function signInWithCode(check: CodeCheck): Promise<CodeChecked> {
  const perCode = ["tries", "code", check.signInId, String(check.sentAt)];
  const perAddress = ["tries", ...check.by];
  const perNetwork = ["tries", "network", check.network];
  const network = await limit(perNetwork, LIMITS.wrongTriesPerNetworkAndHour, HOUR);
  if (!network.isAllowed) return { result: "wait", until: network.until };
  const address = await limit(perAddress, LIMITS.wrongTriesPerAddressAndDay, 24 * HOUR);
  if (!address.isAllowed) return { result: "wait", until: address.until };
  const tries = await limit(perCode, CODE_TRIES, CODE_SECONDS * 2);
  if (!tries.isAllowed) return { result: "used-up" };
  const checked = await attemptCode(check, tries, [...perCode, "done", check.code]);
  if (checked.result === "signed-in") await Promise.all([takeBack(perNetwork), takeBack(perAddress)]);
  return checked;
}
