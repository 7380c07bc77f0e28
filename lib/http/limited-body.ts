/** The body, or `null` as soon as it is longer than `limit` bytes: the rest is not read. */
export async function limitedBytes(request: Request, limit: number): Promise<Buffer | null> {
  if (Number(request.headers.get("content-length")) > limit) return null;
  const reader = request.body?.getReader();
  if (!reader) return Buffer.alloc(0);
  const parts: Uint8Array[] = [];
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    size += value.byteLength;
    if (size > limit) {
      await reader.cancel();
      return null;
    }
    parts.push(value);
  }
  return Buffer.concat(parts);
}

/** Bytes as text, without a byte order mark. Throws a TypeError where they are not UTF-8. */
export const utf8 = (bytes: Uint8Array): string => new TextDecoder("utf-8", { fatal: true }).decode(bytes);

/** As `limitedBytes`, read as text. Throws a TypeError where it is not UTF-8. */
export async function limitedBody(request: Request, limit: number): Promise<string | null> {
  const bytes = await limitedBytes(request, limit);
  return bytes && utf8(bytes);
}
