import { revalidatePath } from "next/cache";
import { redirect, unstable_rethrow } from "next/navigation";
import { AppError } from "@/lib/errors";
import { faultOf, log } from "@/lib/log";

/** Leads on to a page after something was changed. */
export function goOn(path: string): never {
  // Else the back button shows pages as they were before, from what the framework keeps of them in the browser.
  revalidatePath("/", "layout");
  redirect(path);
}

/** Does what a form asks for; after a failure leads to a page, which tells by itself where the database is away. */
export async function orLeadTo(path: string, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    unstable_rethrow(error);
    if (!(error instanceof AppError)) log.error({ ...faultOf(error) }, "form failed");
    redirect(path);
  }
}
