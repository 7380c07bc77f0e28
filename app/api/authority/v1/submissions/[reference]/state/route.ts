import { lockCase } from "@/lib/authority/cases";
import { Stage } from "@/lib/authority/schemas";
import { setStage } from "@/lib/authority/stages";
import { changes } from "../../../authority-route";

/** Tells the applicant how far the case has come. */
export const POST = changes(Stage, async (client, { reference = "" }, given) => {
  const { stage, at } = await setStage(client, await lockCase(client, reference), given);
  return { status: 201, body: { stage, at } };
});
