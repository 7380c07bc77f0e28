import { formRoute } from "@/lib/accounts/form-route";
import { currentUser, setUserLocale, signInPath } from "@/lib/accounts/sessions";
import { isLocale } from "@/lib/i18n/locales";

export const POST = formRoute(
  async (fields, locale) => {
    const user = await currentUser();
    if (!user) return signInPath(`/${locale}/account`);
    const chosen = fields.get("language");
    if (!isLocale(chosen)) return `/${locale}/account?error=failed`;
    await setUserLocale(user.id, chosen);
    return `/${chosen}/account?saved=language`;
  },
  (locale) => `/${locale}/account?error=failed`,
);
