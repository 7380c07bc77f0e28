import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { simpleParser } from "mailparser";

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

/** The newest letter to an address that arrived since a moment and holds a text. Throws after ten seconds without one. */
export async function mailTo(address: string, since: Date, text = "", data = dataFolder()): Promise<Mail> {
  for (let attempt = 0; attempt < 100; attempt++) {
    const found = (await mailsTo(address, data)).find(
      (mail) => mail.date.getTime() >= since.getTime() - CLOCK_SKEW_MS && mail.text.includes(text),
    );
    if (found) return found;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`No mail to ${address}`);
}

/** The six digits in a letter with a code. */
export function codeIn({ text }: Mail): string {
  const code = /(?<!\d)(\d{3})[\s-]?(\d{3})(?!\d)/.exec(text);
  if (!code) throw new Error("No code in the letter");
  return `${code[1]}${code[2]}`;
}
