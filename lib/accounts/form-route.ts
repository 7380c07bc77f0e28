import { isLocale, type Locale } from "@/lib/i18n/locales";
import { faultOf, log } from "@/lib/log";
import { readOwnForm, refused, seeOther } from "./same-site";

type Context = { params: Promise<{ locale: string }> };

/**
 * The route that a plain native form is sent to: reads the form, does what it asks for and sends the browser on to a page.
 * A failure is logged and leads to the page given for it, so that nobody ends at a blank one.
 */
export function formRoute(
  act: (fields: URLSearchParams, locale: Locale, headers: Headers) => Promise<string>,
  pathAfterFailure: (locale: Locale) => string,
) {
  return async function post(request: Request, { params }: Context): Promise<Response> {
    const { locale } = await params;
    const fields = await readOwnForm(request);
    if (!isLocale(locale) || !fields) return refused();
    try {
      return seeOther(await act(fields, locale, request.headers));
    } catch (error) {
      log.error({ part: "accounts", ...faultOf(error) }, "form failed");
      return seeOther(pathAfterFailure(locale));
    }
  };
}
