import { loadAnswers } from "@/lib/applications/answers";
import { readApplication } from "@/lib/applications/applications";
import type { Transaction } from "@/lib/db/client";
import type { Application } from "@/lib/db/generated/client";
import type { AnswerValue } from "@/lib/flow/fields";
import { isFamilyPermit } from "./permits";

export type SponsorAnswers = Record<string, AnswerValue>;

/** Not before it was served: nobody else tells the sponsor, or anyone, what was decided. */
async function holdsPermit(client: Transaction, { id, state }: Application): Promise<boolean> {
  if (state !== "acknowledged") return false;
  const decision = await client.decision.findUnique({ where: { applicationId: id } });
  return decision?.outcome === "granted";
}

/** Of a main applicant who is a family member: the sponsor whom they have told of. */
async function sameSponsor(client: Transaction, main: Application): Promise<SponsorAnswers> {
  const reading = readApplication(main, await loadAnswers(main.id, client));
  return reading.steps.find(({ step }) => step.id === "sponsor")?.values ?? {};
}

export type Sponsored = {
  main: Application;
  /** As the family sees it. */
  mainName: string;
  relationship: string | null;
  /** Both are filled in by the same account, so that nothing is told to anybody. */
  isSameAccount: boolean;
};

/**
 * What an application of a family member starts with, by the names of fields: who the sponsor is, what their permit is and
 * whether they hold it or have applied.
 */
export async function sponsorAnswers(
  client: Transaction,
  { main, mainName, relationship, isSameAccount }: Sponsored,
): Promise<SponsorAnswers> {
  if (isFamilyPermit(main.permit)) return isSameAccount ? sameSponsor(client, main) : {};
  return {
    sponsorName: mainName,
    sponsorPermit: main.permit,
    sponsorPermitState: (await holdsPermit(client, main)) ? "held" : "applied",
    ...(relationship && { relationship }),
    ...(isSameAccount && { sponsorReference: main.reference }),
  };
}
