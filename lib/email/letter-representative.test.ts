import { describe, expect, it, vi } from "vitest";
import type { Locale } from "@/lib/i18n/locales";
import { representativeInvitationLetter } from "./letter-representative-invitation";
import { representativeNewsLetter } from "./letter-representative-news";
import { representativeStartedLetter } from "./letter-representative-started";

vi.mock("@/lib/i18n/messages", () => ({
  messagesFor: async (locale: Locale) => ({
    email: (await import(`../../messages/${locale}/email.json`)).default,
  }),
}));

const NEWS = ["accepted", "declined", "let-in", "left", "open", "ended"] as const;
const link = "https://ankomst.example/sv/represent/abc";
const invitation = { personName: "Asha Rao", name: "Anna Ek", link, until: new Date("2026-12-22T23:30:00Z") };
const started = { name: "Anna Ek", email: "anna@example.com", link };

describe.each(["sv", "en"] as const)("letters about representatives in %s", (locale) => {
  const lettersOf = () =>
    Promise.all([
      representativeInvitationLetter(locale, invitation),
      representativeStartedLetter(locale, started),
      ...NEWS.map((news) => representativeNewsLetter(locale, { news, name: "Anna Ek", link })),
    ]);

  it("are whole: no key, no placeholder, the link, nothing to load", async () => {
    for (const { subject, text, html } of await lettersOf()) {
      expect(`${subject}\n${text}\n${html}`).not.toMatch(/\brepresentative\.|undefined|\{|\}/);
      expect(text).toContain(link);
      expect(html).not.toMatch(/<img|<link|<script|url\(|src=/);
    }
  });

  it("say who asks, and the last day in Sweden", async () => {
    const { subject, text } = await representativeInvitationLetter(locale, invitation);
    expect(subject).toContain("\u2066Asha Rao\u2069");
    expect(text).toContain("\u2066Anna Ek\u2069");
    expect(text).toMatch(/23 december 2026/i);
  });

  it("say who started an application, with the address that they proved", async () => {
    const { subject, text } = await representativeStartedLetter(locale, started);
    expect(subject).toContain("Anna Ek");
    expect(text).toContain("\u2066anna@example.com\u2069");
  });

  it("are each their own", async () => {
    const subjects = (await lettersOf()).map(({ subject }) => subject);
    expect(new Set(subjects).size).toBe(subjects.length);
  });
});
