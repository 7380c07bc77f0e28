import pino from "pino";
import { env } from "./env";

/** Structured lines on standard output. Ids, codes and counts only: never a name, an address, an answer or a token. */
export const log = pino({
  level: env().LOG_LEVEL,
  base: undefined,
  timestamp: pino.stdTimeFunctions.isoTime,
  formatters: { level: (label) => ({ level: label }) },
});
