import { formRoute } from "@/lib/accounts/form-route";
import { addressPageWith, askForCode } from "@/lib/accounts/sign-in-forms";

export const POST = formRoute(askForCode, (locale) => addressPageWith(locale, "failed"));
