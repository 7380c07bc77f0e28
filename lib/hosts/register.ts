import * as z from "zod";
import { db } from "@/lib/db/client";
import { type Host, Prisma } from "@/lib/db/generated/client";
import { swedishDay } from "@/lib/i18n/swedish-time";
import { areUsable, type KeySet, keySetSchema } from "./host-keys";

const HOST_KINDS = ["state-institution", "private-institution", "research-principal", "other"] as const;

const CODE = /^[a-z0-9][a-z0-9-]{1,31}$/;
const line = z.string().trim().min(1).max(200);

/** What an operator enters of a host that is in no list of ours. */
const newHostSchema = z.strictObject({
  code: z.string().regex(CODE, { error: "takes 2 to 32 of a-z, 0-9 and -" }),
  nameSv: line,
  nameEn: line,
  kind: z.enum(HOST_KINDS),
  contact: line.optional(),
  isApprovedPrincipal: z.boolean().default(false),
  isTest: z.boolean().default(false),
  source: line.default("operator"),
});

/** A fault of what an operator entered, in words for the command line. */
export class RegisterError extends Error {
  constructor(message: string) {
    super(message);
    this.name = "RegisterError";
  }
}

function checked<S extends z.ZodType>(schema: S, input: unknown): z.infer<S> {
  const result = schema.safeParse(input);
  if (result.success) return result.data;
  const lines = result.error.issues.map(({ path, message }) => `${path.join(".")}: ${message}`);
  throw new RegisterError(lines.join("\n"));
}

async function requireHost(code: string): Promise<Host> {
  const host = await db().host.findUnique({ where: { code } });
  if (!host) throw new RegisterError(`There is no host ${code}.`);
  return host;
}

export const listHosts = (): Promise<Host[]> => db().host.findMany({ orderBy: { code: "asc" } });

/** Enters a host, as `newHostSchema` has it. Throws a `RegisterError` for what is not right, and where the code is taken. */
export async function addHost(input: unknown): Promise<Host> {
  const { contact = null, ...host } = checked(newHostSchema, input);
  if (await db().host.findUnique({ where: { code: host.code } }))
    throw new RegisterError(`There is a host ${host.code} already.`);
  return db().host.create({ data: { ...host, contact, sourceDate: new Date(swedishDay()) } });
}

export type HostChange = { isActive?: boolean; isApprovedPrincipal?: boolean; contact?: string };

export async function changeHost(code: string, change: HostChange): Promise<Host> {
  await requireHost(code);
  return db().host.update({ where: { code }, data: change });
}

/** Where a host's keys are: a set of public keys, the https address of one, or nowhere. */
export type KeysGiven = { jwks: unknown } | { jwksUrl: string } | null;

function requireAddress(address: string, isTest: boolean): string {
  const url = URL.parse(address);
  const isLocal =
    url?.protocol === "http:" && isTest && /^(localhost|127\.0\.0\.1|\[::1\])$/.test(url.hostname);
  if (!url || (url.protocol !== "https:" && !isLocal) || url.username || url.password)
    throw new RegisterError("The address of the keys begins with https: and holds no password.");
  return url.href;
}

async function requireKeys(input: unknown): Promise<KeySet> {
  const keys = checked(keySetSchema, input);
  if (!(await areUsable(keys))) throw new RegisterError("A key does not lie on its curve.");
  return keys;
}

/** Enters where a host's keys are, instead of what was there. Throws a `RegisterError` for private keys and all other faults. */
export async function setKeys(code: string, given: KeysGiven): Promise<Host> {
  const { isTest } = await requireHost(code);
  const data =
    given && "jwks" in given
      ? { jwks: await requireKeys(given.jwks), jwksUrl: null }
      : { jwks: Prisma.DbNull, jwksUrl: given ? requireAddress(given.jwksUrl, isTest) : null };
  return db().host.update({ where: { code }, data });
}
