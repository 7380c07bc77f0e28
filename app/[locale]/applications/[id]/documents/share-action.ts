"use server";

import { openSharing, shareDocument, stopSharing } from "@/lib/families/sharing";
import { runFamilyAction } from "../family/run-action";
import { shareField } from "./share-field";

const MOST = 50;

/** Gives and takes back copies of one file, so that exactly the members who are ticked have one. */
export async function shareAction(form: FormData): Promise<void> {
  const documentId = String(form.get("document") ?? "").slice(0, 100);
  const ticked = form.getAll(shareField(documentId)).map(String).slice(0, MOST);
  await runFamilyAction(form, {
    page: () => "documents",
    act: async ({ user, applicationId, base }) => {
      const { documents, members } = await openSharing(user.id, applicationId);
      const file = documents.find(({ id }) => id === documentId);
      const has = file?.sharedWith ?? [];
      // Of whoever has sent theirs, nothing can be given or taken.
      const open = members.filter(({ canReceive }) => canReceive).map(({ id }) => id);
      const stopped = open.filter((id) => has.includes(id) && !ticked.includes(id));
      const given = ticked.filter((id) => !has.includes(id));
      if (stopped.length > 0) await stopSharing(user.id, applicationId, documentId, stopped);
      if (given.length > 0) await shareDocument(user.id, applicationId, documentId, given);
      return `${base}/documents?shared=${encodeURIComponent(documentId)}#${file?.requirement ?? "main"}`;
    },
  });
}
