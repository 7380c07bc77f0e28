import type { Citation } from "@/lib/rules";

/** The key of a ground's words: a citation without the marks that a key of messages may not have. */
export const groundKey = (citation: Citation) => citation.replace(/[^A-Za-z0-9]+/g, "-");
