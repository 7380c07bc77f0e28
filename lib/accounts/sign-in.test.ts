import { randomUUID } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeEach, describe, expect, it, vi } from "vitest";
import { db } from "@/lib/db/client";
import { takeBack } from "./attempts";
import { CODE_SECONDS } from "./auth";
import { LIMITS, requestCode, type SignInRequest, signInWithCode } from "./sign-in";

const settings = vi.hoisted(() => ({
  APP_SECRET: "a secret for tests",
  APP_URL: "https://ankomst.example",
  DATABASE_URL: process.env.TEST_DATABASE_URL,
  DATA_DIR: "",
  LOG_LEVEL: "silent",
  MAIL_FROM: "Ankomst <no-reply@ankomst.example>",
  SMTP_URL: undefined as string | undefined,
}));
vi.mock("@/lib/env", () => ({
  env: () => {
    if (!settings.DATABASE_URL) throw new Error("TEST_DATABASE_URL is not set: these tests need PostgreSQL.");
    return settings;
  },
}));
// The letters are tested in lib/email; here any language that exists will do.
vi.mock("@/lib/i18n/messages", async () => ({
  messagesFor: async () => ({ email: (await import("@/messages/en/email.json")).default }),
}));

settings.DATA_DIR = mkdtempSync(path.join(tmpdir(), "ankomst-sign-in-"));
afterAll(() => rmSync(settings.DATA_DIR, { recursive: true }));

function newcomer(): SignInRequest {
  const email = `${randomUUID()}@example.se`;
  // Documentation addresses: enough of them that no two tests share one.
  const network = `2001:db8:${randomUUID().slice(0, 4)}:${randomUUID().slice(0, 4)}::/64`;
  return { email, signInId: randomUUID(), network, by: ["address", email] };
}

const lettersTo = (email: string) => {
  const folder = path.join(settings.DATA_DIR, "mail");
  return readdirSync(folder)
    .sort()
    .map((name) => readFileSync(path.join(folder, name), "utf8"))
    .filter((letter) => letter.includes(`To: ${email}`));
};
const codeIn = (letter: string | undefined) =>
  /\b(\d{6})\b/.exec(letter?.split("\r\n\r\n")[2] ?? "")?.[1] ?? "";
const codeFor = (email: string) => codeIn(lettersTo(email).at(-1));
const otherThan = (code: string) => String((Number(code) + 1) % 1_000_000).padStart(6, "0");

const tryAgain = (who: SignInRequest, code: string, sentAt: number) =>
  signInWithCode({ ...who, code, sentAt, locale: "sv", userAgent: "test" });
const check = (who: SignInRequest, code: string) => tryAgain(who, code, Date.now());

/** As if a minute had passed: the pause between two codes is over. */
const afterPause = (who: SignInRequest): SignInRequest => ({ ...who, by: [...who.by, "later"] });

beforeEach(() => {
  vi.spyOn(process.stdout, "write").mockReturnValue(true);
  settings.SMTP_URL = undefined;
});

