import { getTranslations } from "next-intl/server";
import { ButtonRow } from "@/components/form/ButtonRow";
import { Card } from "@/components/layout/Card";
import { Tag, type TagTone } from "@/components/layout/Tag";
import { isolatedName } from "@/lib/documents/file-name";
import type { FamilyView, MemberView, Progress } from "@/lib/families/view";
import { formatLocale, type Locale } from "@/lib/i18n/locales";
import { swedishDay, writtenDay } from "@/lib/i18n/swedish-time";

const TONES: Partial<Record<Progress, TagTone>> = {
  ready: "done",
  submitted: "done",
  withdrawn: "attention",
  declined: "attention",
  left: "attention",
};

type MemberCardProps = {
  member: MemberView;
  family: FamilyView;
  applicationId: string;
  locale: Locale;
  /** The account holds the application, and does not only fill it in for somebody. */
  isHolder: boolean;
};

async function Invited({ invitation }: Pick<MemberView, "invitation">, locale: Locale) {
  if (!invitation) return null;
  const t = await getTranslations({ locale, namespace: "families" });
  const { email, expiresAt, state } = invitation;
  const until = writtenDay(swedishDay(expiresAt), formatLocale(locale));
  const key = state === "open" ? "members.invitedTo" : "members.expiredAt";
  return <p>{t.rich(key, { until, email: () => <bdi dir="ltr">{email}</bdi> })}</p>;
}

async function relationshipWords({ relationship }: MemberView, family: FamilyView, locale: Locale) {
  if (!relationship) return null;
  const t = await getTranslations({ locale, namespace: "families" });
  if (family.isMain) return t(`members.yours.${relationship}` as never);
  const main = family.members.find(({ role }) => role === "main");
  if (!main) return null;
  return t(`members.relationship.${relationship}` as never, { name: isolatedName(main.name) } as never);
}

async function Actions({ member, family, applicationId, locale, isHolder }: MemberCardProps) {
  const t = await getTranslations({ locale, namespace: "families" });
  const { id, name, applicationId: own, role, state } = member;
  const isOther = own !== undefined && own !== applicationId;
  const who = <bdi className="sr-only">{name}</bdi>;
  const links = [
    isOther ? { href: `/${locale}/applications/${own}`, label: t("members.open") } : null,
    isOther && isHolder && role === "child" && family.isMain
      ? { href: `/${locale}/applications/${own}/family/leave`, label: t("members.takeOut") }
      : null,
    isHolder && family.isMain && state === "invited"
      ? { href: `/${locale}/applications/${applicationId}/family/${id}`, label: t("members.manage") }
      : null,
  ].filter((link) => link !== null);
  if (links.length === 0) return null;
  return (
    <ButtonRow>
      {links.map(({ href, label }) => (
        <a key={href} href={href}>
          {label} {who}
        </a>
      ))}
    </ButtonRow>
  );
}

/** One place in the family: a name, a relationship, how far it has come, and what can be done. */
export async function MemberCard(props: MemberCardProps) {
  const { member, family, locale, isHolder } = props;
  const t = await getTranslations({ locale, namespace: "families" });
  const { id, name, progress, steps, invitation, role } = member;
  const relationship = await relationshipWords(member, family, locale);
  const hasExpired = invitation !== undefined && invitation.state !== "open";
  return (
    <Card heading={<bdi>{name}</bdi>} headingLevel={3}>
      <p>
        {id === family.ownMemberId ? <Tag tone="here">{t("members.you")}</Tag> : null}{" "}
        {hasExpired ? (
          <Tag tone="attention">{t("members.expired")}</Tag>
        ) : (
          <Tag tone={TONES[progress] ?? "neutral"}>{t(`members.status.${progress}`)}</Tag>
        )}
      </p>
      <p>{role === "main" ? t("members.main") : relationship}</p>
      {steps && progress !== "not-started" ? <p>{t("members.progress", steps)}</p> : null}
      {await Invited(member, locale)}
      {isHolder && family.isMain && progress === "declined" ? <p>{t("members.again")}</p> : null}
      <Actions {...props} />
    </Card>
  );
}
