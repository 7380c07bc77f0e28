import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { RadioField } from "@/components/form/RadioField";
import { BackLink } from "@/components/layout/BackLink";
import { Bdi } from "@/components/layout/Bdi";
import { Notice } from "@/components/layout/Notice";
import { PageHeading } from "@/components/layout/PageHeading";
import { PageMain } from "@/components/layout/PageMain";
import { Tag } from "@/components/layout/Tag";
import { requireOwnApplication } from "@/lib/applications/access";
import { isUnderExamination } from "@/lib/applications/states";
import { listWaitingDocuments } from "@/lib/documents/later-documents";
import { formatLocale, type Locale } from "@/lib/i18n/locales";
import { swedishMoment } from "@/lib/i18n/swedish-time";
import { listMessages, type MessageView, markMessagesRead } from "@/lib/messages/conversation";
import { personalPage } from "../../../personal-page";
import { FileList } from "../writing/FileList";
import { WaitingFiles } from "../writing/WaitingFiles";
import { WritingForm } from "../writing/WritingForm";
import { messageAction } from "./message-actions";

type Params = { locale: Locale; id: string };

export async function generateMetadata({ params }: { params: Promise<Params> }): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: "writing" });
  return { title: t("messages.title") };
}

async function Message({ message, locale }: { message: MessageView; locale: Locale }) {
  const [t, common] = await Promise.all([
    getTranslations({ locale, namespace: "writing" }),
    getTranslations({ locale, namespace: "common" }),
  ]);
  const { direction, kind, at, readAt, text, documents } = message;
  const isNew = direction === "from_authority" && !readAt;
  return (
    <section className="stack">
      <h2>
        {t(`messages.${direction}`)} {isNew ? <Tag tone="here">{t("messages.new")}</Tag> : null}
        {kind === "correction" ? <Tag>{t("messages.correction")}</Tag> : null}
      </h2>
      <p className="muted">{common("swedishTime", { when: swedishMoment(at, formatLocale(locale)) })}</p>
      <p className="as-typed">
        <Bdi>{text}</Bdi>
      </p>
      <FileList files={documents} />
    </section>
  );
}

async function Write({
  id,
  page,
  isOpen,
  locale,
}: {
  id: string;
  page: string;
  isOpen: boolean;
  locale: Locale;
}) {
  const t = await getTranslations({ locale, namespace: "writing" });
  const kinds = (["message", "correction"] as const).map((value) => ({
    value,
    label: t(`messages.kinds.${value}.label`),
    hint: t(`messages.kinds.${value}.hint`),
  }));
  return (
    <WritingForm
      {...{ form: "message", applicationId: id, action: messageAction, page, locale }}
      label={t("messages.label")}
      submit={t("messages.send")}
    >
      {isOpen ? (
        <RadioField name="kind" label={t("messages.kind")} options={kinds} defaultValue="message" />
      ) : null}
    </WritingForm>
  );
}

export default personalPage<Params>(async ({ user, locale, params: { id }, search }) => {
  const { state } = await requireOwnApplication(user.id, id);
  const base = `/${locale}/applications/${id}`;
  if (state === "draft") redirect(base);
  const page = `${base}/messages`;
  const [t, cases, messages, waiting] = await Promise.all([
    getTranslations({ locale, namespace: "writing" }),
    getTranslations({ locale, namespace: "cases" }),
    listMessages(user.id, id),
    listWaitingDocuments(id, null),
  ]);
  // Seen from now on; shown as new this once.
  await markMessagesRead(user.id, id);
  return (
    <PageMain before={<BackLink href={base}>{cases("back")}</BackLink>}>
      {search.done === "sent" ? (
        <Notice kind="success" isLive>
          <p>{t("done.sent")}</p>
        </Notice>
      ) : null}
      <PageHeading lead={t("messages.lead")}>{t("messages.title")}</PageHeading>
      {messages.length === 0 ? <p>{t("messages.none")}</p> : null}
      {messages.map((message) => (
        <Message key={message.id} message={message} locale={locale} />
      ))}
      {state === "withdrawn" ? null : (
        <section className="stack">
          <h2>{t("messages.write")}</h2>
          <WaitingFiles
            {...{ applicationId: id, page, told: search.told, locale }}
            action={`/api/applications/${id}/later-documents`}
            id={id}
            files={waiting}
          />
          <Write id={id} page={page} isOpen={isUnderExamination(state)} locale={locale} />
        </section>
      )}
    </PageMain>
  );
});
