import type { Transaction } from "@/lib/db/client";
import { isoDay } from "@/lib/db/iso-day";
import { env } from "@/lib/env";
import { signed } from "./signing-key";

/** Where the authority reaches us; also the audience of its tokens. */
export const authorityApi = (): string => `${env().APP_URL.replace(/\/+$/, "")}/api/authority/v1`;

const TYPE = "ankomst-submission+jws";

export type Package = { reference: string; body: string };

/**
 * A submission as it is delivered: a compact JWS of JSON with everything that was submitted and, of the files, their
 * checksums and the addresses where the authority fetches them. Null where the submission was deleted.
 */
export async function packageOf(client: Transaction, submissionId: string): Promise<Package | null> {
  const submission = await client.submission.findUnique({
    where: { id: submissionId },
    include: {
      application: { select: { reference: true, membership: { select: { family: true, state: true } } } },
    },
  });
  if (!submission) return null;
  const { reference, membership } = submission.application;
  const content = JSON.parse(submission.content);
  const body = JSON.stringify({
    version: 1,
    ...{ reference, submissionId, content, sha256: submission.sha256 },
    group: membership?.family.reference ?? null,
    assessment: submission.assessment,
    law: isoDay(submission.law),
    locale: submission.locale,
    arrivedAt: submission.arrivedAt.toISOString(),
    documents: content.documents.map((document: { id: string }) => ({
      ...document,
      url: `${authorityApi()}/documents/${document.id}`,
    })),
  });
  return { reference, body: await signed(body, TYPE) };
}
