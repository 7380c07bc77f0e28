import { FACTS, type FactId } from "@/lib/rules/facts";
import type { Field } from "./fields";

const DEFINITIONS = new Map(FACTS.map((fact) => [fact.id as FactId, fact]));

const KIND_OF_TYPE = {
  boolean: "yes-no",
  date: "date",
  money: "money",
  integer: "number",
  number: "number",
  enum: "choice",
  country: "country",
} as const;

/** The field that asks for a fact. The history of permits is a table of its own and no field: it throws a RangeError. */
export function factField(id: FactId, extra: Partial<Field> = {}): Field {
  const definition = DEFINITIONS.get(id);
  if (!definition || definition.type === "array") throw new RangeError(`${id} is not asked for in one field`);
  const field: Field = { name: id, kind: KIND_OF_TYPE[definition.type], fact: id };
  if ("values" in definition) field.options = definition.values;
  if (definition.type === "number") field.decimals = true;
  return { ...field, ...extra };
}
