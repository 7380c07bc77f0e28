import { isFromThisSite, seeOther } from "@/lib/accounts/same-site";
import { currentUser, signInPath } from "@/lib/accounts/sessions";
import { requireOwnApplication } from "@/lib/applications/access";
import { addDocument, type DocumentRow, replaceDocument } from "@/lib/documents/documents";
import { isRequirement } from "@/lib/documents/requirement";
import {
  discardAll,
  MAX_REQUEST_BYTES,
  readUpload,
  requestTooLarge,
  type UploadedFile,
  type UploadRequest,
} from "@/lib/documents/upload-request";
import { withUploadSlot } from "@/lib/documents/upload-slots";
import { AppError } from "@/lib/errors";
import { problem } from "@/lib/http/problem";
import { isLocale, type Locale } from "@/lib/i18n/locales";
import { type Refusal, tellOnPage } from "../../../documents/outcome";
import { refusalOf, refusalProblem, refusalWords } from "../../../documents/refusals";
import { lastLocale, wantsJson } from "../../../documents/request";

type Context = { params: Promise<{ id: string }> };
type Place = { userId: string; applicationId: string };
type Result = { requirement: string; documents: DocumentRow[]; refused: Refusal[] };

async function openForm(request: Request): Promise<UploadRequest> {
  const type = request.headers.get("content-type") ?? "";
  if (!/^multipart\/form-data\b/i.test(type) || !request.body) throw new AppError("not-a-form");
  if (Number(request.headers.get("content-length") ?? 0) > MAX_REQUEST_BYTES) {
    throw requestTooLarge();
  }
  return readUpload(request.body, type);
}

/** Stores what arrived, each file for itself. The first one that is taken stands in for the one to be replaced. */
async function storeAll(place: Place, { fields, files }: UploadRequest): Promise<Result> {
  const requirement = fields.get("requirement");
  if (!isRequirement(requirement)) throw new AppError("unknown-requirement");
  if (files.length === 0) throw new AppError("no-file");
  let replaces = fields.get("replaces");
  const store = (file: UploadedFile): Promise<DocumentRow> => {
    if ("refused" in file) throw file.refused;
    const { name: fileName, received } = file;
    if (replaces) return replaceDocument({ ...place, documentId: replaces, fileName, received });
    return addDocument({ ...place, requirement, fileName, received });
  };
  const result: Result = { requirement, documents: [], refused: [] };
  for (const file of files) {
    try {
      result.documents.push(await store(file));
      replaces = undefined;
    } catch (error) {
      result.refused.push(refusalOf(error, file.name));
    }
  }
  return result;
}

async function answerJson({ documents, refused }: Result, locale: Locale): Promise<Response> {
  const words = await refusalWords(locale);
  const told = refused.map((refusal) => ({ ...refusal, detail: words(refusal) }));
  const [first] = refused;
  if (documents.length === 0 && first) return refusalProblem(first, locale, { refused: told });
  return Response.json(
    { documents, refused: told },
    { status: 201, headers: { "cache-control": "no-store" } },
  );
}

/** What the sender is still sending then is not read: the connection ends with the answer. */
const CUT_OFF = new Set(["too-slow", "request-too-large"]);

/** What concerns the whole request. A person's form leads back to the page; what is not theirs has no page. */
async function answerFailure(error: unknown, request: Request, locale: Locale, applicationId: string) {
  const refusal = refusalOf(error);
  const isForProgram = wantsJson(request) || refusal.code === "not-found";
  const response = isForProgram
    ? await refusalProblem(refusal, locale)
    : tellOnPage(locale, { applicationId, requirement: "", stored: 0, removed: false, refused: [refusal] });
  if (CUT_OFF.has(refusal.code)) response.headers.set("connection", "close");
  return response;
}

/**
 * Adds files to a draft: a multipart form with `requirement`, `locale`, `replaces` (the id of a file that the first one
 * stands in for) and one or more files under any name. 201 `{ documents, refused }`, or a problem document when none was
 * taken; a plain form is sent back to the page, which tells the same. A form that does not arrive whole changes nothing.
 */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  if (!isFromThisSite(request)) return problem(403, "wrong-origin");
  const { id } = await params;
  let locale = await lastLocale();
  try {
    const user = await currentUser();
    if (!user && wantsJson(request)) throw new AppError("not-signed-in");
    if (!user) return seeOther(signInPath(`/${locale}/applications/${encodeURIComponent(id)}/documents`));
    const application = await requireOwnApplication(user.id, id);
    if (application.state !== "draft") throw new AppError("not-a-draft");
    const place = { userId: user.id, applicationId: application.id };
    return await withUploadSlot(user.id, async () => {
      const form = await openForm(request);
      try {
        const chosen = form.fields.get("locale");
        if (isLocale(chosen)) locale = chosen;
        const result = await storeAll(place, form);
        if (wantsJson(request)) return await answerJson(result, locale);
        const { requirement, documents, refused } = result;
        return tellOnPage(locale, {
          ...place,
          requirement,
          stored: documents.length,
          removed: false,
          refused,
        });
      } finally {
        await discardAll(form.files);
      }
    });
  } catch (error) {
    return answerFailure(error, request, locale, id);
  }
}
