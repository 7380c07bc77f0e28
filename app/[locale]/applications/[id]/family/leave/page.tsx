import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Button } from "@/components/form/Button";
import { ButtonLink } from "@/components/form/ButtonLink";
import { ButtonRow } from "@/components/form/ButtonRow";
import { BackLink } from "@/components/layout/BackLink";
import { PageHeading } from "@/components/layout/PageHeading";
import { PageMain } from "@/components/layout/PageMain";
import { requireHeldApplication } from "@/lib/applications/access";
import { isolatedName } from "@/lib/documents/file-name";
import { isFamilyPermit } from "@/lib/families/permits";
import { type FamilyView, openFamily } from "@/lib/families/view";
import type { Locale } from "@/lib/i18n/locales";
import { personalPage } from "../../../../personal-page";
import { formState } from "../form-state";
import { HiddenPlace } from "../HiddenPlace";
import { leaveAction } from "../membership-actions";
import { ProblemNotice } from "../ProblemNotice";

type Params = { locale: Locale; id: string };

export async function generateMetadata({ params }: { params: Promise<Params> }): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: "families" });
  return { title: t("leave.title") };
}

type Leaving = { family: FamilyView; isChild: boolean; isFamilyMember: boolean; isDraft: boolean };

type Consequence =
  | "keep"
  | "told"
  | "shared"
  | "main"
  | "children"
  | "permit"
  | "submitted"
  | `child.${"keep" | "told" | "shared" | "permit"}`;

/** What follows for this very application; keys of the messages. */
function whatFollows({ family, isChild, isFamilyMember, isDraft }: Leaving): Consequence[] {
  const sent: Consequence[] = isDraft ? [] : ["submitted"];
  if (isChild) {
    const permit: Consequence[] = isFamilyMember ? ["child.permit"] : [];
    return ["child.keep", "child.told", "child.shared", ...permit, ...sent];
  }
  const follows: Consequence[] = ["keep", "told", "shared"];
  if (family.isMain) follows.push("main");
  if (family.members.some(({ role, isMine }) => role === "child" && isMine)) follows.push("children");
  if (isFamilyMember) follows.push("permit");
  return [...follows, ...sent];
}

/** Before an application is taken out of its family: what happens, and that nobody has to say why. */
export default personalPage<Params>(async ({ user, locale, params: { id }, search }) => {
  const application = await requireHeldApplication(user.id, id);
  const base = `/${locale}/applications/${id}`;
  const family = await openFamily(user.id, id);
  if (!family) redirect(`${base}/family`);
  const [t, state] = await Promise.all([
    getTranslations({ locale, namespace: "families" }),
    formState({ locale, applicationId: id, form: "family/leave", search }),
  ]);
  const own = family.members.find((member) => member.id === family.ownMemberId);
  const isChild = own?.role === "child";
  const parent = family.members.find(({ role, isMine }) => role === "main" && isMine)?.applicationId;
  const name = isolatedName(own?.name ?? "");
  const isFamilyMember = isFamilyPermit(application.permit);
  const isDraft = application.state === "draft";
  return (
    <PageMain before={<BackLink href={`${base}/family`}>{t("back")}</BackLink>}>
      <ProblemNotice problem={state.problem} base={base} locale={locale} />
      <PageHeading lead={isChild ? t("leave.child.lead") : t("leave.lead")}>
        {isChild ? t("leave.child.title", { name }) : t("leave.title")}
      </PageHeading>
      <ul>
        {whatFollows({ family, isChild, isFamilyMember, isDraft }).map((key) => (
          <li key={key}>{t(`leave.${key}`)}</li>
        ))}
      </ul>
      {isFamilyMember && !isChild ? (
        <p>
          <a href={`/${locale}/check`}>{t("leave.check")}</a>
        </p>
      ) : null}
      <form action={leaveAction}>
        <HiddenPlace applicationId={id} locale={locale} />
        {isChild && parent ? <input type="hidden" name="parent" value={parent} /> : null}
        <ButtonRow>
          <Button variant="danger">{isChild ? t("leave.child.submit") : t("leave.submit")}</Button>
          <ButtonLink variant="quiet" href={`${base}/family`}>
            {isChild ? t("leave.child.stay") : t("leave.stay")}
          </ButtonLink>
        </ButtonRow>
      </form>
    </PageMain>
  );
});
