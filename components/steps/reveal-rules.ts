import type { Field } from "@/lib/flow/fields";

const quoted = (text: string) => `"${text.replace(/[^\w-]/g, "")}"`;

/**
 * A style sheet that shows a field only while the one it depends on has the right answer, without any script.
 * A browser that lacks `:has()` shows them all; the server ignores what does not matter.
 */
export function revealRules(fields: readonly Field[]): string {
  const shown = fields.flatMap((field) => {
    if (!field.when) return [];
    const values = field.when.is.map((value) => `[value=${quoted(value)}]`).join(",");
    const name = `[name=${quoted(field.when.field)}]`;
    const chosen = `:is(input${name}:is(${values}):checked,select${name} option:is(${values}):checked)`;
    return [`form:has(${chosen}) [data-when=${quoted(field.name)}]{display:block}`];
  });
  if (shown.length === 0) return "";
  return `@supports selector(:has(*)){[data-when]{display:none}${shown.join("")}}`;
}
