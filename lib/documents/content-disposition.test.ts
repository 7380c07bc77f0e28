import { describe, expect, it } from "vitest";
import { contentDisposition } from "./content-disposition";

describe("contentDisposition", () => {
  it.each([
    ["pass.pdf", `attachment; filename="pass.pdf"; filename*=UTF-8''pass.pdf`],
    ['a"b\\c%d;.pdf', `attachment; filename="a_b_c_d;.pdf"; filename*=UTF-8''a%22b%5Cc%25d%3B.pdf`],
    ["Åsa 1.pdf", `attachment; filename="_sa 1.pdf"; filename*=UTF-8''%C3%85sa%201.pdf`],
    ["جواز.pdf", `attachment; filename="____.pdf"; filename*=UTF-8''%D8%AC%D9%88%D8%A7%D8%B2.pdf`],
    [
      "a\r\nSet-Cookie: x.pdf",
      `attachment; filename="a__Set-Cookie: x.pdf"; filename*=UTF-8''a%0D%0ASet-Cookie%3A%20x.pdf`,
    ],
  ])("%j", (name, value) => {
    expect(contentDisposition("attachment", name)).toBe(value);
  });
});
