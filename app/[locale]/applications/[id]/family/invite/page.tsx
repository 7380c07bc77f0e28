import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { requireHeldApplication } from "@/lib/applications/access";
import type { Locale } from "@/lib/i18n/locales";
import { personalPage } from "../../../../personal-page";
import { AddForm } from "../AddForm";
import { INVITE_FIELDS } from "../family-forms";
import { inviteAction } from "../member-actions";

type Params = { locale: Locale; id: string };

export async function generateMetadata({ params }: { params: Promise<Params> }): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: "families" });
  return { title: t("invite.title") };
}

/** An adult, who fills in their own application. */
export default personalPage<Params>(async ({ user, locale, params: { id }, search }) => {
  await requireHeldApplication(user.id, id);
  return (
    <AddForm
      kind="invite"
      fields={INVITE_FIELDS}
      action={inviteAction}
      applicationId={id}
      locale={locale}
      search={search}
    />
  );
});
