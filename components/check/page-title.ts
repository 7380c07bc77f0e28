import type { WalkView } from "@/lib/flow/walk-step";
import type { CheckStrings } from "./check-strings";
import { formatMessage } from "./format-message";

/** The title of the page: what is asked, and first that something is wrong, where it is. */
export function pageTitle(
  title: string,
  { errors }: WalkView,
  { words, format, name }: CheckStrings,
): string {
  return `${errors.length > 0 ? formatMessage(words.errorTitle, { title }, format) : title} – ${name}`;
}
