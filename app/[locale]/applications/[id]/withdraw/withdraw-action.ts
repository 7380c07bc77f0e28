"use server";

import { withdrawApplication } from "@/lib/applications/withdraw";
import { AppError } from "@/lib/errors";
import { runFamilyAction } from "../family/run-action";

/** Withdraws a submitted application for good, once the person has said so twice. */
export async function withdrawAction(form: FormData): Promise<void> {
  const isConfirmed = form.get("confirm") === "yes";
  await runFamilyAction(form, {
    page: () => "withdraw",
    act: async ({ user, applicationId, base }) => {
      if (!isConfirmed) throw new AppError("not-confirmed");
      await withdrawApplication(user.id, applicationId);
      return `${base}/withdraw`;
    },
  });
}
