"use server";

import { asLocale } from "@/lib/i18n/locales";
import { correctAnswers, sendMessage } from "@/lib/messages/conversation";
import { sendWritten } from "../writing/send-written";

/** Sends a message, or a correction, with the files that wait. */
export async function messageAction(form: FormData): Promise<void> {
  const text = (name: string) => String(form.get(name) ?? "");
  const locale = asLocale(text("locale"));
  const applicationId = text("application");
  const page = `/${locale}/applications/${encodeURIComponent(applicationId)}/messages`;
  const written = { text: text("message"), key: text("key") };
  const send = text("kind") === "correction" ? correctAnswers : sendMessage;
  await sendWritten({
    ...{ applicationId, form: "message", text: written.text, page, after: `${page}?done=sent` },
    send: (userId) => send(userId, applicationId, written),
  });
}
