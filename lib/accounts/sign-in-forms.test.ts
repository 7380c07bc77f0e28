import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { db } from "@/lib/db/client";
import type { Letter } from "@/lib/email/letter";
import { takeBack } from "./attempts";
import { activeSessions, currentUser, sessionOf, signOut, signOutEverywhere } from "./sessions";
import { sealedAttempt } from "./sign-in-cookie";
import { askForCode, askForCodeAgain, enterCode } from "./sign-in-forms";

type Jar = Map<string, { value: string; maxAge?: number | undefined; httpOnly?: boolean; sameSite?: string }>;

const browser = vi.hoisted(() => ({
  jar: new Map() as Jar,
  sent: [] as { to: string; letter: Letter }[],
  isMailDown: false,
}));

vi.mock("@/lib/env", () => ({
  env: () => {
    const url = process.env.TEST_DATABASE_URL;
    if (!url) throw new Error("TEST_DATABASE_URL is not set: these tests need PostgreSQL.");
    const settings = {
      APP_SECRET: "a secret for tests",
      APP_URL: "http://localhost:3000",
      LOG_LEVEL: "silent",
    };
    return { ...settings, DATABASE_URL: url, TRUSTED_PROXIES: 0 };
  },
}));
vi.mock("next/headers", () => ({
  cookies: async () => ({
    get: (name: string) => browser.jar.get(name),
    set: (name: string, value: string, options: { maxAge?: number }) =>
      options.maxAge === 0 ? browser.jar.delete(name) : browser.jar.set(name, { value, ...options }),
  }),
  headers: async () => {
    const cookie = [...browser.jar]
      .map(([name, { value }]) => `${name}=${encodeURIComponent(value)}`)
      .join("; ");
    return new Headers({ cookie });
  },
}));
vi.mock("@/lib/i18n/messages", async () => ({
  messagesFor: async () => ({ email: (await import("@/messages/en/email.json")).default }),
}));
vi.mock("@/lib/email/send", () => ({
  sendEmail: async (to: string, letter: Letter) => {
    if (browser.isMailDown) throw new Error("down");
    browser.sent.push({ to, letter });
  },
}));

let network = "";
const headers = () =>
  new Headers({ "x-forwarded-for": network, "user-agent": "Mozilla/5.0 (Android 13) Firefox/140.0" });
const ask = (fields: Record<string, string>) => askForCode(new URLSearchParams(fields), "sv", headers());
const again = () => askForCodeAgain(new URLSearchParams(), "sv", headers());
const enter = (code: string) => enterCode(new URLSearchParams({ code }), "sv", headers());
const lastCode = () => browser.sent.at(-1)?.letter.essence ?? "";
const newAddress = () => `${randomUUID()}@example.se`;
const wrongCode = () => String((Number(lastCode()) + 1) % 1_000_000).padStart(6, "0");

async function signIn(email: string, fields: Record<string, string> = {}): Promise<string> {
  await ask({ email, ...fields });
  return enter(lastCode());
}

const switchBrowser = (jar: Jar = new Map()) => {
  browser.jar = jar;
};

beforeEach(() => {
  browser.jar = new Map();
  browser.sent = [];
  network = `2001:db8:${randomUUID().slice(0, 4)}:${randomUUID().slice(0, 4)}::1`;
});

describe("the form with the address", () => {
  it("leads to the code, and after it to where the person was going", async () => {
    const email = newAddress();
    expect(await ask({ email: ` ${email.toUpperCase()} `, returnTo: "/en/account?x=1" })).toBe(
      "/sv/sign-in/code",
    );
    expect(browser.sent.map(({ to }) => to)).toEqual([email]);
    expect(await enter(lastCode().replace(/^(...)/, "$1 "))).toBe("/sv/account?x=1");
    expect(await currentUser()).toMatchObject({ email, locale: "sv" });
  });

  it("leads home when asked to lead to another site", async () => {
    expect(await signIn(newAddress(), { returnTo: "//evil.example" })).toBe("/sv/applications");
  });

  it("asks again for what is no address, and sends nothing", async () => {
    expect(await ask({ email: "anna@" })).toBe("/sv/sign-in?error=email");
    expect(browser.sent).toEqual([]);
  });

  it("tells that the letter could not be sent, and lets try again at once", async () => {
    const email = newAddress();
    browser.isMailDown = true;
    expect(await ask({ email })).toBe("/sv/sign-in?error=unsent");
    browser.isMailDown = false;
    expect(await ask({ email })).toBe("/sv/sign-in/code");
  });

  it("makes wait between two letters, with the first code still good", async () => {
    await ask({ email: newAddress() });
    expect(await again()).toBe("/sv/sign-in/code?error=pause");
    expect(browser.sent).toHaveLength(1);
    expect(await enter(lastCode())).toBe("/sv/applications");
  });

  it("begins one sign-in when its button is pressed twice, and the browser has only the second answer", async () => {
    const fields = { email: newAddress(), attempt: sealedAttempt() };
    await ask(fields);
    switchBrowser();
    expect(await ask(fields)).toBe("/sv/sign-in/code");
    expect(browser.sent).toHaveLength(1);
    expect(await enter(lastCode())).toBe("/sv/applications");
  });

  it("sends one new code when the button for it is pressed twice", async () => {
    const email = newAddress();
    await ask({ email });
    await takeBack(["code-pause", "address", email]);
    const before = new Map(browser.jar);
    expect(await again()).toBe("/sv/sign-in/code?sent=again");
    switchBrowser(before);
    expect(await again()).toBe("/sv/sign-in/code?sent=again");
    expect(await again()).toBe("/sv/sign-in/code?error=pause");
    expect(browser.sent).toHaveLength(2);
    expect(await enter(lastCode())).toBe("/sv/applications");
  });

  it("tells a stranger's browser to wait as well, whether or not there is an account", async () => {
    const email = newAddress();
    await ask({ email });
    switchBrowser();
    expect(await ask({ email })).toBe("/sv/sign-in?error=pause");
  });

  it("starts over without the cookie of the sign-in", async () => {
    await ask({ email: newAddress() });
    switchBrowser();
    expect(await again()).toBe("/sv/sign-in?error=restart");
    expect(await enter(lastCode())).toBe("/sv/sign-in?error=restart");
  });
});

