import { getTranslations } from "next-intl/server";
import { PageHeading } from "@/components/layout/PageHeading";
import type { OpenApplication } from "@/lib/applications/applications";
import { personName } from "@/lib/applications/person-name";
import { personOf } from "@/lib/applications/persons";
import type { Progress } from "@/lib/applications/tasks";
import type { Locale } from "@/lib/i18n/locales";

type TaskHeadingProps = {
  open: OpenApplication;
  progress: Progress;
  /** False for a representative. */
  isHolder: boolean;
  locale: Locale;
};

/** What is applied for, and for whom where that is not the one who reads it. */
export async function TaskHeading({ open, progress, isHolder, locale }: TaskHeadingProps) {
  const { application, reading } = open;
  const [t, permits, person] = await Promise.all([
    getTranslations({ locale, namespace: "applications" }),
    getTranslations({ locale, namespace: "permits" }),
    personOf(application),
  ]);
  const written = personName(reading.steps.find(({ step }) => step.id === "identity")?.values);
  const other = isHolder && person.isSelf ? "" : person.name || written;
  const permit = permits(`${application.permit}.name` as never);
  return (
    <PageHeading
      caption={application.kind === "extension" ? `${permit} · ${t("list.extension")}` : permit}
      lead={t("tasks.lead", { done: progress.done, all: progress.all })}
    >
      {other ? t("tasks.titleFor", { name: other }) : t("tasks.title")}
    </PageHeading>
  );
}
