import { env } from "@/lib/env";
import type { Locale } from "@/lib/i18n/locales";
import { clientNetwork } from "./client-network";
import { parseEmail, typedAddress } from "./email-address";
import { attemptsByThisBrowser, rememberBrowser } from "./known-browser";
import { parseCode } from "./one-time-code";
import { homePath, safeReturnPath } from "./return-path";
import { currentUser, startSession } from "./sessions";
import { requestCode, signInWithCode } from "./sign-in";
import { endSignIn, newSignIn, readSignIn, type SignInUnderWay, writeSignIn } from "./sign-in-cookie";

export const ADDRESS_PROBLEMS = ["email", "unsent", "pause", "wait", "restart", "failed"] as const;
export const CODE_PROBLEMS = ["format", "wrong", "used-up", "expired", "pause", "wait", "failed"] as const;
type AddressProblem = (typeof ADDRESS_PROBLEMS)[number];
type CodeProblem = (typeof CODE_PROBLEMS)[number];

const addressPage = (locale: Locale) => `/${locale}/sign-in`;
const codePage = (locale: Locale) => `/${locale}/sign-in/code`;
/** The page for the address, telling a problem. */
export const addressPageWith = (locale: Locale, problem: AddressProblem) =>
  `${addressPage(locale)}?error=${problem}`;
/** The page for the code, telling a problem. */
export const codePageWith = (locale: Locale, problem: CodeProblem) => `${codePage(locale)}?error=${problem}`;

async function send(
  signIn: SignInUnderWay,
  email: string,
  locale: Locale,
  headers: Headers,
): Promise<string> {
  const network = clientNetwork(headers, env().TRUSTED_PROXIES);
  const by = await attemptsByThisBrowser(email);
  const outcome = await requestCode({ email, signInId: signIn.id, network, by }, locale);
  const sentAt = "sentAt" in outcome ? outcome.sentAt : undefined;
  if (sentAt && sentAt !== signIn.sentAt) {
    await writeSignIn({ ...signIn, sentAt, left: undefined, until: undefined });
    return signIn.sentAt ? `${codePage(locale)}?sent=again` : codePage(locale);
  }
  if (outcome.result === "unsent") {
    // The code that was to be sent has taken the place of the one before.
    await writeSignIn({ ...signIn, sentAt: undefined });
    return addressPageWith(locale, "unsent");
  }
  if (outcome.result === "sent") return codePage(locale);
  await writeSignIn({ ...signIn, until: outcome.until.getTime() });
  const page = signIn.sentAt ? codePageWith : addressPageWith;
  return page(locale, outcome.result);
}

/** The form with the address: sends a code. Returns where to go on. */
export async function askForCode(fields: URLSearchParams, locale: Locale, headers: Headers): Promise<string> {
  const typed = typedAddress(fields.get("email"));
  const email = parseEmail(typed);
  const before = await readSignIn();
  const signIn: SignInUnderWay = {
    ...(email && before?.email === email ? before : newSignIn(fields.get("attempt"))),
    typed,
    email,
    isKept: fields.get("keep") === "yes",
    returnTo: safeReturnPath(fields.get("returnTo"), locale),
  };
  // At once, so that what was typed is kept whatever happens.
  await writeSignIn(signIn);
  return email ? send(signIn, email, locale, headers) : addressPageWith(locale, "email");
}

/** The button for another code. Returns where to go on. */
export async function askForCodeAgain(_: URLSearchParams, locale: Locale, headers: Headers): Promise<string> {
  const signIn = await readSignIn();
  return signIn?.email ? send(signIn, signIn.email, locale, headers) : addressPageWith(locale, "restart");
}

type Signing = SignInUnderWay & { email: string; sentAt: number };
const isSent = (signIn: SignInUnderWay | undefined): signIn is Signing => !!signIn?.email && !!signIn.sentAt;

async function check(signIn: Signing, code: string, locale: Locale, headers: Headers): Promise<string> {
  const { id: signInId, email, sentAt, isKept } = signIn;
  const network = clientNetwork(headers, env().TRUSTED_PROXIES);
  const by = await attemptsByThisBrowser(email);
  const userAgent = headers.get("user-agent") ?? "";
  const outcome = await signInWithCode({ email, signInId, sentAt, network, by, code, locale, userAgent });
  if (outcome.result === "signed-in") {
    await startSession(outcome.setCookie, outcome.token, isKept);
    await rememberBrowser(email);
    await endSignIn();
    return safeReturnPath(signIn.returnTo, locale) ?? homePath(locale);
  }
  if (outcome.result === "wrong") await writeSignIn({ ...signIn, left: outcome.left });
  if (outcome.result === "wait") await writeSignIn({ ...signIn, until: outcome.until.getTime() });
  return codePageWith(locale, outcome.result);
}

/** The form with the code: signs in. Returns where to go on. */
export async function enterCode(fields: URLSearchParams, locale: Locale, headers: Headers): Promise<string> {
  const signIn = await readSignIn();
  if (!isSent(signIn)) {
    return (await currentUser()) ? homePath(locale) : addressPageWith(locale, "restart");
  }
  const code = parseCode(fields.get("code"));
  return code ? check(signIn, code, locale, headers) : codePageWith(locale, "format");
}
