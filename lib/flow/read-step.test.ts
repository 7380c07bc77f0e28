import { describe, expect, it } from "vitest";
import { factField } from "./fact-field";
import type { Field, RawValue } from "./fields";
import { readStep } from "./read-step";

const TODAY = "2026-11-22";

function read(field: Field, raw: RawValue | undefined) {
  const { values, errors } = readStep([field], raw === undefined ? {} : { [field.name]: raw }, TODAY);
  return errors[0]?.code ?? values[field.name];
}

const money: Field = { name: "savingsSek", kind: "money" };
const number: Field = { name: "credits", kind: "number", decimals: true, max: 1_000 };
const date = (day: string, month: string, year: string) => ({ day, month, year });

describe("money", () => {
  it.each([
    ["12000", 12000],
    ["12 000", 12000],
    ["12\u00a0000 kr", 12000],
    ["12.000", 12000],
    ["12,000", 12000],
    ["1,234,567 SEK", 1234567],
    ["١٢٠٠٠", 12000],
    ["۱۲۰۰۰", 12000],
    ["0", 0],
    ["12000,50", "not-whole"],
    ["-5", "not-a-number"],
    ["1e5", "not-a-number"],
    ["twelve", "not-a-number"],
    ["100000000", 100_000_000],
    ["100000001", "too-large"],
    ["   ", "required"],
  ])("reads %j as %j", (raw, expected) => expect(read(money, raw)).toBe(expected));
});

describe("numbers", () => {
  it.each([
    ["37.5", 37.5],
    ["37,5", 37.5],
    ["٣٧٫٥", 37.5],
    ["1000", 1000],
    ["1000.5", "too-large"],
    ["Infinity", "not-a-number"],
  ])("reads %j as %j", (raw, expected) => expect(read(number, raw)).toBe(expected));

  it("takes no part of a whole", () =>
    expect(read({ name: "terms", kind: "number" }, "2.5")).toBe("not-whole"));
});

describe("dates", () => {
  const field: Field = { name: "day", kind: "date" };
  it.each([
    [date("27", "3", "2026"), "2026-03-27"],
    [date("7", "12", "2026"), "2026-12-07"],
    [date("29", "2", "2028"), "2028-02-29"],
    [date("29", "2", "2027"), "not-a-date"],
    [date("31", "4", "2026"), "not-a-date"],
    [date("0", "1", "2026"), "not-a-date"],
    [date("1", "13", "2026"), "not-a-date"],
    [date("1", "1", "26"), "not-a-date"],
    [date("1", "", "2026"), "not-a-date"],
    [date("1", "1", "1899"), "not-a-date"],
    [date("٢٧", "٣", "٢٠٢٦"), "2026-03-27"],
    [date("", "", ""), "required"],
  ])("reads %j as %j", (raw, expected) => expect(read(field, raw)).toBe(expected));
});

describe("Swedish address", () => {
  const postcode: Field = { name: "postcode", kind: "text", format: "postcode" };
  it.each([
    ["114 28", "114 28"],
    ["11428", "114 28"],
    [" 1 1 4 2 8 ", "114 28"],
    ["١١٤٢٨", "114 28"],
    ["01428", "not-a-postcode"],
    ["1142", "not-a-postcode"],
    ["114280", "not-a-postcode"],
    ["SE-114 28", "not-a-postcode"],
    ["SW1A 1AA", "not-a-postcode"],
  ])("postcode %j is %j", (raw, expected) => expect(read(postcode, raw)).toBe(expected));

  const apartment: Field = { name: "apartment", kind: "text", format: "apartment" };
  it.each([
    ["1203", "1203"],
    ["lgh 1203", "1203"],
    ["0901", "0901"],
    ["120", "not-an-apartment"],
    ["12030", "not-an-apartment"],
    ["12A3", "not-an-apartment"],
  ])("apartment %j is %j", (raw, expected) => expect(read(apartment, raw)).toBe(expected));
});

describe("text", () => {
  const name: Field = { name: "surname", kind: "text", max: 10 };
  it("folds white space and composes letters", () =>
    expect(read(name, "  A\u030angstro\u0308m ")).toBe("Ångström"));
  it("counts characters, not units", () => expect(read(name, "𐍈".repeat(10))).toBe("𐍈".repeat(10)));
  it("is told when it is too long", () => expect(read(name, "a".repeat(11))).toBe("too-long"));
  it("takes no marks that turn text round", () => expect(read(name, "a\u202eb")).toBe("strange-characters"));
  it("takes no control characters", () => expect(read(name, "a\u0000b")).toBe("strange-characters"));
  it("keeps lines where there may be some", () =>
    expect(read({ name: "address", kind: "long-text" }, "one\ntwo")).toBe("one\ntwo"));
});

describe("email, phone, passport", () => {
  const email: Field = { name: "email", kind: "email" };
  it.each([
    ["a@b.se", "a@b.se"],
    ["a@b", "not-an-email"],
    ["a b@c.se", "not-an-email"],
    ["a@b.se, c@d.se", "not-an-email"],
    [`${"a".repeat(250)}@b.se`, "not-an-email"],
  ])("email %j is %j", (raw, expected) => expect(read(email, raw)).toBe(expected));

  const passport: Field = { name: "passportNumber", kind: "text", format: "passport-number" };
  it.each([
    ["z 1234-567", "Z1234567"],
    ["AB", "not-a-passport-number"],
    ["Z1234Ö", "not-a-passport-number"],
  ])("passport %j is %j", (raw, expected) => expect(read(passport, raw)).toBe(expected));

  it("phone", () => {
    expect(read({ name: "phone", kind: "phone" }, "+46 70-123 45 67")).toBe("+46 70-123 45 67");
    expect(read({ name: "phone", kind: "phone" }, "call me")).toBe("not-a-phone");
  });
});

describe("what depends on another answer", () => {
  const fields: Field[] = [
    factField("swedishAddress"),
    { name: "street", kind: "text", when: { field: "swedishAddress", is: ["known"] } },
  ];
  it("is asked where it matters", () =>
    expect(readStep(fields, { swedishAddress: "known" }, TODAY).errors).toEqual([
      { field: "street", code: "required" },
    ]));
  it("is not read where it does not, however it was answered", () =>
    expect(readStep(fields, { swedishAddress: "withheld", street: "Storgatan 1" }, TODAY)).toEqual({
      values: { swedishAddress: "withheld" },
      errors: [],
    }));
});
