import { renderToStaticMarkup as render } from "react-dom/server";
import { expect, it } from "vitest";
import { AddressLabel, formatPostcode } from "./AddressLabel";

it.each([
  ["12345", "123 45"],
  ["123 45", "123 45"],
  [" 1234 ", "1234"],
  ["SE-123", "SE-123"],
])("writes the postcode %s as %s", (given, written) => {
  expect(formatPostcode(given)).toBe(written);
});

it("writes the address as Swedish post wants it", () => {
  const html = render(
    <AddressLabel
      label="Your address"
      name="Lina Al-Masri"
      careOf="c/o Andersson"
      street="Storgatan 5"
      apartment="1203"
      postcode="22350"
      place="Växjö"
    />,
  );
  const lines = [...html.matchAll(/envelope__line">([^<]*)</g)].map(([, text]) => text);
  expect(lines).toEqual(["Lina Al-Masri", "c/o Andersson", "Storgatan 5 lgh 1203", "223 50  VÄXJÖ"]);
});

it("leaves a line empty where something is missing", () => {
  const html = render(<AddressLabel label="Your address" name="Lina" />);
  expect(html.match(/data-empty/g)).toHaveLength(2);
});
