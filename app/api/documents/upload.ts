import { isFromThisSite, seeOther } from "@/lib/accounts/same-site";
import { currentUser, signInPath } from "@/lib/accounts/sessions";
import { addDocument, type DocumentRow, replaceDocument } from "@/lib/documents/documents";
import type { Received } from "@/lib/documents/incoming";
import { isRequirement, type Requirement } from "@/lib/documents/requirement";
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
import { type Refusal, tellOnPage } from "./outcome";
import { refusalOf, refusalProblem, refusalWords } from "./refusals";
import { lastLocale, wantsJson } from "./request";

type Place = { userId: string; applicationId: string };
type Result = { requirement: string; documents: DocumentRow[]; refused: Refusal[] };

/** Where files go, and who may send them there. */
export type UploadTarget = {
  /** Of the application or representation in the address. */
  id: string;
  /** Throws AppError `not-found` or `not-a-draft` for whoever may not. */
  open(userId: string): Promise<Place>;
  /** The page to come back to from signing in, without its language. */
  signInFor: string;
  /** Keeps a file otherwise than as one of a draft's. */
  add?(place: Place, file: { fileName: string; received: Received }): Promise<DocumentRow>;
  /** What files are for, where the form has no say in it; then none is replaced either. */
  only?: Requirement;
  /** The page that tells a plain form what came of it, without its language; that of the documents where none is given. */
  page?(requirement: string): string | undefined;
};

async function openForm(request: Request): Promise<UploadRequest> {
  const type = request.headers.get("content-type") ?? "";
  if (!/^multipart\/form-data\b/i.test(type) || !request.body) throw new AppError("not-a-form");
  if (Number(request.headers.get("content-length") ?? 0) > MAX_REQUEST_BYTES) {
    throw requestTooLarge();
  }
  return readUpload(request.body, type);
}

/** Stores what arrived, each file for itself. The first one that is taken stands in for the one to be replaced. */
async function storeAll(
  place: Place,
  { fields, files }: UploadRequest,
  { only, add }: UploadTarget,
): Promise<Result> {
  const requirement = only ?? fields.get("requirement");
  if (!isRequirement(requirement)) throw new AppError("unknown-requirement");
  if (files.length === 0) throw new AppError("no-file");
  let replaces = only ? undefined : fields.get("replaces");
  const store = (file: UploadedFile): Promise<DocumentRow> => {
    if ("refused" in file) throw file.refused;
    const { name: fileName, received } = file;
    if (add) return add(place, { fileName, received });
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
async function answerFailure(
  error: unknown,
  request: Request,
  locale: Locale,
  { id, only, page }: UploadTarget,
): Promise<Response> {
  const refusal = refusalOf(error);
  const requirement = only ?? "";
  const isForProgram = wantsJson(request) || refusal.code === "not-found";
  const outcome = { id, requirement, stored: 0, removed: false, refused: [refusal] };
  const response = isForProgram
    ? await refusalProblem(refusal, locale)
    : tellOnPage(locale, outcome, page?.(requirement));
  if (CUT_OFF.has(refusal.code)) response.headers.set("connection", "close");
  return response;
}

/**
 * Takes a multipart form with `requirement`, `locale`, `replaces` (the id of a file that the first one stands in for) and
 * one or more files under any name. 201 `{ documents, refused }`, or a problem document when none was taken; a plain form
 * is sent back to the page, which tells the same. A form that does not arrive whole changes nothing.
 */
export async function takeUpload(request: Request, target: UploadTarget): Promise<Response> {
  if (!isFromThisSite(request)) return problem(403, "wrong-origin");
  let locale = await lastLocale();
  try {
    const user = await currentUser();
    if (!user && wantsJson(request)) throw new AppError("not-signed-in");
    if (!user) return seeOther(signInPath(`/${locale}${target.signInFor}`));
    const place = await target.open(user.id);
    return await withUploadSlot(user.id, async () => {
      const form = await openForm(request);
      try {
        const chosen = form.fields.get("locale");
        if (isLocale(chosen)) locale = chosen;
        const result = await storeAll(place, form, target);
        if (wantsJson(request)) return await answerJson(result, locale);
        const { requirement, documents, refused } = result;
        const outcome = { id: target.id, requirement, stored: documents.length, removed: false, refused };
        return tellOnPage(locale, outcome, target.page?.(requirement));
      } finally {
        await discardAll(form.files);
      }
    });
  } catch (error) {
    return answerFailure(error, request, locale, target);
  }
}
