import { viewGroup } from "@/lib/authority/case-view";
import { reads } from "../../authority-route";

/** The members of a family who have submitted. */
export const GET = reads((_, { reference = "" }) => viewGroup(reference));
