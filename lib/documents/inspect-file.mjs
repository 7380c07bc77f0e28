// The thread that reads one file that somebody sent. All that is not trusted happens here: what it says is
// `{ mediaType, pages? }` or `{ refused: code }`, and whatever it throws means that the file is broken.
import { readFileSync } from "node:fs";
import { parentPort, workerData } from "node:worker_threads";
import { fileTypeFromBuffer } from "file-type";

/** A3 scanned at 600 dots an inch has 70 million. */
const MAX_PIXELS = 100_000_000;
const END_OF_ZIP = Buffer.from("PK\x05\x06", "latin1");
const END_OF_ZIP_BYTES = 22;
const MAX_ZIP_COMMENT_BYTES = 65_535;
const ZIP64_SIZE = 0xffffffff;
const PDF_READERS_LOOK_AT = 1_024;

const SIGNATURES = {
  "application/pdf": [0, Buffer.from("%PDF-", "latin1")],
  "image/jpeg": [0, Buffer.from([0xff, 0xd8, 0xff])],
  "image/png": [0, Buffer.from("\x89PNG\r\n\x1a\n", "latin1")],
  "image/heic": [4, Buffer.from("ftyp", "latin1")],
  "image/heif": [4, Buffer.from("ftyp", "latin1")],
};
const INSPECTORS = {
  "application/pdf": inspectPdf,
  "image/jpeg": inspectPicture,
  "image/png": inspectPicture,
  "image/heic": inspectHeif,
  "image/heif": inspectHeif,
};

class Refusal extends Error {
  constructor(code) {
    super(code);
    this.code = code;
  }
}

/** A ZIP (with it JAR, DOCX, APK) is read from its end, whatever it begins with. */
function endsAsZip(bytes) {
  const from = Math.max(0, bytes.length - END_OF_ZIP_BYTES - MAX_ZIP_COMMENT_BYTES);
  for (
    let at = bytes.lastIndexOf(END_OF_ZIP);
    at >= from;
    at = at > 0 ? bytes.lastIndexOf(END_OF_ZIP, at - 1) : -1
  ) {
    if (at + END_OF_ZIP_BYTES > bytes.length) continue;
    const directoryBytes = bytes.readUInt32LE(at + 12);
    if (directoryBytes === 0 || directoryBytes === ZIP64_SIZE) return true;
    if (directoryBytes <= at && bytes.includes("PK\x01\x02", at - directoryBytes, "latin1")) return true;
  }
  return false;
}

async function mediaTypeOf(bytes) {
  const found = await fileTypeFromBuffer(bytes).catch(() => undefined);
  const signature = SIGNATURES[found?.mime];
  // The library looks past byte order marks and tags of music files; what begins with those is something else as well.
  if (!signature || !bytes.subarray(signature[0]).subarray(0, signature[1].length).equals(signature[1]))
    return null;
  const isPictureAndPdf =
    found.mime !== "application/pdf" && bytes.subarray(0, PDF_READERS_LOOK_AT).includes("%PDF-", 0, "latin1");
  return isPictureAndPdf || endsAsZip(bytes) ? null : found.mime;
}

/** Whether the file goes on after its last end mark: a later part of it, or all but its beginning, has been cut off. */
function isPdfCut(bytes) {
  const end = bytes.lastIndexOf("%%EOF", undefined, "latin1");
  return end < 0 || /\d\s+\d+\s+obj\b/.test(bytes.toString("latin1", end));
}

async function inspectPdf(bytes) {
  const { PDFDocument, PDFName, EncryptedPDFError, ParseSpeeds } = await import("@cantoo/pdf-lib");
  let pages;
  try {
    const document = await PDFDocument.load(bytes, {
      parseSpeed: ParseSpeeds.Fastest,
      updateMetadata: false,
    });
    pages = document.getPages();
  } catch (error) {
    // What is locked together with the objects that say so cannot be parsed far enough to be recognised.
    const isLocked =
      error instanceof EncryptedPDFError || /\/Encrypt\s*(?:\d+\s+\d+\s+R|<<)/.test(bytes.toString("latin1"));
    throw new Refusal(isLocked ? "encrypted" : "broken");
  }
  const isWhole = pages.every(
    ({ node }) => !node.has(PDFName.of("Contents")) || node.Contents() !== undefined,
  );
  if (pages.length === 0 || !isWhole || isPdfCut(bytes)) throw new Refusal("broken");
  return { pages: pages.length };
}

async function inspectPicture(_bytes, file) {
  const { default: sharp } = await import("sharp");
  sharp.block({ operation: ["VipsForeignLoad"] });
  sharp.unblock({ operation: ["VipsForeignLoadJpegFile", "VipsForeignLoadPngFile"] });
  sharp.cache(false);
  sharp.concurrency(1);
  const picture = sharp(file, { failOn: "error", limitInputPixels: false, sequentialRead: true });
  const { width, height } = await picture.metadata();
  if (width * height > MAX_PIXELS) throw new Refusal("too-many-pixels");
  // Shrinking reads every line, and keeps only a few of them.
  await picture.resize(16, 16, { fit: "fill", fastShrinkOnLoad: false }).raw().toBuffer();
  return {};
}

async function inspectHeif(bytes) {
  const { default: heif } = await import("libheif-js/wasm-bundle.js");
  const context = heif.heif_context_alloc();
  const read = heif.heif_context_read_from_memory(context, bytes);
  if (read.code !== heif.heif_error_code.heif_error_Ok) throw new Refusal("broken");
  const handle = heif.heif_js_context_get_primary_image_handle(context);
  if (!handle || handle.code) throw new Refusal("broken");
  const pixels = heif.heif_image_handle_get_width(handle) * heif.heif_image_handle_get_height(handle);
  if (pixels > MAX_PIXELS) throw new Refusal("too-many-pixels");
  const { heif_colorspace, heif_chroma } = heif;
  const decoded = await heif.heif_js_decode_image2(
    handle,
    heif_colorspace.heif_colorspace_undefined,
    heif_chroma.heif_chroma_undefined,
  );
  if (!decoded?.channels) throw new Refusal("broken");
  return {};
}

async function inspect(file) {
  const bytes = readFileSync(file);
  const mediaType = await mediaTypeOf(bytes);
  if (!mediaType) return { refused: "wrong-type" };
  try {
    return { mediaType, ...(await INSPECTORS[mediaType](bytes, file)) };
  } catch (error) {
    return { refused: error instanceof Refusal ? error.code : "broken" };
  }
}

parentPort.postMessage(await inspect(workerData));
