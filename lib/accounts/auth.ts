import { AsyncLocalStorage } from "node:async_hooks";
import { betterAuth } from "better-auth";
import { prismaAdapter } from "better-auth/adapters/prisma";
import { emailOTP } from "better-auth/plugins";
import { db } from "@/lib/db/client";
import { env } from "@/lib/env";
import { log } from "@/lib/log";
import { cookieName, cookieOptions } from "./cookies";
import { keyedHash, keyFor } from "./keys";
import { CODE_LENGTH } from "./one-time-code";
import { KEPT, seconds } from "./session-length";

/** How long a code works. */
export const CODE_SECONDS = 600;
/** How many wrong tries a code bears. */
export const CODE_TRIES = 5;

/** The sign-in under way, which a code is bound to: asked for in one browser, it opens nothing in another. */
const attempt = new AsyncLocalStorage<string>();

/** Runs calls that make or check codes for one sign-in. */
export const withinSignIn = <T>(signInId: string, work: () => Promise<T>): Promise<T> =>
  attempt.run(signInId, work);

const hashWithinSignIn = (kind: string) => async (text: string) => {
  const signInId = attempt.getStore();
  if (!signInId) throw new Error("A code was used outside of a sign-in.");
  return keyedHash(kind, [signInId, text]);
};

/** Of what the library would log only the kind of failure: the rest may hold addresses. */
const codeIn = (details: unknown[]) =>
  details.flatMap((detail) =>
    detail instanceof Error ? [(detail as { code?: unknown }).code ?? detail.name] : [],
  )[0];

function create() {
  return betterAuth({
    appName: "Ankomst",
    baseURL: env().APP_URL,
    secret: keyFor("sessions").toString("base64url"),
    database: prismaAdapter(db(), { provider: "postgresql", transaction: true }),
    telemetry: { enabled: false },
    // Its HTTP routes are not served; limits are those of attempts.ts.
    rateLimit: { enabled: false },
    logger: {
      log: (level, message, ...details) => log[level]({ part: "accounts", code: codeIn(details) }, message),
    },
    user: { additionalFields: { locale: { type: "string", required: true, input: true } } },
    session: { expiresIn: seconds(KEPT.idleMs), disableSessionRefresh: true, freshAge: 0 },
    verification: { storeIdentifier: { hash: hashWithinSignIn("code-address") } },
    advanced: {
      database: { generateId: false },
      ipAddress: { disableIpTracking: true },
      // The prefix in the name is ours: better-auth has only the weaker one.
      useSecureCookies: false,
      defaultCookieAttributes: cookieOptions(),
      cookies: {
        session_token: { name: cookieName("session") },
        dont_remember: { name: cookieName("brief") },
      },
    },
    plugins: [
      emailOTP({
        otpLength: CODE_LENGTH,
        expiresIn: CODE_SECONDS,
        allowedAttempts: CODE_TRIES,
        // Keyed: of a bare hash of six digits, whoever reads the table has the code at once.
        storeOTP: { hash: hashWithinSignIn("code") },
        sendVerificationOTP: async () => {
          throw new Error("Codes are sent by sign-in.ts.");
        },
      }),
    ],
  });
}

let made: ReturnType<typeof create> | undefined;

/** The library that keeps accounts, made at first use so that a build needs no settings. */
export function auth(): ReturnType<typeof create> {
  made ??= create();
  return made;
}
