import * as z from "zod";
import { claimsSchema } from "@/lib/hosts/claims";

/** A claim as the table shows it: its name with dots, what it takes, and what the schema says of it, in English. */
export type ClaimRow = { name: string; takes: string; description?: string; isRequired: boolean };

type Node = {
  type?: string;
  enum?: string[];
  format?: string;
  pattern?: string;
  minimum?: number;
  maximum?: number;
  maxLength?: number;
  description?: string;
  properties?: Record<string, Node>;
  required?: string[];
};

function takes({ type, enum: values, format, pattern, minimum, maximum, maxLength }: Node): string {
  if (values) return values.join(" | ");
  if (format === "date") return "YYYY-MM-DD";
  if (format) return format;
  if (type === "string" && maxLength) return `string (${maxLength})`;
  if (pattern) return pattern;
  return minimum === undefined ? (type ?? "") : `${type} (${minimum}–${maximum})`;
}

function rowsOf({ properties = {}, required = [] }: Node, path: string, isNeeded: boolean): ClaimRow[] {
  return Object.entries(properties).flatMap(([key, node]): ClaimRow[] => {
    const name = path ? `${path}.${key}` : key;
    const isRequired = isNeeded && required.includes(key);
    if (node.properties) return rowsOf(node, name, isRequired);
    const { description } = node;
    return [{ name, takes: takes(node), isRequired, ...(description && { description }) }];
  });
}

/** Every claim that a host can make, from the schema that reads them. */
export const claimRows = (): ClaimRow[] =>
  rowsOf(z.toJSONSchema(claimsSchema, { io: "input" }) as Node, "", true);
