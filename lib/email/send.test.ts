import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import net from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Letter } from "./letter";
import { sendEmail } from "./send";

const settings = vi.hoisted(() => ({
  DATA_DIR: "",
  MAIL_FROM: "Ankomst <no-reply@ankomst.example>",
  SMTP_URL: undefined as string | undefined,
}));
vi.mock("@/lib/env", () => ({ env: () => settings }));

settings.DATA_DIR = mkdtempSync(path.join(tmpdir(), "ankomst-mail-"));
afterAll(() => rmSync(settings.DATA_DIR, { recursive: true }));

const letter: Letter = {
  subject: "Din kod",
  text: "Koden är 123456.\n",
  html: "<p>Koden är 123456.</p>",
  essence: "123456",
};

type Sink = { url: string; lines: string[]; close: () => void };

/** A mail server of the smallest kind, which writes down what it is told; `answers` replaces its answers to a command. */
async function smtpSink(answers: Record<string, string> = {}): Promise<Sink> {
  const lines: string[] = [];
  const answer = (line: string) =>
    answers[line.slice(0, 4).toUpperCase()] ?? (line.startsWith("DATA") ? "354 go on" : "250 ok");
  const server = net.createServer((socket) => {
    let isData = false;
    let rest = "";
    socket.write("220 sink\r\n");
    socket.on("error", () => {});
    socket.on("data", (chunk) => {
      const parts = (rest + chunk.toString("utf8")).split("\r\n");
      rest = parts.pop() ?? "";
      for (const line of parts) {
        lines.push(line);
        if (isData && line !== ".") continue;
        const reply = isData ? "250 taken" : answer(line);
        isData = reply.startsWith("354");
        socket.write(`${reply}\r\n`);
        if (line === "QUIT") socket.end();
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as net.AddressInfo;
  return { url: `smtp://127.0.0.1:${port}`, lines, close: () => server.close() };
}

const said: string[] = [];
beforeEach(() => {
  said.length = 0;
  vi.spyOn(process.stdout, "write").mockImplementation((text) => said.push(String(text)) > 0);
});
afterEach(() => {
  settings.SMTP_URL = undefined;
  rmSync(path.join(settings.DATA_DIR, "mail"), { recursive: true, force: true });
});

const written = () => {
  const folder = path.join(settings.DATA_DIR, "mail");
  return readdirSync(folder).map((name) => ({ name, file: path.join(folder, name) }));
};
const headersOf = (mail: string) =>
  (mail.split("\r\n\r\n")[0] ?? "").replace(/\r\n[ \t]+/g, " ").split("\r\n");

describe("letters without a mail server", () => {
  it("go into a folder that nobody else reads, and to the console", async () => {
    await sendEmail("anna@example.se", letter);
    const [mail] = written();
    expect(mail?.name).toMatch(/^\d{4}-\d\d-\d\dT[\d-]+\.\d{3}Z-[0-9a-f]{8}-[0-9a-f]{4}\.eml$/);
    expect(statSync(mail?.file ?? "").mode & 0o777).toBe(0o600);
    const text = readFileSync(mail?.file ?? "", "utf8");
    expect(headersOf(text)).toEqual(
      expect.arrayContaining([
        "From: Ankomst <no-reply@ankomst.example>",
        "To: anna@example.se",
        "Subject: Din kod",
        "Auto-Submitted: auto-generated",
        expect.stringMatching(/^Message-ID: <[^@]+@ankomst\.example>$/),
        expect.stringMatching(/^Content-Type: multipart\/alternative/),
      ]),
    );
    expect(headersOf(text).some((header) => header.startsWith("List-"))).toBe(false);
    expect(text).toContain("Content-Type: text/plain; charset=utf-8");
    expect(text).toContain("Content-Type: text/html; charset=utf-8");
    expect(said).toHaveLength(1);
    expect(said[0]).toContain("Din kod: 123456\n");
    expect(said[0]).not.toContain("anna@");
  });

  it("get files of their own, also when two leave at once", async () => {
    await Promise.all([sendEmail("anna@example.se", letter), sendEmail("anna@example.se", letter)]);
    expect(written()).toHaveLength(2);
  });
});

describe("letters over SMTP", () => {
  it("reach the server, and nothing is written here", async () => {
    const sink = await smtpSink();
    settings.SMTP_URL = sink.url;
    await sendEmail("anna@example.se", letter);
    sink.close();
    expect(sink.lines).toContain("MAIL FROM:<no-reply@ankomst.example>");
    expect(sink.lines.filter((line) => line.startsWith("RCPT"))).toEqual(["RCPT TO:<anna@example.se>"]);
    expect(sink.lines).toContain("Auto-Submitted: auto-generated");
    expect(said).toEqual([]);
    expect(() => written()).toThrow("ENOENT");
  });

  it.each([
    ["refuses the recipient", { RCPT: "550 no such user" }],
    ["refuses the letter", { DATA: "554 no" }],
    ["is not ready", { EHLO: "421 later", HELO: "421 later" }],
  ])("fail when the server %s", async (_, answers) => {
    const sink = await smtpSink(answers);
    settings.SMTP_URL = sink.url;
    await expect(sendEmail("anna@example.se", letter)).rejects.toThrow();
    sink.close();
  });

  it("fail when nobody answers, or when the address asks for a TLS that is not there", async () => {
    settings.SMTP_URL = "smtp://127.0.0.1:1";
    await expect(sendEmail("anna@example.se", letter)).rejects.toThrow();
    const sink = await smtpSink({ STAR: "502 no TLS here" });
    settings.SMTP_URL = `${sink.url}?requireTLS=true`;
    await expect(sendEmail("anna@example.se", letter)).rejects.toThrow(/TLS/i);
    sink.close();
    expect(sink.lines.some((line) => line.startsWith("MAIL"))).toBe(false);
  });
});

describe("headers of a letter", () => {
  it.each([
    ["anna@example.se\r\nBcc: eve@example.com"],
    ["anna@example.se, eve@example.com"],
    ["anna@example.se;eve@example.com"],
    ["Anna <anna@example.se>"],
    ["group: anna@example.se"],
    [`${"a".repeat(260)}@example.se`],
    ["anna"],
    [""],
  ])("take no more than one address: %j", async (to) => {
    await expect(sendEmail(to, letter)).rejects.toThrow("Not one email address.");
  });

  it("take no further header in the subject", async () => {
    await sendEmail("anna@example.se", { ...letter, subject: "A\r\nBcc: eve@example.com\r\n\r\nB" });
    const headers = headersOf(readFileSync(written()[0]?.file ?? "", "utf8"));
    expect(headers).toContain("Subject: A Bcc: eve@example.com B");
    expect(headers.some((header) => header.startsWith("Bcc"))).toBe(false);
  });
});
