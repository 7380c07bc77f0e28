import { describe, expect, it, vi } from "vitest";
import type { Locale } from "@/lib/i18n/locales";
import { compose } from "./letter";
import { familyInvitationLetter } from "./letter-family-invitation";
import { familyInvitationExpiredLetter } from "./letter-family-invitation-expired";
import { receiptLetter } from "./letter-receipt";
import { signInCodeLetter } from "./letter-sign-in-code";

vi.mock("@/lib/i18n/messages", () => ({
  messagesFor: async (locale: Locale) => ({
    email: (await import(`../../messages/${locale}/email.json`)).default,
  }),
}));

const LOCALES = ["sv", "en"] as const;
const code = { code: "004213", minutes: 10, site: "ankomst.example" };
const receipt = {
  reference: "ANK-7F3K-22QX",
  // An hour before midnight in UTC: the next day in Stockholm.
  arrivedAt: new Date("2026-11-22T23:05:00Z"),
  link: "https://ankomst.example/sv/applications/1/receipt?a=1&b=2",
  files: 3,
};

describe.each(LOCALES)("letters in %s", (locale) => {
  it("give the code, how long it works and where to enter it", async () => {
    const letter = await signInCodeLetter(locale, code);
    expect(letter.text).toContain("\n004213\n");
    expect(letter.text).toMatch(/\b10 minut/);
    expect(letter.text).toContain("\u2066ankomst.example\u2069");
    expect(letter.html).toContain('dir="ltr" style="font-size:1.5em">004213</strong>');
    expect(letter.subject).not.toContain("004213");
    expect(letter.essence).toBe("004213");
  });

  it("tell that the application arrived, when in Sweden, and where the receipt is", async () => {
    const letter = await receiptLetter(locale, receipt);
    expect(letter.subject).toContain("\u2066ANK-7F3K-22QX\u2069");
    expect(letter.text).toContain("ANK-7F3K-22QX");
    expect(letter.text).toMatch(/23 november 2026.*00:05/i);
    expect(letter.text).toContain(receipt.link);
    expect(letter.text).toMatch(/\b3 fil/);
    expect(letter.html).toContain("receipt?a=1&amp;b=2");
  });

  it("count files in words", async () => {
    const texts = await Promise.all([0, 1].map((files) => receiptLetter(locale, { ...receipt, files })));
    expect(texts[0]?.text).toMatch(/Inga filer|No files/);
    expect(texts[1]?.text).toMatch(/\b1 fil(e)? /);
  });

  it("are whole: no key, no placeholder, the language named, nothing to load", async () => {
    for (const letter of [await signInCodeLetter(locale, code), await receiptLetter(locale, receipt)]) {
      const whole = `${letter.subject}\n${letter.text}\n${letter.html}`;
      expect(whole).not.toMatch(/\bemail\.|undefined|\{|\}/);
      expect(letter.html).toContain(`<html lang="${locale}" dir="ltr">`);
      expect(letter.html).not.toMatch(/<img|<link|<script|url\(|src=/);
    }
  });
});

describe("a letter in HTML", () => {
  it("runs in the direction of its language", () => {
    expect(compose("ar", "s", [], "").html).toContain('<html lang="ar" dir="rtl">');
  });

  it("shows what it is given as text", () => {
    const evil = `<b onclick="x('y')">&`;
    const { html } = compose(
      "en",
      evil,
      [{ text: evil }, { value: evil, label: evil }, { href: evil, label: evil }],
      "",
    );
    expect(html).not.toContain("<b ");
    expect(html).not.toContain(`"x(`);
    expect(html.match(/&lt;b onclick=&quot;x\(&#39;y&#39;\)&quot;&gt;&amp;/g)).toHaveLength(6);
  });
});

describe.each(LOCALES)("letters about a family in %s", (locale) => {
  const invitation = {
    inviter: "Anna-Märta O’Neil Jr. الراوي",
    link: "https://ankomst.example/sv/join/abc",
    // An hour before midnight in UTC: the next day in Stockholm.
    expiresAt: new Date("2026-12-22T23:05:00Z"),
    isReminder: false,
  };

  it("invite by a name and a link, and say until when", async () => {
    const letter = await familyInvitationLetter(locale, invitation);
    expect(letter.text).toContain(`\u2066${invitation.inviter}\u2069`);
    expect(letter.text).toContain(invitation.link);
    expect(letter.text).toMatch(/23 december 2026/i);
    expect(letter.subject).not.toContain("Anna");
  });

  it.each([
    "Win at evil.example",
    "https://evil.example/",
    "evil.example",
    "call +46 70 123 45 67",
    "<b>Rao</b>",
    "a".repeat(81),
  ])("leave out a name that is none: %s", async (inviter) => {
    const { text, html } = await familyInvitationLetter(locale, { ...invitation, inviter });
    expect(text).not.toContain(inviter);
    expect(html).not.toContain("evil");
  });

  it("are whole, the first, the reminder and the one about a link that ran out", async () => {
    const letters = [
      await familyInvitationLetter(locale, invitation),
      await familyInvitationLetter(locale, { ...invitation, isReminder: true }),
      await familyInvitationExpiredLetter(locale, { name: "Sam", link: "https://ankomst.example/" }),
    ];
    expect(new Set(letters.map(({ subject }) => subject)).size).toBe(3);
    for (const { subject, text, html } of letters) {
      expect(`${subject}\n${text}\n${html}`).not.toMatch(
        /\b(email|familyInvitation\w*)\.[a-z]|undefined|\{|\}/,
      );
    }
  });
});
