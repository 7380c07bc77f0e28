// The register of hosts on the command line: npm run --silent hosts -- list | add | set | keys | enable | disable | mint
import { readFileSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { startEmbeddedPostgres } from "@/lib/db/embedded-postgres";
import { lockFolder } from "@/lib/db/folder-lock";
import { migrate } from "@/lib/db/migrate";
import { runningPostgres } from "@/lib/db/running-postgres";
import { readEnv } from "@/lib/env";

const USAGE = `Usage: npm run --silent hosts -- COMMAND
  list [--keys]                     every host: code, active or not, where its keys are, names; with the keys' thumbprints
  add CODE --name-sv NAME --name-en NAME --kind KIND [--contact TEXT] [--approved yes|no] [--test]
                                    KIND is state-institution, private-institution, research-principal or other
  set CODE [--contact TEXT] [--approved yes|no]
                                    approved: by Vetenskapsrådet, as a research principal
  keys CODE --jwks FILE             its public keys, as a JWKS; - is standard input
  keys CODE --jwks-url URL          the https address of its JWKS
  keys CODE --none                  takes its keys away
  enable CODE | disable CODE        a disabled host sends nobody, and its open links stop working
  mint [--kind admission|hosting-agreement] [--claims FILE] [--days N]
                                    prints a link of a test host, whose key is made in DATA_DIR/hosts
Without DATABASE_URL it is the database in DATA_DIR, whether the product runs or not.`;

const WRONG_INPUT = 2;

const OPTIONS = {
  "name-sv": { type: "string" },
  "name-en": { type: "string" },
  kind: { type: "string" },
  contact: { type: "string" },
  approved: { type: "string" },
  test: { type: "boolean" },
  keys: { type: "boolean" },
  jwks: { type: "string" },
  "jwks-url": { type: "string" },
  none: { type: "boolean" },
  claims: { type: "string" },
  days: { type: "string" },
} as const;

class UsageError extends Error {}

function given() {
  try {
    const { values, positionals } = parseArgs({ options: OPTIONS, allowPositionals: true });
    const [command = "", code = "", ...rest] = positionals;
    if (rest.length > 0) throw new UsageError(USAGE);
    return { command, code, values };
  } catch (error) {
    throw new UsageError(
      error instanceof UsageError ? error.message : `${(error as Error).message}\n${USAGE}`,
    );
  }
}

type Given = ReturnType<typeof given>;

const readJson = (file: string): unknown => JSON.parse(readFileSync(file === "-" ? 0 : file, "utf8"));

function approval({ approved }: Given["values"]): { isApprovedPrincipal?: boolean } {
  if (approved === undefined) return {};
  if (approved !== "yes" && approved !== "no") throw new UsageError("--approved takes yes or no.");
  return { isApprovedPrincipal: approved === "yes" };
}

// What needs the database is imported once it is known where that is.
const register = () => import("@/lib/hosts/register");

async function list({ values }: Given): Promise<void> {
  const { listHosts } = await register();
  const { describeKeys, keySetSchema } = await import("@/lib/hosts/host-keys");
  for (const {
    code,
    isActive,
    isApprovedPrincipal,
    isTest,
    jwks,
    jwksUrl,
    nameSv,
    nameEn,
  } of await listHosts()) {
    const inline = keySetSchema.safeParse(jwks);
    const keys = inline.success ? `${inline.data.keys.length} key(s)` : (jwksUrl ?? "no keys");
    const marks = [isActive ? "active" : "disabled", isApprovedPrincipal && "approved", isTest && "test"];
    console.log([code, marks.filter(Boolean).join(" "), keys, nameSv, nameEn].join("\t"));
    if (values.keys && inline.success)
      for (const { kid, crv, thumbprint } of await describeKeys(inline.data))
        console.log(`\t${kid}\t${crv}\t${thumbprint}`);
  }
}

async function add({ code, values }: Given): Promise<void> {
  const { addHost } = await register();
  const { code: entered } = await addHost({
    code,
    nameSv: values["name-sv"] ?? "",
    nameEn: values["name-en"] ?? "",
    kind: values.kind,
    contact: values.contact,
    ...approval(values),
    isTest: values.test,
  });
  console.log(`${entered} is entered. Next: keys ${entered} --jwks FILE`);
}

async function keys({ code, values }: Given): Promise<void> {
  const { setKeys } = await register();
  const { jwks, "jwks-url": jwksUrl, none } = values;
  if ([jwks, jwksUrl, none].filter((value) => value !== undefined).length !== 1) throw new UsageError(USAGE);
  await setKeys(code, jwks ? { jwks: readJson(jwks) } : jwksUrl ? { jwksUrl } : null);
  console.log(`${code}: ${none ? "no keys" : "keys entered"}`);
}

async function change({ code, values }: Given, more: { isActive?: boolean } = {}): Promise<void> {
  const { changeHost } = await register();
  const { contact } = values;
  const { isActive } = await changeHost(code, {
    ...(contact !== undefined && { contact }),
    ...approval(values),
    ...more,
  });
  console.log(`${code}: ${isActive ? "active" : "disabled"}`);
}

async function mint({ values }: Given): Promise<void> {
  const [{ mintLink }, { sampleClaims }] = await Promise.all([
    import("@/lib/hosts/mint"),
    import("@/lib/hosts/sample-claims"),
  ]);
  const days = Number(values.days ?? 30);
  if (!Number.isInteger(days) || days < 1 || days > 180) throw new UsageError("--days takes 1 to 180.");
  const sample = sampleClaims(values.kind === "hosting-agreement" ? "hosting-agreement" : "admission");
  console.log(await mintLink(values.claims ? readJson(values.claims) : sample, days));
}

const COMMANDS: Record<string, (input: Given) => Promise<void>> = {
  list,
  add,
  set: change,
  keys,
  enable: (input) => change(input, { isActive: true }),
  disable: (input) => change(input, { isActive: false }),
  mint,
};

/** Runs with a database: the one that is set, the one that the product runs, or one of its own for as long as this takes. */
async function withDatabase(run: () => Promise<void>): Promise<void> {
  const { DATABASE_URL, DATA_DIR } = readEnv(process.env);
  const known = DATABASE_URL ?? (await runningPostgres(path.resolve(DATA_DIR)));
  const release = known ? undefined : lockFolder(DATA_DIR);
  const own = known ? undefined : await startEmbeddedPostgres(DATA_DIR);
  try {
    process.env.DATABASE_URL = known ?? own?.url ?? "";
    const { loadRegister } = await import("@/lib/hosts/load-register");
    await migrate(process.env.DATABASE_URL);
    await loadRegister(process.env.DATABASE_URL);
    await run();
  } finally {
    const { db } = await import("@/lib/db/client");
    await db().$disconnect();
    await own?.stop();
    release?.();
  }
}

async function main(): Promise<void> {
  const input = given();
  const command = COMMANDS[input.command];
  if (!command) throw new UsageError(USAGE);
  await withDatabase(() => command(input));
}

main().catch((error) => {
  console.error(error instanceof Error ? error.message : String(error));
  process.exit(error instanceof UsageError ? WRONG_INPUT : 1);
});
