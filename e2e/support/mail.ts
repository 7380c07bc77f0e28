import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { simpleParser } from "mailparser";
import { LOCALES } from "@/lib/i18n/locales";
import { words } from "./words";

const dataFolder = () => process.env.E2E_FOLDER ?? "";

export type Mail = { subject: string; text: string; html: string; date: Date };

const CLOCK_SKEW_MS = 1_000;

/** Every letter to an address, the newest first. */
export async function mailsTo(address: string, data = dataFolder()): Promise<Mail[]> {
  const mails: Mail[] = [];
  const folder = path.join(data, "mail");
  if (!existsSync(folder)) return [];
  for (const name of readdirSync(folder, { encoding: "utf8" }).sort().reverse()) {
    const source = readFileSync(path.join(folder, name), "utf8");
    if (!source.includes(address)) continue;
    const mail = await simpleParser(source);
    const to = Array.isArray(mail.to) ? mail.to[0] : mail.to;
    if (to?.value[0]?.address !== address) continue;
    const { subject = "", text = "", html, date = new Date(0) } = mail;
    mails.push({ subject, text, html: html || "", date });
  }
  return mails;
}

type Wanted = { since: Date; data: string; is: (mail: Mail) => boolean };

/** The newest letter of the wanted kind. Throws after ten seconds without one. */
async function newest(address: string, { since, data, is }: Wanted): Promise<Mail> {
  for (let attempt = 0; attempt < 100; attempt++) {
    const found = (await mailsTo(address, data)).find(
      (mail) => mail.date.getTime() >= since.getTime() - CLOCK_SKEW_MS && is(mail),
    );
    if (found) return found;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`No mail to ${address}`);
}

/** The newest letter to an address that arrived since a moment and holds a text. */
export const mailTo = (address: string, since: Date, text = "", data = dataFolder()): Promise<Mail> =>
  newest(address, { since, data, is: (mail) => mail.text.includes(text) });

const CODE_SUBJECTS = LOCALES.map((locale) => words(locale, "email", "code.subject"));

/** The newest letter with a code, whatever else came meanwhile. */
export const codeMailTo = (address: string, since: Date, data = dataFolder()): Promise<Mail> =>
  newest(address, { since, data, is: ({ subject }) => CODE_SUBJECTS.includes(subject) });

/** The six digits in a letter with a code. */
export function codeIn({ text }: Mail): string {
  const code = /(?<!\d)(\d{3})[\s-]?(\d{3})(?!\d)/.exec(text);
  if (!code) throw new Error("No code in the letter");
  return `${code[1]}${code[2]}`;
}
