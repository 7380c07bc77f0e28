import { Readable } from "node:stream";
import type { Transaction } from "@/lib/db/client";
import { type DecisionFile, issueDecision } from "@/lib/decisions/issue";
import { type Stored, store } from "@/lib/documents/documents";
import { discard, type Received, receive } from "@/lib/documents/incoming";
import { type Answer, answeredBefore, answerOnce, type Call } from "./calls";
import { findCase, lockCase } from "./cases";
import type { Judgment } from "./schemas";
import { inTransaction } from "./transaction";

async function issue(
  client: Transaction,
  reference: string,
  judgment: Judgment,
  file?: DecisionFile,
): Promise<Answer> {
  const application = await lockCase(client, reference);
  const { file: _, ...decided } = judgment;
  const { id, sha256, at } = await issueDecision(client, application, decided, file);
  return { status: 201, body: { id, sha256, at } };
}

const fileOf = (fileName: string, { sizeBytes, sha256 }: Received, stored: Stored): DecisionFile => ({
  ...{ fileName, sizeBytes, sha256 },
  ...stored,
});

/**
 * Delivers a decision, with its file where there is one, once for each call. Throws `AppError`: what `issueDecision` and, for the
 * file, `inspect` and `receive` throw.
 */
export async function deliverDecision(reference: string, judgment: Judgment, call: Call): Promise<Answer> {
  const before = await answeredBefore(call);
  if (before) return before;
  await findCase(reference);
  const { file } = judgment;
  if (!file) {
    return inTransaction((client) => answerOnce(client, call, () => issue(client, reference, judgment)));
  }
  const received = await receive(Readable.from([Buffer.from(file.base64, "base64")]));
  try {
    // Should the same call have been done meanwhile, these bytes are orphans, which `removeOrphans` finds.
    return await store(received, (client, stored) =>
      answerOnce(client, call, () =>
        issue(client, reference, judgment, fileOf(file.fileName, received, stored)),
      ),
    );
  } finally {
    await discard(received);
  }
}
