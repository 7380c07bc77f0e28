"use server";

import { startApplicationFromCheck } from "../applications/start-action";

/** Carries the answers into an application. */
export async function startFromCheck(form: FormData): Promise<void> {
  await startApplicationFromCheck(form);
}
