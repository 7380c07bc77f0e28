import { describe, expect, it, vi } from "vitest";
import type { Locale } from "@/lib/i18n/locales";
import { hostLinkLetter } from "./letter-host-link";

vi.mock("@/lib/i18n/messages", () => ({
  messagesFor: async (locale: Locale) => ({
    email: (await import(`../../messages/${locale}/email.json`)).default,
  }),
}));

const given = {
  host: "Göteborgs universitet <GU>",
  link: "https://ankomst.example/sv/link/abc",
  // An hour before midnight in UTC: the next day in Sweden.
  expiresAt: new Date("2027-01-31T23:00:00Z"),
};

describe.each(["sv", "en"] as const)("a host's letter in %s", (locale) => {
  it("names the host, holds the link and the last day in Sweden, and tells nothing else", async () => {
    const { subject, text, html } = await hostLinkLetter(locale, given);
    expect(subject).toContain(given.host);
    expect(text).toContain(given.link);
    expect(text).toMatch(/1 februar[iy] 2027/i);
    expect(html).toContain("Göteborgs universitet &lt;GU&gt;");
    expect(`${subject}${text}`).not.toMatch(/email\.|undefined|[{}]/);
  });
});
