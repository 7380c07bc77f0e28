import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { displayName } from "./file-name";

describe("displayName", () => {
  it.each([
    ["passport.pdf", "passport.pdf"],
    ["Passport.PDF", "Passport.PDF"],
    ["../../etc/passwd.pdf", "passwd.pdf"],
    ["C:\\Users\\Anna\\pass.pdf", "pass.pdf"],
    ["a\u0000b\r\n.pdf", "ab.pdf"],
    ["photo\u202Efdp.exe", "photofdp.exe.pdf"],
    ["\u2066x\u2069\u200F\u061C.pdf", "x.pdf"],
    ["Åsa\u030A.pdf".normalize("NFD"), "Åså.pdf"],
    ["invoice.exe", "invoice.exe.pdf"],
    ["scan", "scan.pdf"],
    ["", "document.pdf"],
    ["..", "document.pdf"],
    [".pdf", "pdf.pdf"],
    ["  two   spaces .pdf", "two spaces .pdf"],
    ["می\u200Cخواهم.pdf", "می\u200Cخواهم.pdf"],
    ["lone\uD800.pdf", "lone.pdf"],
  ])("%j becomes %j", (claimed, shown) => {
    expect(displayName(claimed, "application/pdf")).toBe(shown);
  });

  it("keeps the ending of a picture by its content", () => {
    expect(displayName("IMG_1.HEIC", "image/heic")).toBe("IMG_1.HEIC");
    expect(displayName("IMG_1.HEIC", "image/jpeg")).toBe("IMG_1.HEIC.jpg");
    expect(displayName("IMG_1.jpeg", "image/jpeg")).toBe("IMG_1.jpeg");
  });

  it("cuts to 200 code points and keeps the ending", () => {
    const shown = displayName(`${"😀".repeat(500)}.pdf`, "application/pdf");
    expect(Array.from(shown)).toHaveLength(200);
    expect(shown.endsWith("😀….pdf")).toBe(true);
    expect(shown.isWellFormed()).toBe(true);
  });

  it("is never longer, hidden, a path or well hidden, whatever is claimed", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 600 }), (claimed) => {
        const shown = displayName(claimed, "image/png");
        expect(Array.from(shown).length).toBeLessThanOrEqual(200);
        expect(shown).toMatch(/^[^/\\.\p{Cc}\p{Bidi_Control}][^/\\\p{Cc}\p{Bidi_Control}]*\.png$/iu);
        expect(displayName(shown, "image/png")).toBe(shown);
      }),
    );
  });
});
