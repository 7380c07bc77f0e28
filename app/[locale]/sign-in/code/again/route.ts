import { formRoute } from "@/lib/accounts/form-route";
import { askForCodeAgain, codePageWith } from "@/lib/accounts/sign-in-forms";

export const POST = formRoute(askForCodeAgain, (locale) => codePageWith(locale, "failed"));
