import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";

/** Leads on to a page after something was changed. */
export function goOn(path: string): never {
  // Else the back button shows pages as they were before, from what the framework keeps of them in the browser.
  revalidatePath("/", "layout");
  redirect(path);
}
