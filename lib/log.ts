import pino from "pino";
import { env } from "./env";

/** Structured lines on standard output. Ids, codes and counts only: never a name, an address, an answer or a token. */
export const log = pino({
  level: env().LOG_LEVEL,
  base: undefined,
  timestamp: pino.stdTimeFunctions.isoTime,
  formatters: { level: (label) => ({ level: label }) },
});

/** What may be logged of something thrown: its kind and where, not its message, which may quote what a person wrote. */
export function faultOf(error: unknown): { name: string; code?: unknown; frames: string[] } {
  const { name, code, stack } = error as Error & { code?: unknown };
  return { name, code, frames: String(stack).match(/^\s+at .*$/gm) ?? [] };
}
