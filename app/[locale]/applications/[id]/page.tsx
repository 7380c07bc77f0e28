import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Button } from "@/components/form/Button";
import { BackLink } from "@/components/layout/BackLink";
import { Disclosure } from "@/components/layout/Disclosure";
import { PageMain } from "@/components/layout/PageMain";
import { type Task, TaskList } from "@/components/layout/TaskList";
import { type OpenApplication, openApplication } from "@/lib/applications/applications";
import { listOverview, pairsOf } from "@/lib/applications/overview";
import { documentProgress, type OpenTask, progressOf, TASK_PARTS, tasksOf } from "@/lib/applications/tasks";
import { listDocuments } from "@/lib/documents/documents";
import type { Locale } from "@/lib/i18n/locales";
import { personalPage } from "../../personal-page";
import { deleteDraftAction } from "../delete-action";
import { PairNotice } from "../PairNotice";
import { CasePage } from "./case/CasePage";
import { FamilyStanding } from "./family/FamilyStanding";
import { OlderDrafts } from "./OlderDrafts";
import { TaskHeading } from "./TaskHeading";
import { Together } from "./Together";
import { HostNews } from "./university/HostNews";

type Params = { locale: Locale; id: string };

export async function generateMetadata({ params }: { params: Promise<Params> }): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: "applications" });
  return { title: t("tasks.title") };
}

/** What was taken over is half done: it stands there, and waits for a look. */
const STATUS = {
  done: "done",
  unfinished: "unfinished",
  "to-check": "unfinished",
  "to-do": "to-do",
} as const;

/** What is known of an open draft and the documents that are there. */
type Draft = { open: OpenApplication; given: ReadonlySet<string>; base: string; locale: Locale };

/** A task as the list shows it. */
async function shownTask({ id, state }: OpenTask, { open, given, base, locale }: Draft): Promise<Task> {
  const [t, words] = await Promise.all([
    getTranslations({ locale, namespace: "applications" }),
    getTranslations({ locale, namespace: "steps" }),
  ]);
  const shown = {
    id,
    href: `${base}/${id}`,
    status: STATUS[state],
    statusText: t(`tasks.status.${state}`),
  };
  if (id === "review") return { ...shown, title: t("tasks.review"), hint: t("tasks.reviewHint") };
  if (id === "documents") {
    const hint = t("tasks.documentsHint", documentProgress(open.reading, given));
    return { ...shown, title: t("tasks.documents"), hint };
  }
  const source = open.saved.takenFrom[id];
  const hint = source && (
    <>
      {t("takenOver.from")} <bdi dir="ltr">{source}</bdi>
    </>
  );
  return { ...shown, title: words(`${id}.title`), ...(hint && { hint }) };
}

/** The tasks in their parts; the first that is not done is the next one. */
async function Tasks({ draft }: { draft: Draft }) {
  const t = await getTranslations({ locale: draft.locale, namespace: "applications" });
  const tasks = tasksOf(draft.open.reading, draft.given);
  const { next } = progressOf(draft.open.reading, draft.given);
  const shown = await Promise.all(
    tasks.map(async (task) => ({ ...(await shownTask(task, draft)), isNext: task.id === next })),
  );
  return TASK_PARTS.map((part) => {
    const own = shown.filter((_, index) => tasks[index]?.part === part);
    const done = own.filter(({ status }) => status === "done").length;
    return (
      <TaskList
        key={part}
        heading={t(`tasks.parts.${part}`)}
        tally={t("tasks.tally", { done, all: own.length })}
        tasks={own}
      />
    );
  });
}

/** How the person's own other applications go with this one. */
async function Pairs({ userId, open, locale }: { userId: string; open: OpenApplication; locale: Locale }) {
  const { id, personId } = open.application;
  const pairs = pairsOf(await listOverview(userId, personId));
  return pairs
    .filter(({ waiting, other }) => waiting.id === id || other.id === id)
    .map((pair) => <PairNotice key={pair.waiting.id} pair={pair} locale={locale} />);
}

function DeleteForm({ id, locale, texts }: { id: string; locale: Locale; texts: Record<string, string> }) {
  return (
    <Disclosure summary={texts.summary}>
      <p>{texts.text}</p>
      <form action={deleteDraftAction}>
        <input type="hidden" name="application" value={id} />
        <input type="hidden" name="locale" value={locale} />
        <Button variant="danger">{texts.button}</Button>
      </form>
    </Disclosure>
  );
}

export default personalPage<Params>(async ({ user, locale, params: { id }, search }) => {
  const open = await openApplication(user.id, id);
  const { application, reading } = open;
  const base = `/${locale}/applications/${id}`;
  if (application.state !== "draft")
    return <CasePage userId={user.id} applicationId={id} email={user.email} locale={locale} />;
  const [t, documents] = await Promise.all([
    getTranslations({ locale, namespace: "applications" }),
    listDocuments(id),
  ]);
  const given = new Set(documents.map(({ requirement }) => requirement));
  const isHolder = application.userId === user.id;
  const texts = {
    summary: t("tasks.delete.summary"),
    text: t("tasks.delete.text"),
    button: t("tasks.delete.button"),
  };
  return (
    <PageMain before={<BackLink href={`/${locale}/applications`}>{t("list.title")}</BackLink>}>
      <TaskHeading open={open} progress={progressOf(reading, given)} isHolder={isHolder} locale={locale} />
      <HostNews applicationId={id} steps={reading.steps} locale={locale} />
      <FamilyStanding userId={user.id} applicationId={id} locale={locale} />
      {isHolder ? <Pairs userId={user.id} open={open} locale={locale} /> : null}
      <Tasks draft={{ open, given, base, locale }} />
      <OlderDrafts
        userId={user.id}
        application={application}
        locale={locale}
        page=""
        copied={search.copied}
      />
      {isHolder ? <Together permit={application.permit} base={base} locale={locale} /> : null}
      <p>{t("tasks.saved")}</p>
      <p>
        {t("list.reference")} <bdi dir="ltr">{application.reference}</bdi>
      </p>
      {isHolder ? <DeleteForm id={id} locale={locale} texts={texts} /> : null}
    </PageMain>
  );
});
