import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { unstable_rethrow } from "next/navigation";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { type CurrentUser, currentUser } from "@/lib/accounts/sessions";
import { isDatabaseReachable } from "@/lib/db/reachable";
import { AppError } from "@/lib/errors";
import { type InvitationView, invitationSeen, proveInvitee } from "@/lib/families/join";
import type { Locale } from "@/lib/i18n/locales";
import { faultOf, log } from "@/lib/log";
import { formState } from "../../applications/[id]/family/form-state";
import { keptForm } from "../../applications/[id]/family/kept-form";
import { formName } from "../../applications/[id]/family/run-action";
import { FailedPage, UnavailablePage } from "../../failure-pages";
import { Choose } from "./Choose";
import { BIRTH_FIELDS, CHOICE_FIELDS } from "./join-forms";
import { Mutual } from "./Mutual";
import { Prove } from "./Prove";
import { provenBirthDate } from "./proof";
import { type ClosedState, StatePage } from "./StatePage";
import { Welcome } from "./Welcome";

type Search = Record<string, string | string[] | undefined>;
type PageProps = { params: Promise<{ locale: Locale; token: string }>; searchParams: Promise<Search> };
type Visit = { locale: Locale; token: string; search: Search; user: CurrentUser | null };

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: "families" });
  // Whoever has the address has the invitation: it belongs in no search engine and in no header.
  return { title: t("join.title"), robots: { index: false, follow: false }, referrer: "same-origin" };
}

/** States that an answer led to, which the invitation itself does not show. */
const AFTER_ANSWER: Readonly<Record<string, ClosedState>> = {
  "invite-yourself": "own-invitation",
  "already-member": "already-member",
};

/** Why the invitation leads no further; undefined while it does. */
async function closedState({ token, search }: Visit): Promise<ClosedState | undefined> {
  const state = await invitationSeen(token);
  if (state === null) return "unknown";
  if (state === "used") return search.told === "declined" ? "declined" : "used";
  const kept = await keptForm(formName("join", token));
  if (state === "revoked") return kept?.problem?.code === "wrong-birth-date" ? "too-many-answers" : "revoked";
  if (state === "expired") return "expired";
  return AFTER_ANSWER[String(search.problem)];
}

/** The invitation, to whom has proven to be the invitee; null where that has to be asked (again). */
async function opened({ token }: Visit, user: CurrentUser): Promise<InvitationView | null> {
  const birthDate = await provenBirthDate(token, user.id);
  if (!birthDate) return null;
  try {
    return await proveInvitee(user.id, token, birthDate);
  } catch (error) {
    if (error instanceof AppError) return null;
    throw error;
  }
}

async function shown(visit: Visit): Promise<ReactNode> {
  const { locale, token, search, user } = visit;
  const closed = await closedState(visit);
  if (closed) return <StatePage state={closed} locale={locale} isSignedIn={user !== null} />;
  const here = `/${locale}/join/${token}`;
  if (!user) return <Welcome here={here} locale={locale} />;
  const invitation = await opened(visit, user);
  const kept = await keptForm(formName("join", token));
  if (invitation && search.problem === "invited-each-other" && kept?.problem)
    return <Mutual {...{ token, here, locale }} raw={kept.raw} problem={kept.problem} />;
  const fields = invitation ? CHOICE_FIELDS : BIRTH_FIELDS;
  const state = await formState({ locale, applicationId: token, form: "join", fields, search });
  return invitation ? (
    <Choose {...{ token, here, invitation, state, locale }} />
  ) : (
    <Prove {...{ token, here, state, locale }} email={user.email} />
  );
}

/** Where the link in an invitation leads. Looking changes nothing: programs that scan mail look too. */
export default async function JoinPage({ params, searchParams }: PageProps) {
  const [{ locale, token }, search] = await Promise.all([params, searchParams]);
  try {
    return await shown({ locale, token, search, user: await currentUser() });
  } catch (error) {
    unstable_rethrow(error);
    if (!(await isDatabaseReachable())) return <UnavailablePage />;
    const id = randomUUID();
    log.error({ id, ...faultOf(error) }, "page failed");
    return <FailedPage id={id} />;
  }
}
