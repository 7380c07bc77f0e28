import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { simpleParser } from "mailparser";

const folder = () => path.join(process.env.E2E_FOLDER ?? "", "mail");

export type Mail = { subject: string; text: string; html: string };

/** The newest letter to an address that arrived since a moment. Throws after ten seconds without one. */
export async function mailTo(address: string, since: Date): Promise<Mail> {
  for (let attempt = 0; attempt < 100; attempt++) {
    const names = readdirSync(folder(), { encoding: "utf8" }).sort().reverse();
    for (const name of names) {
      const mail = await simpleParser(readFileSync(path.join(folder(), name)));
      const to = Array.isArray(mail.to) ? mail.to[0] : mail.to;
      if (
        to?.value[0]?.address === address &&
        (mail.date ?? new Date(0)) >= new Date(since.getTime() - 1_000)
      ) {
        return { subject: mail.subject ?? "", text: mail.text ?? "", html: mail.html || "" };
      }
    }
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
