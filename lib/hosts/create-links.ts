import { isDeepStrictEqual } from "node:util";
import type { Transaction } from "@/lib/db/client";
import type { HostLink } from "@/lib/db/generated/client";
import { enqueue } from "@/lib/jobs/queue";
import { type ClaimFault, type Claims, readClaims } from "./claims";
import { newLinkId } from "./link-id";
import { tokenHashOf } from "./open-link";

/** Rows in one statement; PostgreSQL takes 32 767 parameters. */
const ROWS = 1_000;
/** Letters in one job, so that a job that is tried again has little to look through. */
const LETTERS = 20;

/** What became of one line, without the link's token. */
export type LinkLine =
  | {
      index: number;
      subjectRef?: string;
      /** `existing`: the same was sent before; `updated`: the person had not opened it, and now it says what was sent last. */
      state: "created" | "existing" | "updated";
      id: string;
      expiresAt: string;
      /** A letter with the link is on its way, or was sent before. */
      isNotified: boolean;
    }
  | { index: number; subjectRef?: string; state: "error"; errors: ClaimFault[] };

export type CreateLinks = { hostCode: string; lines: readonly unknown[]; expiresAt: Date; notify: boolean };

/** A row of a table that has more or fewer cells than its head. */
export const UNEVEN_ROW = Symbol("uneven row");

type Known = Pick<HostLink, "id" | "state" | "claims" | "notifiedAt">;
type Written = { line: LinkLine & { id: string }; claims: Claims; isNew: boolean; wasNotified: boolean };
type Outcome = Written | { line: LinkLine & { state: "error" } };

const failed = (index: number, errors: ClaimFault[]): Outcome => ({
  line: { index, state: "error", errors },
});

function read(lines: readonly unknown[]): (Outcome | { index: number; claims: Claims })[] {
  const seen = new Set<string>();
  return lines.map((line, index) => {
    if (line === UNEVEN_ROW)
      return failed(index, [{ field: "", code: "invalid", detail: "Takes as many cells as the head has." }]);
    const reading = readClaims(line);
    if (!reading.ok) return failed(index, reading.faults);
    const { subjectRef } = reading.claims;
    if (subjectRef !== undefined && seen.has(subjectRef))
      return failed(index, [{ field: "subjectRef", code: "invalid", detail: "Is in an earlier line too." }]);
    if (subjectRef !== undefined) seen.add(subjectRef);
    return { index, claims: reading.claims };
  });
}

async function knownLinks(client: Transaction, hostCode: string, refs: readonly string[]) {
  const rows = await client.hostLink.findMany({
    where: { hostCode, subjectRef: { in: [...refs] }, tokenHash: { not: null }, state: { not: "withdrawn" } },
    select: { id: true, subjectRef: true, state: true, claims: true, notifiedAt: true },
  });
  return new Map<string | null, Known>(rows.map((row) => [row.subjectRef, row]));
}

/**
 * Once a person has looked at a link it is not changed any more, whether or not they accepted it: that is not the host's to
 * know.
 */
function write(index: number, claims: Claims, known: Known | undefined, until: Date): Outcome {
  const { subjectRef } = claims;
  const isSame = known !== undefined && isDeepStrictEqual(known.claims, claims);
  if (known && !isSame && known.state !== "created") {
    const detail = "The person has opened this link: withdraw it, and send another.";
    return failed(index, [{ field: "subjectRef", code: "invalid", detail }]);
  }
  const state = known ? (isSame ? "existing" : "updated") : "created";
  const id = known?.id ?? newLinkId();
  const wasNotified = known?.notifiedAt != null;
  const named = subjectRef === undefined ? { index } : { index, subjectRef };
  const line = { ...named, state, id, expiresAt: until.toISOString(), isNotified: wasNotified } as const;
  return { line, claims, isNew: !known, wasNotified };
}

const chunked = <T>(all: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(all.length / size) }, (_, chunk) =>
    all.slice(chunk * size, (chunk + 1) * size),
  );

async function store(client: Transaction, { hostCode, expiresAt }: CreateLinks, written: readonly Written[]) {
  for (const chunk of chunked(written, ROWS)) {
    const isNew = chunk.filter((one) => one.isNew);
    await client.hostLink.createMany({
      data: isNew.map(({ line: { id }, claims }) => {
        const { kind, subjectRef = null } = claims;
        return { id, hostCode, tokenHash: tokenHashOf(id), subjectRef, kind, claims, expiresAt };
      }),
    });
    const changed = chunk.filter(({ isNew }) => !isNew).map(({ line: { id }, claims }) => ({ id, claims }));
    await client.$executeRaw`
      UPDATE "HostLink" AS link SET
        claims = CASE WHEN link.state = 'created' THEN given->'claims' ELSE link.claims END,
        kind = CASE WHEN link.state = 'created' THEN given->'claims'->>'kind' ELSE link.kind END,
        "expiresAt" = ${expiresAt}, "updatedAt" = now()
      FROM jsonb_array_elements(${JSON.stringify(changed)}::jsonb) AS given
      WHERE link.id = (given->>'id')::uuid`;
  }
}

/** Letters go to those who have an address and no letter yet, in jobs of their own. */
async function notifyAll(client: Transaction, written: readonly Written[]): Promise<void> {
  const reachable = written.filter(({ claims, wasNotified }) => claims.person.email && !wasNotified);
  for (const { line } of reachable) if (line.state !== "error") line.isNotified = true;
  for (const batch of chunked(reachable, LETTERS))
    await enqueue(client, "send-host-links", { linkIds: batch.map(({ line }) => line.id) });
}

/**
 * Makes a link for each line, up to 10 000, and tells line by line what became of it; a line with faults stops none of the
 * others. A `subjectRef` that has a link keeps it. The caller has taken the host's turn, so that no two calls meet.
 */
export async function createLinks(client: Transaction, input: CreateLinks): Promise<LinkLine[]> {
  const readings = read(input.lines);
  const refs = readings.flatMap((one) => ("claims" in one && one.claims.subjectRef) || []);
  const known = await knownLinks(client, input.hostCode, refs);
  const outcomes = readings.map((one): Outcome => {
    if ("line" in one) return one;
    const before = one.claims.subjectRef === undefined ? undefined : known.get(one.claims.subjectRef);
    return write(one.index, one.claims, before, input.expiresAt);
  });
  const written = outcomes.flatMap((one) => ("claims" in one ? [one] : []));
  await store(client, input, written);
  if (input.notify) await notifyAll(client, written);
  return outcomes.map(({ line }) => line);
}
