import * as z from "zod/mini";

/** A switch for settings that may be left out: an empty value is the same as none. */
const text = z.optional(z.string().check(z.minLength(1)));

const schema = z.object({
  APP_URL: z._default(z.url(), "http://localhost:3000"),
  APP_SECRET: z.optional(z.string().check(z.minLength(32))),
  DATABASE_URL: text,
  DATA_DIR: z._default(z.string(), ".data"),
  PORT: z._default(z.coerce.number().check(z.int(), z.minimum(1), z.maximum(65535)), 3000),
  SMTP_URL: z.optional(z.url()),
  MAIL_FROM: z._default(z.string(), "Ankomst <no-reply@localhost>"),
  LAW_EDITIONS: text,
  LOG_LEVEL: z._default(z.enum(["debug", "info", "warn", "error", "silent"]), "info"),
  TRUSTED_PROXIES: z._default(z.coerce.number().check(z.int(), z.minimum(0), z.maximum(5)), 0),
  SUPPORT_EMAIL: text,
  SUPPORT_PHONE: text,
  DELIVERY_URL: z.optional(z.url({ protocol: /^https?$/ })),
  AUTHORITY_JWKS: text,
  RETENTION_DAYS: z._default(z.coerce.number().check(z.int(), z.minimum(30)), 730),
});

export type Env = z.infer<typeof schema>;

/**
 * The settings, validated. Throws an Error whose message has one line a fault.
 * `PORT` alone moves the default `APP_URL`.
 */
export function readEnv(source: Record<string, string | undefined>): Env {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ""));
  if (!given.APP_URL && given.PORT) given.APP_URL = `http://localhost:${given.PORT}`;
  const result = schema.safeParse(given);
  if (!result.success) {
    throw new Error(
      result.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`).join("\n"),
    );
  }
  return result.data;
}

let cached: Env | undefined;
export function env(): Env {
  cached ??= readEnv(process.env);
  return cached;
}
