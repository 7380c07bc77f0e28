import { viewCase } from "@/lib/authority/case-view";
import { reads } from "../../authority-route";

/** One case: what was submitted, and all that came since. */
export const GET = reads((_, { reference = "" }) => viewCase(reference));
