import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { BackLink } from "@/components/layout/BackLink";
import { Bdi } from "@/components/layout/Bdi";
import { Disclosure } from "@/components/layout/Disclosure";
import { Notice } from "@/components/layout/Notice";
import { PageHeading } from "@/components/layout/PageHeading";
import { PageMain } from "@/components/layout/PageMain";
import { requireOwnApplication } from "@/lib/applications/access";
import { isUnderExamination } from "@/lib/applications/states";
import { formatLocale, type Locale } from "@/lib/i18n/locales";
import { swedishMoment, writtenDay } from "@/lib/i18n/swedish-time";
import { listRequests, type RequestView } from "@/lib/requests/requests";
import { personalPage } from "../../../../personal-page";
import { FileList } from "../../writing/FileList";
import { WaitingFiles } from "../../writing/WaitingFiles";
import { WritingForm } from "../../writing/WritingForm";
import { moreTimeAction, replyAction } from "./reply-actions";

type Params = { locale: Locale; id: string; request: string };
type Props = { request: RequestView; applicationId: string; page: string; locale: Locale };

export async function generateMetadata({ params }: { params: Promise<Params> }): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: "writing" });
  return { title: t("request.title") };
}

const PARTS = ["what", "why", "consequence"] as const;

async function Asked({ request, locale }: Props) {
  const t = await getTranslations({ locale, namespace: "writing" });
  return PARTS.map((part) => (
    <section key={part}>
      <h2>{t(`request.${part}`)}</h2>
      <p className="as-typed">
        <Bdi>{request[part]}</Bdi>
      </p>
    </section>
  ));
}

async function Replies({ request, locale }: Props) {
  const [t, common] = await Promise.all([
    getTranslations({ locale, namespace: "writing" }),
    getTranslations({ locale, namespace: "common" }),
  ]);
  return request.replies.map(({ id, at, text, documents }) => (
    <section key={id}>
      <h2>{t("request.sent")}</h2>
      <p className="muted">{common("swedishTime", { when: swedishMoment(at, formatLocale(locale)) })}</p>
      <p className="as-typed">
        <Bdi>{text}</Bdi>
      </p>
      <FileList files={documents} />
    </section>
  ));
}

async function MoreTime({ request, applicationId, page, locale }: Props) {
  const t = await getTranslations({ locale, namespace: "writing" });
  const { moreTimeAskedAt, moreTimeAnsweredAt, isMoreTimeGranted, moreTimeAnswer } = request;
  const answered = moreTimeAnsweredAt ? (
    <Notice kind={isMoreTimeGranted ? "success" : "warning"}>
      <p>{t(isMoreTimeGranted ? "moreTime.granted" : "moreTime.refused")}</p>
      {moreTimeAnswer ? (
        <p className="as-typed">
          <Bdi>{moreTimeAnswer}</Bdi>
        </p>
      ) : null}
    </Notice>
  ) : null;
  if (moreTimeAskedAt && !moreTimeAnsweredAt) return <p>{t("moreTime.waits")}</p>;
  return (
    <>
      {answered}
      <Disclosure summary={t("moreTime.heading")}>
        <p>{t("moreTime.text")}</p>
        <WritingForm
          {...{ form: "more-time", applicationId, action: moreTimeAction, page, locale }}
          values={{ request: request.id }}
          label={t("moreTime.label")}
          submit={t("moreTime.send")}
        />
      </Disclosure>
    </>
  );
}

async function Reply(props: Props & { told: string | string[] | undefined }) {
  const { request, applicationId, page, told, locale } = props;
  const t = await getTranslations({ locale, namespace: "writing" });
  return (
    <section className="stack">
      <h2>{t("reply.heading")}</h2>
      <WaitingFiles
        {...{ applicationId, page, told, locale }}
        action={`/api/requests/${request.id}/documents`}
        id={request.id}
        files={request.waiting}
      />
      <WritingForm
        {...{ form: "reply", applicationId, action: replyAction, page, locale }}
        values={{ request: request.id }}
        label={t("reply.label")}
        hint={t("reply.hint")}
        submit={t("reply.send")}
      />
      <MoreTime {...props} />
    </section>
  );
}

export default personalPage<Params>(async ({ user, locale, params: { id, request: requestId }, search }) => {
  const { state } = await requireOwnApplication(user.id, id);
  const request = (await listRequests(user.id, id)).find((one) => one.id === requestId);
  if (!request) notFound();
  const base = `/${locale}/applications/${id}`;
  const page = `${base}/requests/${request.id}`;
  const [t, cases] = await Promise.all([
    getTranslations({ locale, namespace: "writing" }),
    getTranslations({ locale, namespace: "cases" }),
  ]);
  const isAwaited = isUnderExamination(state) && (request.state === "open" || request.state === "overdue");
  const day = writtenDay(request.dueOn, formatLocale(locale));
  const props = { request, applicationId: id, page, locale };
  return (
    <PageMain before={<BackLink href={base}>{cases("back")}</BackLink>}>
      {search.done === "sent" || search.done === "asked" ? (
        <Notice kind="success" isLive>
          <p>{t(`done.${search.done}`)}</p>
        </Notice>
      ) : null}
      <PageHeading lead={t(`request.states.${request.state}`, { day })}>{t("request.title")}</PageHeading>
      <Asked {...props} />
      <Replies {...props} />
      {isAwaited ? <Reply {...props} told={search.told} /> : null}
    </PageMain>
  );
});
