import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Button } from "@/components/form/Button";
import { BackLink } from "@/components/layout/BackLink";
import { Disclosure } from "@/components/layout/Disclosure";
import { PageHeading } from "@/components/layout/PageHeading";
import { PageMain } from "@/components/layout/PageMain";
import { type Task, TaskList } from "@/components/layout/TaskList";
import { openApplication } from "@/lib/applications/applications";
import type { Case, StepReading } from "@/lib/applications/case";
import { documentRequirements } from "@/lib/applications/requirements";
import { listDocuments } from "@/lib/documents/documents";
import type { StepId } from "@/lib/flow/step-checks";
import type { Locale } from "@/lib/i18n/locales";
import { personalPage } from "../../personal-page";
import { deleteDraftAction } from "../delete-action";

type Params = { locale: Locale; id: string };

export async function generateMetadata({ params }: { params: Promise<Params> }): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: "applications" });
  return { title: t("tasks.title") };
}

const ABOUT: readonly StepId[] = [
  "identity",
  "passport",
  "contact",
  "background",
  "situation",
  "permit-held",
];

const STATUS = { done: "done", unfinished: "unfinished", "to-do": "to-do" } as const;

async function tasksOf(steps: readonly StepReading[], base: string, locale: Locale): Promise<Task[]> {
  const [t, words] = await Promise.all([
    getTranslations({ locale, namespace: "applications" }),
    getTranslations({ locale, namespace: "steps" }),
  ]);
  return steps.map(({ step, state }) => ({
    id: step.id,
    title: words(`${step.id}.title`),
    href: `${base}/${step.id}`,
    status: STATUS[state],
    statusText: t(`tasks.status.${state}`),
  }));
}

async function documentTask(
  reading: Case,
  applicationId: string,
  base: string,
  locale: Locale,
): Promise<Task> {
  const t = await getTranslations({ locale, namespace: "applications" });
  const given = new Set((await listDocuments(applicationId)).map(({ requirement }) => requirement));
  const asked = documentRequirements(reading);
  const there = asked.filter(({ id }) => given.has(id)).length;
  const status = there === asked.length ? "done" : there > 0 ? "unfinished" : "to-do";
  return {
    id: "documents",
    title: t("tasks.documents"),
    href: `${base}/documents`,
    hint: t("tasks.documentsHint", { there, asked: asked.length }),
    status,
    statusText: t(`tasks.status.${status}`),
  };
}

/** Marks the first task that is not done as the next one. */
function withNext(groups: Task[][]): Task[][] {
  const next = groups.flat().find(({ status }) => status !== "done");
  return groups.map((tasks) => tasks.map((task) => (task === next ? { ...task, isNext: true } : task)));
}

export default personalPage<Params>(async ({ user, locale, params: { id } }) => {
  const { application, reading } = await openApplication(user.id, id);
  const base = `/${locale}/applications/${id}`;
  if (application.state !== "draft") redirect(`${base}/receipt`);
  const [t, permits] = await Promise.all([
    getTranslations({ locale, namespace: "applications" }),
    getTranslations({ locale, namespace: "permits" }),
  ]);
  const all = await tasksOf(reading.steps, base, locale);
  const about = all.filter(({ id: step }) => ABOUT.includes(step as StepId));
  const declarations = all.filter(({ id: step }) => step === "declarations");
  const plans = all.filter((task) => !about.includes(task) && !declarations.includes(task));
  const review: Task = {
    id: "review",
    title: t("tasks.review"),
    href: `${base}/review`,
    hint: t("tasks.reviewHint"),
    status: "to-do",
    statusText: t("tasks.status.to-do"),
  };
  const documents = await documentTask(reading, id, base, locale);
  const groups = withNext([about, plans, [documents], [...declarations, review]]);
  const headings = ["about", "plans", "documents", "send"] as const;
  const counted = [...all, documents];
  return (
    <PageMain before={<BackLink href={`/${locale}/applications`}>{t("list.title")}</BackLink>}>
      <PageHeading
        caption={permits(`${application.permit}.name` as never)}
        lead={t("tasks.lead", {
          done: counted.filter(({ status }) => status === "done").length,
          all: counted.length,
        })}
      >
        {t("tasks.title")}
      </PageHeading>
      {groups.map((tasks, index) => (
        <TaskList
          key={headings[index]}
          heading={t(`tasks.parts.${headings[index] ?? "about"}`)}
          tally={t("tasks.tally", {
            done: tasks.filter(({ status }) => status === "done").length,
            all: tasks.length,
          })}
          tasks={tasks}
        />
      ))}
      <p>{t("tasks.saved")}</p>
      <p>
        {t("list.reference")} <bdi dir="ltr">{application.reference}</bdi>
      </p>
      <Disclosure summary={t("tasks.delete.summary")}>
        <p>{t("tasks.delete.text")}</p>
        <form action={deleteDraftAction}>
          <input type="hidden" name="application" value={id} />
          <input type="hidden" name="locale" value={locale} />
          <Button variant="danger">{t("tasks.delete.button")}</Button>
        </form>
      </Disclosure>
    </PageMain>
  );
});
