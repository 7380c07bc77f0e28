import { getRequestConfig } from "next-intl/server";
import { asLocale } from "./locales";
import { messagesFor } from "./messages";

export default getRequestConfig(async ({ requestLocale }) => {
  const asked = await requestLocale;
  const locale = asLocale(asked);
  return { locale, messages: await messagesFor(locale), timeZone: "Europe/Stockholm" };
});