describe("the form with the code", () => {
  it("tells what is wrong with it", async () => {
    await ask({ email: newAddress() });
    expect(await enter("12345")).toBe("/sv/sign-in/code?error=format");
    for (let i = 0; i < 4; i++) expect(await enter(wrongCode())).toBe("/sv/sign-in/code?error=wrong");
    expect(await enter(wrongCode())).toBe("/sv/sign-in/code?error=used-up");
    expect(await enter(lastCode())).toBe("/sv/sign-in/code?error=used-up");
    expect(await currentUser()).toBeNull();
  });

  it("leaves cookies that tell nothing and that scripts do not see that can be read", async () => {
    const email = newAddress();
    await signIn(email);
    const readable = [...browser.jar.values()].flatMap(({ value }) => [
      value,
      Buffer.from(value, "base64").toString(),
    ]);
    expect(readable.join(" ")).not.toContain(email);
    expect([...browser.jar.values()].every(({ httpOnly, sameSite }) => httpOnly && sameSite === "lax")).toBe(
      true,
    );
    expect([...browser.jar.keys()].sort()).toEqual(["ankomst.known", "ankomst.session"]);
  });
});

describe("a session", () => {
  const session = () => browser.jar.get("ankomst.session");
  it("ends with the browser, unless the person asked to stay signed in", async () => {
    await signIn(newAddress());
    expect(session()?.maxAge).toBeUndefined();
    switchBrowser();
    await signIn(newAddress(), { keep: "yes" });
    expect(session()?.maxAge).toBe(90 * 24 * 3600);
  });

  it("is a new one at every sign-in, and the browser's old one ends", async () => {
    const [first, second] = [newAddress(), newAddress()];
    await signIn(first);
    const old = new Map(browser.jar);
    await signIn(second);
    expect(session()?.value).not.toBe(old.get("ankomst.session")?.value);
    expect(await currentUser()).toMatchObject({ email: second });
    switchBrowser(old);
    expect(await currentUser()).toBeNull();
  });

  it("is none for a token that was not signed here, or was changed", async () => {
    await signIn(newAddress());
    const [token = "", signature = ""] = (session()?.value ?? "").split(".");
    const sessionWith = (value: string) =>
      sessionOf(new Headers({ cookie: `ankomst.session=${encodeURIComponent(value)}` }));
    expect(await sessionWith(`${token}.${signature}`)).toBeDefined();
    expect(await sessionWith(token)).toBeUndefined();
    expect(
      await sessionWith(`${token}.${signature.replace(/^./, (c) => (c === "A" ? "B" : "A"))}`),
    ).toBeUndefined();
    expect(await sessionWith(`${token}x.${signature}`)).toBeUndefined();
  });

  it("moves its end on while it is used, and is over after it", async () => {
    const email = newAddress();
    await signIn(email);
    const where = { user: { email } };
    const hours = (n: number) => new Date(Date.now() + n * 3_600_000);
    await db().session.updateMany({
      where,
      data: { createdAt: hours(-6), updatedAt: hours(-6), expiresAt: hours(6) },
    });
    expect(await currentUser()).not.toBeNull();
    const used = await db().session.findFirstOrThrow({ where });
    expect(used.expiresAt.getTime()).toBeGreaterThan(hours(11.9).getTime());
    await db().session.updateMany({ where, data: { expiresAt: hours(-1) } });
    expect(await currentUser()).toBeNull();
  });

  it("ends here, or everywhere", async () => {
    const email = newAddress();
    await signIn(email);
    const phone = browser.jar;
    switchBrowser();
    await takeBack(["code-pause", "address", email]);
    await signIn(email);
    const userId = (await currentUser())?.id ?? "";
    const sessions = await activeSessions(userId);
    expect(sessions.map(({ browser: name, system, isCurrent }) => [name, system, isCurrent])).toEqual([
      ["Firefox", "Android", true],
      ["Firefox", "Android", false],
    ]);
    const stolen = new Map(browser.jar);
    await signOut();
    expect(browser.jar.has("ankomst.session")).toBe(false);
    switchBrowser(stolen);
    expect(await currentUser()).toBeNull();
    switchBrowser(new Map(phone));
    expect(await currentUser()).toMatchObject({ email });
    await signOutEverywhere();
    switchBrowser(phone);
    expect(await currentUser()).toBeNull();
    expect(await activeSessions(userId)).toEqual([]);
  });
});
