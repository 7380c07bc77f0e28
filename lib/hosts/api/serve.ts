import type { Prisma } from "@/lib/db/generated/client";
import { swedishDay } from "@/lib/i18n/swedish-time";
import { createLinks, type LinkLine } from "../create-links";
import { linkNamed, listLinks, withdrawLink } from "../list-links";
import { createNotices, retractNotice } from "../notices";
import { linkUrl } from "../open-link";
import { replaceKeys } from "../replace-keys";
import type { HostAnswer, HostCall } from "./host-route";
import { once } from "./once";
import { createLinksQuery, listLinksQuery, readQuery } from "./queries";
import { readJson, readLines } from "./read-lines";

const MAX_LINKS = 10_000;
const MAX_NOTICES = 1_000;
const DAY_MS = 24 * 60 * 60 * 1_000;

/** The last moment, or in winter the last but an hour, of a day in Sweden: people are told the day, that day included. */
const endOfDay = (moment: Date): Date => new Date(`${swedishDay(moment)}T21:59:59Z`);

/** Results line by line, and how many of each kind there are. */
function counted<L extends { state: string }>(results: L[]) {
  const counts: Record<string, number> = {};
  for (const { state } of results) counts[state] = (counts[state] ?? 0) + 1;
  return { counts, results };
}

/** Adds the addresses, which are not kept with the answer. */
const withUrls = (stored: Prisma.JsonValue) => {
  const { results, ...rest } = stored as unknown as { results: LinkLine[] };
  return {
    ...rest,
    results: results.map((line) => (line.state === "error" ? line : { ...line, url: linkUrl(line.id) })),
  };
};

export function serveCreateLinks(call: HostCall): Promise<HostAnswer> {
  const { notify, expiresInDays } = readQuery(createLinksQuery, call.url);
  const lines = readLines(call, { max: MAX_LINKS, csv: true });
  const expiresAt = endOfDay(new Date(Date.now() + expiresInDays * DAY_MS));
  const hostCode = call.host.code;
  return once(
    call,
    async (client) => {
      const results = await createLinks(client, { hostCode, lines, expiresAt, notify: notify === "true" });
      return { status: 200, body: counted(results) };
    },
    withUrls,
  );
}

export async function serveListLinks({ host, url }: HostCall): Promise<HostAnswer> {
  const { since, subjectRef, cursor, limit } = readQuery(listLinksQuery, url);
  const filter = {
    limit,
    ...(since !== undefined && { since: new Date(since) }),
    ...(subjectRef !== undefined && { subjectRef }),
    ...(cursor !== undefined && { cursor }),
  };
  return { status: 200, body: await listLinks(host.code, filter) };
}

export async function serveGetLink({ host, params }: HostCall): Promise<HostAnswer> {
  return { status: 200, body: await linkNamed(host.code, params.id ?? "") };
}

export async function serveWithdrawLink({ host, params }: HostCall): Promise<HostAnswer> {
  return { status: 200, body: await withdrawLink(host.code, params.id ?? "") };
}

export function serveCreateNotices(call: HostCall): Promise<HostAnswer> {
  const lines = readLines(call, { max: MAX_NOTICES, csv: false });
  return once(call, async (client) => ({
    status: 200,
    body: counted(await createNotices(client, call.host.code, lines)),
  }));
}

export async function serveRetractNotice({ host, params }: HostCall): Promise<HostAnswer> {
  return { status: 200, body: await retractNotice(host.code, params.id ?? "") };
}

export async function serveReplaceKeys(call: HostCall): Promise<HostAnswer> {
  return { status: 200, body: await replaceKeys(call.host, readJson(call), call.requestId) };
}
