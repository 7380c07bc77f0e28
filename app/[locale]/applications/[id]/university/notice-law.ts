import type { NoticeKind } from "@/lib/hosts/notices";
import { type Citation, PERMITS, type PermitId } from "@/lib/rules";

type NoticeLaw = {
  /** The duty to tell, as proposed in Ds 2024:31. */
  duty: Citation;
  /** What it rests on for a permit that requires an admission. */
  studies: readonly Citation[];
  /** Where to read on: a permit that may fit instead. */
  alternative?: PermitId;
};

/** Without an admission the application is refused; the permit is revoked where its conditions are no longer met. */
const ADMISSION: readonly Citation[] = ["UtlL 5b:3 st1", "UtlL 5b:21 p1"];
/** For other reasons than those it was granted for. */
const OTHER_REASONS: Citation = "UtlL 5b:21 p4";

export const NOTICE_LAW: Record<NoticeKind, NoticeLaw> = {
  "not-registered-in-time": { duty: "RedF 2:6a st2 p1", studies: ADMISSION },
  declined: { duty: "RedF 2:6a st2 p2", studies: ADMISSION },
  deferred: { duty: "RedF 2:6a st2 p3", studies: ["HF 7:33 st1 p1", OTHER_REASONS] },
  "did-not-appear": { duty: "RedF 2:6a st2 p4", studies: [OTHER_REASONS, "UtlL 5b:12 st2 p2"] },
  "study-break": {
    duty: "RedF 2:6a st2 p5",
    studies: ["HF 7:33 st1 p2", "UtlL 5b:22 st2", "UtlL 5b:18 st2", "UtlF 4a:1a p2"],
  },
  interruption: { duty: "RedF 2:6a st2 p6", studies: ADMISSION },
  "ended-early": {
    duty: "RedF 2:6a st2 p7",
    studies: ["UtlL 5b:8", "UtlL 5b:16", OTHER_REASONS],
    alternative: "job-seeking-after-studies",
  },
};

/** A permit that rests on something else than an admission: revoked where its conditions are no longer met. */
export const OTHER_PERMITS: readonly Citation[] = ["UtlL 5b:21 p1"];

/** Proportionate, and heard first. */
export const FAIRNESS: readonly Citation[] = ["SFD art 21.7", "FL 25 st1"];

/** Whether the permit requires an admission to studies. */
export const restsOnAdmission = (permit: PermitId): boolean =>
  PERMITS[permit].conditions.some(({ id }) => id === "admission");
