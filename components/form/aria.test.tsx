import { renderToStaticMarkup as render } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { CheckboxField } from "./CheckboxField";
import { CheckboxGroupField } from "./CheckboxGroupField";
import { DateField } from "./DateField";
import { ErrorSummary } from "./ErrorSummary";
import { MoneyField } from "./MoneyField";
import { RadioField } from "./RadioField";
import { SelectField } from "./SelectField";
import { TextField } from "./TextField";

/** The opening tag in `html` that has this attribute. */
function tag(html: string, attribute: string) {
  const found = html.match(/<[a-z][^>]*>/g)?.find((candidate) => candidate.includes(attribute));
  if (!found) throw new Error(`no tag with ${attribute} in ${html}`);
  return found;
}

const DATE_LABELS = { day: "Day", month: "Month", year: "Year" };

describe("TextField", () => {
  it("ties label, hint and error to the control", () => {
    const html = render(
      <TextField name="city" label="City" hint="As on the letter" error="Write the city" />,
    );
    const input = tag(html, 'name="city"');
    expect(tag(html, "<label")).toContain('for="city"');
    expect(input).toContain('id="city"');
    expect(input).toContain('aria-describedby="city-hint city-error"');
    expect(input).toContain('aria-invalid="true"');
    expect(tag(html, 'class="hint"')).toContain('id="city-hint"');
    expect(tag(html, 'class="field-error"')).toContain('id="city-error"');
  });

  it("says nothing of hint and error when there are none", () => {
    const html = render(<TextField name="city" label="City" />);
    expect(html).not.toContain("aria-describedby");
    expect(html).not.toContain("aria-invalid");
  });

  it("writes emails and numbers from left to right in every language", () => {
    expect(tag(render(<TextField name="a" label="A" type="email" />), "<input")).toContain('dir="ltr"');
    expect(tag(render(<MoneyField name="b" label="B" currency="kr" />), "<input")).toContain('dir="ltr"');
    expect(tag(render(<TextField name="c" label="C" />), "<input")).not.toContain("dir=");
  });

  it("passes on what a form library registers", () => {
    const html = render(<TextField name="a" label="A" required maxLength={4} autoComplete="name" />);
    expect(tag(html, "<input")).toMatch(/required.*maxLength="4".*autoComplete="name"/);
  });

  it("makes the label the heading of the page when asked", () => {
    expect(render(<TextField name="a" label="A" asHeading />)).toContain('<h1 class="field-heading"><label');
  });
});

describe("SelectField", () => {
  it("is wired like a text field", () => {
    const html = render(
      <SelectField name="c" label="C" error="Choose" options={[{ value: "SE", label: "Sweden" }]} />,
    );
    expect(tag(html, "<select")).toContain('aria-describedby="c-error"');
  });
});

describe("RadioField", () => {
  const options = [
    { value: "yes", label: "Yes", hint: "Since when", reveal: <p>More</p> },
    { value: "no", label: "No" },
  ];
  const html = render(
    <RadioField name="q" label="Is it so?" options={options} defaultValue="no" error="Choose" />,
  );

  it("is a group named by its legend, with its error", () => {
    expect(tag(html, "<fieldset")).toContain('role="radiogroup"');
    expect(tag(html, "<fieldset")).toContain('aria-describedby="q-error"');
    expect(tag(html, "<fieldset")).toContain('aria-invalid="true"');
    expect(html).toContain("<legend");
  });

  it("gives the first option the id that an error summary links to", () => {
    expect(tag(html, 'value="yes"')).toContain('id="q"');
    expect(tag(html, 'value="no"')).toContain('id="q-no"');
    expect(html).toContain('<label for="q-no">');
  });

  it("describes an option by its own hint and chooses the default", () => {
    expect(tag(html, 'value="yes"')).toContain('aria-describedby="q-option-hint"');
    expect(tag(html, 'value="no"')).toContain('checked=""');
    expect(tag(html, 'value="yes"')).not.toContain("checked");
  });

  it("puts what a choice reveals directly after it, where the CSS looks for it", () => {
    expect(html).toMatch(
      /id="q-option-hint">Since when<\/div><\/div><div class="reveal"><p>More<\/p><\/div>/,
    );
  });
});

describe("CheckboxField and CheckboxGroupField", () => {
  it("ties a single box to its hint and its error", () => {
    const html = render(<CheckboxField name="truth" label="True" hint="All of it" error="Confirm" />);
    expect(tag(html, "<input")).toContain('aria-describedby="truth-option-hint truth-error"');
  });

  it("checks the defaults of a group", () => {
    const options = ["a", "b"].map((value) => ({ value, label: value }));
    const html = render(<CheckboxGroupField name="g" label="G" options={options} defaultValue={["b"]} />);
    expect(tag(html, 'value="b"')).toContain("checked");
    expect(tag(html, 'value="a"')).not.toContain("checked");
  });
});

describe("DateField", () => {
  const html = render(
    <DateField
      name="born"
      label="Birth date"
      partLabels={DATE_LABELS}
      error="Four digits"
      invalidParts={["year"]}
    />,
  );

  it("sends three parts and lets the first be found by the field's name", () => {
    expect(tag(html, 'name="born-day"')).toContain('id="born"');
    expect(tag(html, 'name="born-month"')).toContain('id="born-month"');
    expect(html).toContain('<label for="born-year">');
  });

  it("marks only the wrong part", () => {
    expect(tag(html, 'name="born-year"')).toContain("aria-invalid");
    expect(tag(html, 'name="born-day"')).not.toContain("aria-invalid");
    expect(tag(html, "<fieldset")).toContain('aria-describedby="born-error"');
    expect(tag(html, "<fieldset")).not.toContain("aria-invalid");
  });
});

describe("ErrorSummary", () => {
  const html = render(
    <ErrorSummary heading="Look again" errors={[{ field: "city", message: "Write the city" }]} />,
  );

  it("is an alert that takes focus and links to the field", () => {
    expect(tag(html, 'id="error-summary"')).toMatch(/role="alert" tabindex="-1" autofocus/i);
    expect(html).toContain('<a href="#city">Write the city</a>');
  });

  it("is not there when nothing is wrong", () => {
    expect(render(<ErrorSummary heading="Look again" errors={[]} />)).toBe("");
  });
});
