"use server";

import { asLocale } from "@/lib/i18n/locales";
import { askMoreTime, replyToRequest } from "@/lib/requests/reply";
import { sendWritten } from "../../writing/send-written";

function readPlace(form: FormData) {
  const text = (name: string) => String(form.get(name) ?? "");
  const locale = asLocale(text("locale"));
  const applicationId = text("application");
  const request = text("request");
  const base = `/${locale}/applications/${encodeURIComponent(applicationId)}`;
  return { text, applicationId, request, page: `${base}/requests/${encodeURIComponent(request)}` };
}

/** Sends the reply to a request with the files that wait. */
export async function replyAction(form: FormData): Promise<void> {
  const { text, applicationId, request, page } = readPlace(form);
  const written = { text: text("reply"), key: text("key") };
  await sendWritten({
    ...{ applicationId, form: "reply", text: written.text, page, after: `${page}?done=sent` },
    send: (userId) => replyToRequest(userId, request, written),
  });
}

/** Asks for more time. */
export async function moreTimeAction(form: FormData): Promise<void> {
  const { text, applicationId, request, page } = readPlace(form);
  const reason = text("more-time");
  await sendWritten({
    ...{ applicationId, form: "more-time", text: reason, page, after: `${page}?done=asked` },
    send: (userId) => askMoreTime(userId, request, reason),
  });
}
