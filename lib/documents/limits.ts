/** Per file and per application, in bytes: 20 and 100 MB, as people count them in a file manager (1024 × 1024). */
export const MEGABYTE = 1024 * 1024;
export const MAX_FILE_BYTES = 20 * MEGABYTE;
export const MAX_APPLICATION_BYTES = 100 * MEGABYTE;
export const MAX_FILES = 100;
/** Removed files keep their rows; this bounds what adding and removing over and over can leave behind. */
export const MAX_ROWS = 1_000;

/** What is taken, by content. The first ending is the one given to a file whose own ending does not fit. */
export const ACCEPTED = {
  "application/pdf": ["pdf"],
  "image/jpeg": ["jpg", "jpeg", "jpe", "jfif"],
  "image/png": ["png"],
  "image/heic": ["heic", "heif", "hif"],
  "image/heif": ["heif", "heic", "hif"],
} as const satisfies Record<string, readonly [string, ...string[]]>;

export type MediaType = keyof typeof ACCEPTED;

/** The `accept` of a file field: endings as well as types, since phones know HEIC by either. */
export const ACCEPT_ATTRIBUTE = [".pdf,.jpg,.jpeg,.png,.heic,.heif", ...Object.keys(ACCEPTED)].join(",");
