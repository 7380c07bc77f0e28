import { formRoute } from "@/lib/accounts/form-route";
import { signOut } from "@/lib/accounts/sessions";

export const POST = formRoute(
  async (_, locale) => {
    await signOut();
    return `/${locale}/sign-in?signed=out`;
  },
  (locale) => `/${locale}/account?error=failed`,
);
