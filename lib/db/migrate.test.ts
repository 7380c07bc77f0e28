import { randomUUID } from "node:crypto";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import pg from "pg";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { migrate } from "./migrate";

const server = process.env.TEST_DATABASE_URL ?? "";
let url = "";
let name = "";
let folder = "";

async function admin(sql: string) {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  await client.query(sql).finally(() => client.end());
}

async function write(migration: string, sql: string) {
  await mkdir(path.join(folder, migration), { recursive: true });
  await writeFile(path.join(folder, migration, "migration.sql"), sql);
}

beforeEach(async () => {
  if (!server) throw new Error("TEST_DATABASE_URL is not set: these tests need PostgreSQL.");
  name = `migrate_${randomUUID().replaceAll("-", "")}`;
  await admin(`CREATE DATABASE ${name}`);
  url = Object.assign(new URL(server), { pathname: `/${name}` }).href;
  folder = await mkdtemp(path.join(os.tmpdir(), "ankomst-migrate-"));
});

afterEach(async () => {
  await rm(folder, { recursive: true });
  await admin(`DROP DATABASE ${name}`);
});

describe("migrations", () => {
  it("are applied in order, once", async () => {
    await write("2_b", "ALTER TABLE thing ADD COLUMN b int");
    await write("1_a", "CREATE TABLE thing (a int)");
    expect(await migrate(url, folder)).toEqual(["1_a", "2_b"]);
    expect(await migrate(url, folder)).toEqual([]);
  });

  it("are applied once also when two start at once", async () => {
    await write("1_a", "CREATE TABLE thing (a int); SELECT pg_sleep(0.2)");
    const [first, second] = await Promise.all([migrate(url, folder), migrate(url, folder)]);
    expect([...first, ...second]).toEqual(["1_a"]);
  });

  it("stop at one that was changed after it had been applied", async () => {
    await write("1_a", "CREATE TABLE thing (a int)");
    await migrate(url, folder);
    await write("1_a", "CREATE TABLE other (a int)");
    await expect(migrate(url, folder)).rejects.toThrow("1_a was changed");
  });

  it("say which one failed, and wait for a mending hand", async () => {
    await write("1_a", "CREATE TABEL thing (a int)");
    await expect(migrate(url, folder)).rejects.toThrow("1_a failed");
    await expect(migrate(url, folder)).rejects.toThrow("1_a failed before");
  });

  it("of the product fit an empty database", async () => {
    expect((await migrate(url)).length).toBeGreaterThan(0);
  });
});
