import { formRoute } from "@/lib/accounts/form-route";
import { codePageWith, enterCode } from "@/lib/accounts/sign-in-forms";

export const POST = formRoute(enterCode, (locale) => codePageWith(locale, "failed"));
