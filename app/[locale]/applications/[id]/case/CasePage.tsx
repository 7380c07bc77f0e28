import { getTranslations } from "next-intl/server";
import { BackLink } from "@/components/layout/BackLink";
import { PageHeading } from "@/components/layout/PageHeading";
import { PageMain } from "@/components/layout/PageMain";
import { type Task, TaskList } from "@/components/layout/TaskList";
import { type CaseNow, type CaseTask, caseNow } from "@/lib/cases/case-now";
import { formatLocale, type Locale } from "@/lib/i18n/locales";
import { writtenDay } from "@/lib/i18n/swedish-time";
import { HostNews } from "../university/HostNews";
import { WithdrawLink } from "../withdraw/WithdrawLink";
import { CaseClock } from "./CaseClock";
import { CaseLinks } from "./CaseLinks";
import { ToldToAuthority } from "./ToldToAuthority";

type CasePageProps = { userId: string; applicationId: string; email: string; locale: Locale };

const PAGES = { decision: "decision", messages: "messages", address: "new-address" } as const;

async function shown(task: CaseTask, base: string, locale: Locale): Promise<Task> {
  const t = await getTranslations({ locale, namespace: "cases" });
  const day = "by" in task && task.by ? writtenDay(task.by, formatLocale(locale)) : "";
  const isLate = task.kind === "request" && task.isOverdue;
  const due = day ? t(isLate ? "now.wasDue" : "now.due", { day }) : undefined;
  const common = { status: "to-do", statusText: t(isLate ? "now.late" : "now.waits") } as const;
  if (task.kind === "request")
    return {
      ...common,
      id: task.id,
      title: t("now.request"),
      href: `${base}/requests/${task.id}`,
      hint: due,
    };
  const hint = task.kind === "address" ? due : task.kind === "decision" ? t("now.decisionHint") : undefined;
  return {
    ...common,
    id: task.kind,
    title: titleOf(task, t),
    href: `${base}/${PAGES[task.kind]}`,
    ...(hint && { hint }),
  };
}

type Words = Awaited<ReturnType<typeof getTranslations<"cases">>>;

function titleOf(task: Exclude<CaseTask, { kind: "request" }>, t: Words): string {
  if (task.kind === "decision") return t(task.isOpened ? "now.confirmDecision" : "now.openDecision");
  if (task.kind === "messages") return t("now.messages", { count: task.count });
  return t(`now.address.${task.state}`);
}

/** What the person should do, the most urgent first; or that nothing is to be done. */
async function ToDo({
  now,
  base,
  email,
  locale,
}: {
  now: CaseNow;
  base: string;
  email: string;
  locale: Locale;
}) {
  const t = await getTranslations({ locale, namespace: "cases" });
  const tasks = await Promise.all(now.tasks.map((task) => shown(task, base, locale)));
  if (tasks.length === 0)
    return (
      <section>
        <h2>{t("now.heading")}</h2>
        <p>{t(now.application.state === "withdrawn" ? "now.over" : "now.nothing", { email })}</p>
      </section>
    );
  return (
    <TaskList
      heading={t("now.heading")}
      tasks={tasks.map((task, index) => (index === 0 ? { ...task, isNext: true } : task))}
    />
  );
}

/** An application after it was sent: what happens now, what the person should do, how long it takes. */
export async function CasePage({ userId, applicationId, email, locale }: CasePageProps) {
  const now = await caseNow(userId, applicationId);
  const { application } = now;
  const base = `/${locale}/applications/${applicationId}`;
  const [t, permits, applications] = await Promise.all([
    getTranslations({ locale, namespace: "cases" }),
    getTranslations({ locale, namespace: "permits" }),
    getTranslations({ locale, namespace: "applications" }),
  ]);
  return (
    <PageMain before={<BackLink href={`/${locale}/applications`}>{applications("list.title")}</BackLink>}>
      <PageHeading
        caption={permits(`${application.permit}.name` as never)}
        lead={t(`states.${application.state as Exclude<typeof application.state, "draft">}.lead`)}
      >
        {t(`states.${application.state as Exclude<typeof application.state, "draft">}.title`)}
      </PageHeading>
      <HostNews applicationId={applicationId} locale={locale} />
      <ToDo now={now} base={base} email={email} locale={locale} />
      <CaseClock now={now} base={base} locale={locale} />
      <ToldToAuthority userId={userId} applicationId={applicationId} locale={locale} />
      <CaseLinks state={application.state} base={base} locale={locale} />
      <p>
        {applications("list.reference")} <bdi dir="ltr">{application.reference}</bdi>
      </p>
      <WithdrawLink application={application} userId={userId} locale={locale} />
    </PageMain>
  );
}
