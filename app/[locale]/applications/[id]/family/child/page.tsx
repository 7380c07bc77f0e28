import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { requireHeldApplication } from "@/lib/applications/access";
import type { Locale } from "@/lib/i18n/locales";
import { personalPage } from "../../../../personal-page";
import { AddForm } from "../AddForm";
import { CHILD_FIELDS } from "../family-forms";
import { addChildAction } from "../member-actions";

type Params = { locale: Locale; id: string };

export async function generateMetadata({ params }: { params: Promise<Params> }): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: "families" });
  return { title: t("child.title") };
}

/** A child, whose application the same account fills in. */
export default personalPage<Params>(async ({ user, locale, params: { id }, search }) => {
  await requireHeldApplication(user.id, id);
  return (
    <AddForm
      kind="child"
      fields={CHILD_FIELDS}
      action={addChildAction}
      applicationId={id}
      locale={locale}
      search={search}
    />
  );
});
