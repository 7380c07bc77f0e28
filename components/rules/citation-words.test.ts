import { describe, expect, it } from "vitest";
import { citationLink } from "./citation-link";
import { citationWords } from "./citation-words";

describe("citationWords", () => {
  it.each([
    ["UtlL 5b:3 st1", "5 b kap. 3 § första stycket utlänningslagen"],
    ["UtlL 5b:9 p5", "5 b kap. 9 § 5 utlänningslagen"],
    ["UtlL 5b:15 st2 p4", "5 b kap. 15 § andra stycket 4 utlänningslagen"],
    ["UtlL 7:7i st1", "7 kap. 7 i § första stycket utlänningslagen"],
    ["UtlL 2:8b", "2 kap. 8 b § utlänningslagen"],
    ["UtlF 5:2 st1 p11 a", "5 kap. 2 § första stycket 11 a utlänningsförordningen"],
    ["UtlF 4a:1a p1", "4 a kap. 1 a § 1 utlänningsförordningen"],
    [
      "GFL 3 st1 p3",
      "3 § första stycket 3 lagen (2008:290) om godkännande för forskningshuvudmän att ta emot gästforskare",
    ],
    ["MIGRFS 2023:1 1", "1 § MIGRFS 2023:1"],
    ["SFD art 34.1", "artikel 34.1 i direktiv (EU) 2016/801"],
    ["FL 20", "20 § förvaltningslagen"],
    ["HF 7:36", "7 kap. 36 § högskoleförordningen"],
    ["XYZ 1:2", "XYZ 1:2"],
    ["nothing of the kind", "nothing of the kind"],
  ])("writes %s as Swedish law is cited", (citation, words) => {
    expect(citationWords(citation)).toBe(words);
  });
});

describe("citationLink", () => {
  it("leads to the paragraph of the act", () => {
    expect(citationLink("UtlL 5b:3 st1")).toMatch(/utlanningslag-2005716_sfs-2005-716\/#K5bP3$/);
    expect(citationLink("UtlL 7:7i st1")).toMatch(/#K7P7i$/);
    expect(citationLink("FL 20")).toMatch(/#P20$/);
    expect(citationLink("GFL 3 st1 p3")).toBe("https://rkrattsbaser.gov.se/sfst?bet=2008:290");
  });

  it("says nothing where no lasting address is known", () => {
    expect(citationLink("MIGRFS 2023:1 1")).toBeUndefined();
    expect(citationLink("XYZ")).toBeUndefined();
  });
});
