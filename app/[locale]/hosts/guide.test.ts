import { existsSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { COLUMNS } from "@/lib/hosts/api/read-lines";
import { NOTICE_KINDS } from "@/lib/hosts/notices";
import claimsEn from "./claims.en.json";
import claimsSv from "./claims.sv.json";
import { claimRows } from "./claims-table";
import { EXAMPLES } from "./examples";
import guideEn from "./guide.en.json";
import guideSv from "./guide.sv.json";

function keysOf(value: object, at = ""): string[] {
  return Object.entries(value).flatMap(([key, inner]) =>
    typeof inner === "object" ? keysOf(inner, `${at}${key}.`) : [`${at}${key}`],
  );
}

const argumentsOf = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();

describe("the page for universities", () => {
  it("says the same in both languages", () => {
    expect(keysOf(guideEn)).toEqual(keysOf(guideSv));
    expect(argumentsOf(JSON.stringify(guideEn))).toEqual(argumentsOf(JSON.stringify(guideSv)));
  });

  it("explains each claim that the schema takes, and no other, in both languages", () => {
    const rows = claimRows();
    expect(rows.map(({ name }) => name).sort()).toEqual([...COLUMNS].sort());
    expect(Object.keys(claimsSv).sort()).toEqual(rows.map(({ name }) => name).sort());
    const english = new Map<string, string>(Object.entries(claimsEn));
    expect(rows.filter(({ name, description }) => !(english.get(name) ?? description))).toEqual([]);
  });

  it("says what is required", () => {
    const required = claimRows().flatMap(({ name, isRequired }) => (isRequired ? [name] : []));
    expect(required).toEqual(["kind", "person.birthDate"]);
  });

  it("has every kind of notice", () => {
    expect(Object.keys(guideSv.notices.kinds)).toEqual([...NOTICE_KINDS]);
  });

  it("shows files that are there", () => {
    for (const name of EXAMPLES) expect(existsSync(path.join("docs/hosts-examples", name))).toBe(true);
  });
});
