import type { Field } from "@/lib/flow/fields";

const quoted = (text: string) => `"${text.replace(/[^\w-]/g, "")}"`;

const chosen = ({ field, is }: NonNullable<Field["when"]>) => {
  const values = is.map((value) => `[value=${quoted(value)}]`).join(",");
  const name = `[name=${quoted(field)}]`;
  return `:is(input${name}:is(${values}):checked,select${name} option:is(${values}):checked)`;
};

/** The field it depends on counts only while that is shown itself. */
function conditionsOf(field: Field, fields: readonly Field[]): string {
  const { when } = field;
  const before = when && fields.find(({ name }) => name === when.field);
  if (!when || !before) return "";
  return `${conditionsOf(before, fields)}:has(${chosen(when)})`;
}

/**
 * A style sheet that shows a field only while the one it depends on has the right answer, without any script.
 * A browser that lacks `:has()` shows them all; the server ignores what does not matter.
 */
export function revealRules(fields: readonly Field[]): string {
  const shown = fields.flatMap((field) => {
    if (!field.when) return [];
    return [`form${conditionsOf(field, fields)} [data-when=${quoted(field.name)}]{display:block}`];
  });
  if (shown.length === 0) return "";
  return `@supports selector(:has(*)){[data-when]{display:none}${shown.join("")}}`;
}
