import { formRoute } from "@/lib/accounts/form-route";
import { signOutEverywhere } from "@/lib/accounts/sessions";

export const POST = formRoute(
  async (_, locale) => {
    await signOutEverywhere();
    return `/${locale}/sign-in?signed=out-everywhere`;
  },
  (locale) => `/${locale}/account?error=failed`,
);
