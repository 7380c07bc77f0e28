import type { Locale } from "@/lib/i18n/locales";

type HiddenPlaceProps = { applicationId: string; memberId?: string; locale: Locale };

/** What a form about a family is about. */
export function HiddenPlace({ applicationId, memberId, locale }: HiddenPlaceProps) {
  return (
    <>
      <input type="hidden" name="locale" value={locale} />
      <input type="hidden" name="application" value={applicationId} />
      {memberId ? <input type="hidden" name="member" value={memberId} /> : null}
    </>
  );
}
