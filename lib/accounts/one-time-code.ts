export const CODE_LENGTH = 6;

/** First digits of the decimal digits that people's keyboards write. */
const ZEROS = [0x0660, 0x06f0, 0x07c0, 0x0966, 0x09e6, 0x0a66, 0x0ae6, 0x0be6, 0x0c66, 0x0e50, 0xff10];

function westernDigit(character: string): string {
  const point = character.codePointAt(0) ?? 0;
  const zero = ZEROS.find((first) => point >= first && point < first + 10);
  return zero === undefined ? character : String(point - zero);
}

/** The six digits that were meant, whatever script, spaces and dashes they came with; undefined when they are not six digits. */
export function parseCode(typed: unknown): string | undefined {
  if (typeof typed !== "string" || typed.length > 64) return undefined;
  const digits = [...typed.replace(/[\s\p{Cf}\p{Pd}.·]/gu, "")].map(westernDigit).join("");
  return /^\d{6}$/.test(digits) ? digits : undefined;
}
