import "@/lib/documents/fixtures/test-database";
import "@/lib/documents/fixtures/test-folder";
import { mkdtempSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import {
  asAuthority,
  askFor,
  type Case,
  inDays,
  lettersTo,
  submittedCase,
} from "@/lib/authority/fixtures/submitted-case";
import { db } from "@/lib/db/client";
import { issueDecision } from "@/lib/decisions/issue";
import { acknowledgeDecision, openDecision } from "@/lib/decisions/receiving";
import { env } from "@/lib/env";
import { swedishDay } from "@/lib/i18n/swedish-time";
import { sweepReminders } from "./reminders";
import { sendSomethingNew } from "./tell";

const noon = (day: string) => new Date(`${day}T11:00:00Z`);
const sweepOn = ({ applicationId }: Case, days: number) => sweepReminders(noon(inDays(days)), applicationId);

/** How many reminders have gone out by so many days from now, when the sweep runs each day, and twice. */
async function remindersBy(own: Case, days: readonly number[]): Promise<number[]> {
  const counts: number[] = [];
  for (const day of days) {
    await Promise.all([sweepOn(own, day), sweepOn(own, day)]);
    counts.push(await lettersTo(own, "waiting"));
  }
  return counts;
}

describe("reminders of a request", () => {
  it("come 7 and 2 days before its last day, each once", async () => {
    const own = await submittedCase();
    await askFor(own, inDays(14));
    expect(await remindersBy(own, [0, 6, 7, 8, 11, 12, 13, 14, 15])).toEqual([0, 0, 1, 1, 1, 2, 2, 2, 2]);
  });

  it("leave out the one whose day had passed when it was asked for", async () => {
    const own = await submittedCase();
    await askFor(own, inDays(5));
    expect(await remindersBy(own, [0, 2, 3, 5])).toEqual([0, 0, 1, 1]);
  });

  it("come as one after the worker was away", async () => {
    const own = await submittedCase();
    await askFor(own, inDays(14));
    expect(await remindersBy(own, [13, 14])).toEqual([1, 1]);
  });

  it("follow the Swedish day, also in its night", async () => {
    const own = await submittedCase();
    await askFor(own, inDays(14));
    const { applicationId } = own;
    await sweepReminders(new Date(`${inDays(6)}T21:59:00Z`), applicationId);
    expect(await lettersTo(own, "waiting")).toBe(0);
    await sweepReminders(new Date(`${inDays(6)}T23:01:00Z`), applicationId);
    expect(await lettersTo(own, "waiting")).toBe(1);
  });
});

describe("reminders of a decision", () => {
  const decide = (own: Case) =>
    asAuthority(own, (client, application) =>
      issueDecision(client, application, {
        ...{ outcome: "granted", reasons: "All is met", decidedOn: swedishDay() },
        ...{ validFrom: inDays(30), validUntil: inDays(400) },
      }),
    );

  it("come after 3, 7 and 14 days, until it was received", async () => {
    const own = await submittedCase();
    await decide(own);
    expect(await remindersBy(own, [0, 2, 3, 4, 7, 13, 14, 15, 60])).toEqual([0, 0, 1, 1, 2, 2, 3, 3, 3]);
  });

  it("end when it was received", async () => {
    const own = await submittedCase();
    await decide(own);
    const { userId, applicationId } = own;
    const { sha256 } = await openDecision(userId, applicationId);
    await acknowledgeDecision(userId, applicationId, sha256);
    expect(await remindersBy(own, [3, 7, 14])).toEqual([0, 0, 0]);
  });
});

describe("the letter", () => {
  it.each(["new", "waiting"] as const)("that something is %s says that, and never what", async (kind) => {
    process.env.DATA_DIR = mkdtempSync(path.join(env().DATA_DIR, "mail-"));
    const own = await submittedCase();
    await askFor(own);
    const user = await db().user.update({ where: { id: own.userId }, data: { locale: "sv" } });
    await sendSomethingNew({ applicationId: own.applicationId, kind });
    const folder = path.join(env().DATA_DIR, "mail");
    const letters = readdirSync(folder).map((name) =>
      readFileSync(path.join(folder, name), "utf8").replaceAll(/=\r?\n/g, ""),
    );
    const letter = letters.find((one) => one.includes(user.email) && one.includes(own.reference)) ?? "";
    expect(letter).toContain(`/sv/applications/${own.applicationId}`);
    expect(letter).not.toMatch(/admission|missing|complement|beslut|Rao/i);
  });
});
