"use server";

import { requireUser } from "@/lib/accounts/sessions";
import { requireOwnApplication } from "@/lib/applications/access";
import { removeLaterDocument } from "@/lib/documents/later-documents";
import { goOn, orLeadTo } from "../../go-on";

const PAGE = /^\/[a-z]{2}\/applications\/[0-9a-f-]{36}\/(messages|requests\/[0-9a-f-]{36})$/;

/** Takes back a file that was not sent yet, and comes back to the page. One that is gone already is no fault. */
export async function removeWaitingFile(form: FormData): Promise<void> {
  const text = (name: string) => String(form.get(name) ?? "");
  const page = PAGE.test(text("page")) ? text("page") : "/";
  await orLeadTo(page, async () => {
    const user = await requireUser(page);
    const { id } = await requireOwnApplication(user.id, text("application"));
    await removeLaterDocument(id, text("document"));
  });
  goOn(page);
}
