const ATTRIBUTE_CHAR = /[^A-Za-z0-9!#$&+.^_`|~-]/;

function percentEncode(text: string): string {
  return Array.from(new TextEncoder().encode(text), (byte) => {
    const char = String.fromCharCode(byte);
    return byte < 128 && !ATTRIBUTE_CHAR.test(char)
      ? char
      : `%${byte.toString(16).toUpperCase().padStart(2, "0")}`;
  }).join("");
}

/** The header's value (RFC 6266) with the name in RFC 5987 form, and an ASCII one for programs that know no other. */
export function contentDisposition(kind: "attachment" | "inline", fileName: string): string {
  const ascii = fileName.replace(/[^\x20-\x7E]|["\\%]/gu, "_");
  return `${kind}; filename="${ascii}"; filename*=UTF-8''${percentEncode(fileName.toWellFormed())}`;
}
