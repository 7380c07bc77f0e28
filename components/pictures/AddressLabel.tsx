export type AddressLabelProps = {
  /** What the picture shows: "Your address as it will stand on a letter". */
  label: string;
  name?: string;
  careOf?: string;
  /** Street and number. */
  street?: string;
  /** Four digits, without "lgh". */
  apartment?: string;
  postcode?: string;
  place?: string;
};

/** "12345" as a letter has it: "123 45". Anything else is left as it was written. */
export function formatPostcode(postcode: string) {
  const digits = postcode.replace(/\s/g, "");
  return /^\d{5}$/.test(digits) ? `${digits.slice(0, 3)} ${digits.slice(3)}` : postcode.trim();
}

type Line = { id: string; text: string; isEmpty: boolean };

function linesOf(address: AddressLabelProps): Line[] {
  const { name = "", careOf = "", street = "", apartment = "", postcode = "", place = "" } = address;
  const flat = apartment.trim() ? `lgh ${apartment.trim().replace(/^lgh\s*/i, "")}` : "";
  const town = [formatPostcode(postcode), place.trim().toLocaleUpperCase("sv")].filter(Boolean).join("  ");
  const careOfLine = careOf.trim() ? `c/o ${careOf.trim().replace(/^c\/o\s*/i, "")}` : "";
  return [
    { id: "name", text: name.trim() },
    ...(careOfLine ? [{ id: "care-of", text: careOfLine }] : []),
    { id: "street", text: [street.trim(), flat].filter(Boolean).join(" ") },
    { id: "town", text: town },
  ].map((line) => ({ ...line, isEmpty: line.text === "" }));
}

/** The address as Swedish post wants it, on an envelope; empty lines show what is missing. */
export function AddressLabel(props: AddressLabelProps) {
  return (
    <figure className="envelope">
      <figcaption>{props.label}</figcaption>
      <div className="envelope__paper" dir="ltr">
        <svg className="envelope__stamp" viewBox="0 0 44 52" aria-hidden="true" focusable="false">
          <rect x="1" y="1" width="42" height="50" rx="1" className="stamp-edge" />
          <path d="M13 40V25a9 9 0 0 1 18 0v15" className="stamp-door" />
          <circle cx="22" cy="37" r="3" className="stamp-person" />
        </svg>
        <address lang="sv">
          {linesOf(props).map(({ id, text, isEmpty }) => (
            <span key={id} className="envelope__line" data-empty={isEmpty || undefined}>
              {text}
            </span>
          ))}
        </address>
      </div>
    </figure>
  );
}
