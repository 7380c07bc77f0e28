import { fileBody, fileHeaders } from "@/app/api/documents/file-response";
import { openSentDocument } from "@/lib/authority/documents";
import { reads } from "../../authority-route";

/** A file that was submitted, or sent since, as it was given. */
export const GET = reads(async (_, { id = "" }) => {
  const { document, stream } = await openSentDocument(id);
  return new Response(fileBody(stream), { headers: fileHeaders(document, false) });
});