describe("sign-in with a code", () => {
  it("makes the account at the first sign-in, and finds it at the next", async () => {
    const who = newcomer();
    expect(await requestCode(who, "en")).toMatchObject({ result: "sent" });
    expect(await db().user.count({ where: { email: who.email } })).toBe(0);
    const first = await check(who, codeFor(who.email));
    expect(first.result).toBe("signed-in");

    const again = { ...afterPause(who), signInId: randomUUID() };
    await requestCode(again, "en");
    expect((await check(again, codeFor(who.email))).result).toBe("signed-in");
    const user = await db().user.findUniqueOrThrow({
      where: { email: who.email },
      include: { sessions: true },
    });
    expect(user).toMatchObject({ emailVerified: true, locale: "sv" });
    expect(user.sessions).toHaveLength(2);
    expect(new Set(user.sessions.map(({ token }) => token)).size).toBe(2);
    expect(user.sessions.every(({ ipAddress }) => !ipAddress)).toBe(true);
  });

  it("takes over an account that somebody else began, and that nobody had proved", async () => {
    const who = newcomer();
    const { id } = await db().user.create({ data: { email: who.email, locale: "sv" } });
    await requestCode(who, "en");
    const signedIn = await check(who, codeFor(who.email));
    expect(signedIn.result).toBe("signed-in");
    const user = await db().user.findUniqueOrThrow({
      where: { email: who.email },
      include: { sessions: true },
    });
    expect(user).toMatchObject({ id, emailVerified: true });
    expect(user.sessions).toHaveLength(1);
  });

  it("sends the session in a cookie that only https and the server see", async () => {
    const who = newcomer();
    await requestCode(who, "en");
    const signedIn = await check(who, codeFor(who.email));
    const header = signedIn.result === "signed-in" ? signedIn.setCookie : "";
    expect(header).toMatch(/^__Host-ankomst\.session=/);
    expect(header).toMatch(/; Secure/);
    expect(header).toMatch(/; HttpOnly/);
    expect(header).toMatch(/; SameSite=Lax/);
    expect(header).toMatch(/; Path=\//);
    expect(header).not.toMatch(/Domain/);
  });

  it("takes a code once, but for a button pressed twice", async () => {
    const who = newcomer();
    await requestCode(who, "en");
    const code = codeFor(who.email);
    const sentAt = Date.now();
    expect((await tryAgain(who, code, sentAt)).result).toBe("signed-in");
    expect((await tryAgain(who, code, sentAt)).result).toBe("signed-in");
    expect((await tryAgain({ ...who, signInId: randomUUID() }, code, sentAt)).result).toBe("wrong");
    // As if some seconds had passed.
    await takeBack(["tries", "code", who.signInId, String(sentAt), "done", code]);
    expect((await tryAgain(who, code, sentAt)).result).toBe("wrong");
  });

  it("answers every one of several requests at once from the same browser", async () => {
    const who = newcomer();
    await requestCode(who, "en");
    const code = codeFor(who.email);
    const sentAt = Date.now();
    const answers = await Promise.all(Array.from({ length: 2 }, () => tryAgain(who, code, sentAt)));
    expect(answers.map(({ result }) => result)).toEqual(["signed-in", "signed-in"]);
  });

  it("takes a code only in the browser that asked for it, and for its address", async () => {
    const [who, stranger] = [newcomer(), newcomer()];
    await requestCode(who, "en");
    const code = codeFor(who.email);
    expect((await check({ ...who, signInId: stranger.signInId }, code)).result).toBe("wrong");
    expect((await check({ ...who, email: stranger.email }, code)).result).toBe("wrong");
    expect((await check(who, code)).result).toBe("signed-in");
  });

  it("takes the newest code only, and none of the older ones afterwards", async () => {
    const who = newcomer();
    await requestCode(who, "en");
    const older = codeFor(who.email);
    await requestCode(afterPause(who), "en");
    const newer = codeFor(who.email);
    if (older !== newer) expect((await check(who, older)).result).toBe("wrong");
    expect((await check(who, newer)).result).toBe("signed-in");
    expect((await check(who, older)).result).toBe("wrong");
  });

  it("is not disturbed by a stranger who asks for codes to the same address", async () => {
    const who = newcomer();
    await requestCode(who, "en");
    const code = codeFor(who.email);
    await requestCode({ ...afterPause(who), signInId: randomUUID() }, "en");
    expect((await check(who, code)).result).toBe("signed-in");
  });

  it("bears five wrong tries, then not even the right one", async () => {
    const who = newcomer();
    await requestCode(who, "en");
    const code = codeFor(who.email);
    const sentAt = Date.now();
    const results = [];
    for (let i = 0; i < 5; i++) results.push(await tryAgain(who, otherThan(code), sentAt));
    expect(results.slice(0, 4)).toEqual([4, 3, 2, 1].map((left) => ({ result: "wrong", left })));
    expect(results[4]).toEqual({ result: "used-up" });
    expect(await tryAgain(who, code, sentAt)).toEqual({ result: "used-up" });
    // Nor with a cookie that claims another time of sending: the code counts for itself too.
    expect((await tryAgain(who, code, sentAt + 1)).result).toBe("used-up");
  });

  it("tells that a code is too old", async () => {
    const who = newcomer();
    const createdAt = { gte: new Date() };
    await requestCode(who, "en");
    await db().verification.updateMany({
      where: { createdAt },
      data: { expiresAt: new Date(Date.now() - 1_000) },
    });
    const sentAt = Date.now() - CODE_SECONDS * 1_000 - 1_000;
    expect((await tryAgain(who, codeFor(who.email), sentAt)).result).toBe("expired");
  });

  it("stores neither code nor address beside it", async () => {
    const who = newcomer();
    await requestCode(who, "en");
    const rows = await db().verification.findMany();
    expect(rows.length).toBeGreaterThan(0);
    expect(JSON.stringify(rows)).not.toContain(who.email);
    expect(JSON.stringify(rows.map(({ value }) => value))).not.toContain(`"${codeFor(who.email)}`);
  });
});

describe("limits on sign-in", () => {
  it("pauses between two codes, and sends nothing meanwhile", async () => {
    const who = newcomer();
    await requestCode(who, "en");
    const second = await requestCode({ ...who, signInId: randomUUID() }, "en");
    expect(second.result).toBe("pause");
    expect(lettersTo(who.email)).toHaveLength(1);
  });

  it("says the same of an address with an account and of one without", async () => {
    const known = newcomer();
    await requestCode(known, "en");
    await check(known, codeFor(known.email));
    const unknown = newcomer();
    const answers = async (who: SignInRequest) => {
      const both = [await requestCode(who, "en"), await requestCode(who, "en")];
      return both.map((answer) => [answer.result, Object.keys(answer)]);
    };
    expect(await answers(afterPause(known))).toEqual(await answers(unknown));
  });

  it("ends an address's wrong tries for the day, whatever networks they come from", async () => {
    const who = newcomer();
    const guess = async () => (await check({ ...newcomer(), email: who.email, by: who.by }, "000000")).result;
    const results = await Promise.all(Array.from({ length: LIMITS.wrongTriesPerAddressAndDay }, guess));
    expect(new Set(results)).toEqual(new Set(["wrong"]));
    expect(await guess()).toBe("wait");
    const ownBrowser = { ...who, by: ["browser", randomUUID()] };
    await requestCode(ownBrowser, "en");
    expect((await check(ownBrowser, codeFor(who.email))).result).toBe("signed-in");
  });

  it("ends a network's codes for the hour, whatever addresses they go to", async () => {
    const { network } = newcomer();
    const ask = () => requestCode({ ...newcomer(), network }, "en");
    const results = await Promise.all(Array.from({ length: LIMITS.codesPerNetworkAndHour + 3 }, ask));
    expect(results.filter(({ result }) => result === "wait")).toHaveLength(3);
  });

  it("does not count right codes", async () => {
    const who = newcomer();
    for (let i = 0; i < 3; i++) {
      const each = { ...who, signInId: randomUUID() };
      await requestCode({ ...each, by: [...who.by, String(i)] }, "en");
      expect((await check(each, codeFor(who.email))).result).toBe("signed-in");
    }
    const wrong = await check({ ...who, signInId: randomUUID() }, "000000");
    expect(wrong.result).toBe("wrong");
  });

  it("lets a letter that could not be sent be tried again at once", async () => {
    const who = newcomer();
    settings.SMTP_URL = "smtp://127.0.0.1:1";
    expect(await requestCode(who, "en")).toEqual({ result: "unsent" });
    settings.SMTP_URL = undefined;
    expect(await requestCode(who, "en")).toMatchObject({ result: "sent" });
  });
});
