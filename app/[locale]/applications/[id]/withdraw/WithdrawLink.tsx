import { getTranslations } from "next-intl/server";
import { isUnderExamination } from "@/lib/applications/states";
import type { Application } from "@/lib/db/generated/client";
import type { Locale } from "@/lib/i18n/locales";

type WithdrawLinkProps = { application: Application; userId: string; locale: Locale };

/** Leads to withdrawing, for whoever holds an application that can still be withdrawn; tells where that was done. */
export async function WithdrawLink({ application, userId, locale }: WithdrawLinkProps) {
  const { id, state } = application;
  const isWithdrawn = state === "withdrawn";
  if (application.userId !== userId || !(isWithdrawn || isUnderExamination(state))) return null;
  const t = await getTranslations({ locale, namespace: "families" });
  return (
    <p>
      <a href={`/${locale}/applications/${id}/withdraw`}>
        {t(isWithdrawn ? "withdraw.done.title" : "withdraw.link")}
      </a>
    </p>
  );
}
