import { createHash, randomUUID } from "node:crypto";
import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { createTransport } from "nodemailer";
import { env } from "@/lib/env";
import type { Letter } from "./letter";

const TIMEOUT_MS = 10_000;
/** One address and nothing else; what it is checked against before it becomes a header. */
const ADDRESS = /^[^\s,;:<>"()[\]\\@\p{Cc}]+@[^\s,;:<>"()[\]\\@\p{Cc}]+$/u;

const withoutControls = (text: string) => text.replace(/[\p{Cc}\u2028\u2029]+/gu, " ").trim();

function mailOf(to: string, { subject, text, html }: Letter) {
  if (to.length > 254 || !ADDRESS.test(to)) throw new Error("Not one email address.");
  return {
    from: env().MAIL_FROM,
    // As an object: a string would be read as a list of addresses.
    to: { name: "", address: to },
    subject: withoutControls(subject),
    text,
    html,
    headers: { "Auto-Submitted": "auto-generated", "X-Auto-Response-Suppress": "All" },
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}

async function sendOverSmtp(url: string, to: string, letter: Letter): Promise<void> {
  const transport = createTransport({
    url,
    connectionTimeout: TIMEOUT_MS,
    greetingTimeout: TIMEOUT_MS,
    socketTimeout: TIMEOUT_MS,
    dnsTimeout: TIMEOUT_MS,
  });
  try {
    await transport.sendMail(mailOf(to, letter));
  } finally {
    transport.close();
  }
}

function fileName(to: string, now: Date): string {
  const recipient = createHash("sha256").update(to).digest("hex").slice(0, 8);
  return `${now.toISOString().replaceAll(":", "-")}-${recipient}-${randomUUID().slice(0, 4)}.eml`;
}

async function writeToFolder(to: string, letter: Letter): Promise<void> {
  const transport = createTransport({ streamTransport: true, buffer: true, newline: "windows" });
  const { message } = await transport.sendMail(mailOf(to, letter));
  const folder = path.join(env().DATA_DIR, "mail");
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const file = path.join(folder, fileName(to, new Date()));
  await writeFile(file, message as Buffer, { mode: 0o600, flag: "wx" });
  process.stdout.write(`ankomst: mail in ${file}: ${withoutControls(letter.subject)}: ${letter.essence}\n`);
}

/**
 * Sends a letter to one address: over `SMTP_URL`, or where that is not set into the folder `mail` of `DATA_DIR` with a line on
 * the console. Returns when the server has taken it; throws when it has not within ten seconds a step. An address under
 * `.invalid` (RFC 2606) is that of a deleted account: nobody reads it, and nothing is sent.
 */
export async function sendEmail(to: string, letter: Letter): Promise<void> {
  const { SMTP_URL } = env();
  if (to.endsWith(".invalid")) return;
  await (SMTP_URL ? sendOverSmtp(SMTP_URL, to, letter) : writeToFolder(to, letter));
}
