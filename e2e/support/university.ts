import { spawnSync } from "node:child_process";
import { randomUUID } from "node:crypto";
import path from "node:path";
import { newFolder } from "./product";

function run(script: string, args: readonly string[], { input = "", site = "" } = {}): string {
  const { status, stdout, stderr } = spawnSync(process.execPath, ["--import", "tsx", script, ...args], {
    input,
    encoding: "utf8",
    maxBuffer: 64 * 1024 * 1024,
    env: { ...process.env, DATA_DIR: process.env.E2E_FOLDER, ...(site && { APP_URL: site }) },
  });
  if (status !== 0) throw new Error(stderr);
  return stdout.trim();
}

/** The operator's commands, on the product that the tests run. */
export const hosts = (site: string, args: readonly string[], input = ""): string =>
  run("scripts/hosts.ts", args, { input, site });

const script = (args: readonly string[], input = "") =>
  run("e2e/support/test-university.ts", args, { input });

export type Answer = {
  status: number;
  headers: Record<string, string>;
  // What the description of the API says that it is.
  body: Record<string, unknown> & {
    results?: LinkResult[];
    links?: unknown[];
    counts?: Record<string, number>;
  };
};
type LinkResult = { index: number; state: string; id: string; url: string; subjectRef?: string };

/** A university with a key of its own, entered by the operator; each call is a process of its own. */
export function newUniversity(site: string, name = "University of Elsewhere") {
  const code = `e2e-${randomUUID().slice(0, 8)}`;
  const key = path.join(newFolder(), "key.json");
  const names = ["--name-sv", `${name} (sv)`, "--name-en", name];
  hosts(site, ["add", code, ...names, "--kind", "other", "--approved", "yes", "--test"]);
  hosts(site, ["keys", code, "--jwks", "-"], script(["keys", key]));
  const call = (method: string, where: string, body: unknown = "", headers: readonly string[] = []): Answer =>
    JSON.parse(
      script(
        ["call", key, code, site, method, where, ...headers],
        typeof body === "string" ? body : JSON.stringify(body),
      ),
    );
  return {
    code,
    name,
    key,
    call,
    /** A link that the university signs itself. */
    link: (claims: object): string => script(["link", key, code, site], JSON.stringify(claims)),
  };
}

/** So many students, as the university's own script writes them. */
export const students = (count: number, prefix: string): Record<string, unknown>[] =>
  JSON.parse(script(["students", String(count), prefix]));

/** The public half of a new key, in a file. */
export function newKey(): { file: string; jwks: string } {
  const file = path.join(newFolder(), "key.json");
  return { file, jwks: script(["keys", file]) };
}
