import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { BackLink } from "@/components/layout/BackLink";
import { Disclosure } from "@/components/layout/Disclosure";
import { Notice } from "@/components/layout/Notice";
import { PageHeading } from "@/components/layout/PageHeading";
import { PageMain } from "@/components/layout/PageMain";
import { Table } from "@/components/layout/Table";
import { ADDRESS_FIELDS, checkAddress } from "@/lib/addresses/address-form";
import { type AddressNews, addressNews, casesThatMoveAlong, toldAddresses } from "@/lib/addresses/addresses";
import { standingOn, type ToldAddress } from "@/lib/addresses/standing";
import { requireOwnApplication } from "@/lib/applications/access";
import { personName } from "@/lib/applications/person-name";
import { isUnderExamination } from "@/lib/applications/states";
import { typedBefore } from "@/lib/applications/typed-answers";
import { rawFromValue } from "@/lib/flow/fields";
import { readStep } from "@/lib/flow/read-step";
import { formatLocale, type Locale } from "@/lib/i18n/locales";
import { swedishDay, swedishMoment, writtenDay } from "@/lib/i18n/swedish-time";
import { openReceipt } from "@/lib/receipts/receipt";
import { caseClock } from "@/lib/requests/case-clock";
import { personalPage } from "../../../personal-page";
import { AddressForm } from "./AddressForm";
import { AddressStanding, lineOf } from "./AddressStanding";
import { postedAddress } from "./posted-address";

type Params = { locale: Locale; id: string };

export async function generateMetadata({ params }: { params: Promise<Params> }): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: "addresses" });
  return { title: t("title") };
}

type HistoryProps = { told: readonly ToldAddress[]; news: AddressNews; locale: Locale };

async function History({ told, news, locale }: HistoryProps) {
  const [t, common] = await Promise.all([
    getTranslations({ locale, namespace: "addresses" }),
    getTranslations({ locale, namespace: "common" }),
  ]);
  if (told.length === 0) return null;
  const format = formatLocale(locale);
  const moment = (at: Date) => common("swedishTime", { when: swedishMoment(at, format) });
  return (
    <section>
      <h2>{t("history.heading")}</h2>
      <Table
        caption={t("history.caption")}
        isCaptionHidden
        columns={[
          { id: "address", header: t("history.address") },
          { id: "from", header: t("history.from") },
          { id: "told", header: t("history.told") },
          { id: "known", header: t("history.known") },
        ]}
        rows={told.map(({ id, kind, lines, validFrom, toldAt }) => ({
          id,
          cells: {
            address: lineOf(lines) ? <bdi>{lineOf(lines)}</bdi> : t(`history.kinds.${kind}`),
            from: writtenDay(validFrom, format),
            told: moment(toldAt),
            known: news.known[id] ? moment(news.known[id]) : t("history.available"),
          },
        }))}
      />
    </section>
  );
}

/** What the person chose to do was done. */
const DONE = ["told", "confirmed"] as const;

export default personalPage<Params>(async ({ user, locale, params: { id }, search }) => {
  const application = await requireOwnApplication(user.id, id);
  const base = `/${locale}/applications/${id}`;
  if (application.state === "draft") redirect(`${base}/address`);
  if (application.state === "withdrawn") redirect(base);
  const today = swedishDay();
  const [t, cases, told, news, others, receipt, clock, posted, typed] = await Promise.all([
    getTranslations({ locale, namespace: "addresses" }),
    getTranslations({ locale, namespace: "cases" }),
    toldAddresses(user.id, id),
    addressNews(user.id, id),
    casesThatMoveAlong(user.id, id),
    openReceipt(user.id, id),
    caseClock(user.id, id),
    postedAddress.take(),
    typedBefore(id, "address"),
  ]);
  const standing = standingOn(told, today);
  const form = posted ?? { raw: typed ?? { addressFrom: rawFromValue(today, "date") }, also: [] };
  const errors = posted ? readStep(ADDRESS_FIELDS, posted.raw, today, checkAddress).errors : [];
  const done = posted ? undefined : DONE.find((one) => one === search.done);
  const isOpen = standing.state !== "fixed" || Boolean(posted ?? typed);
  const permits = await getTranslations({ locale, namespace: "permits" });
  return (
    <PageMain before={<BackLink href={base}>{cases("back")}</BackLink>}>
      <PageHeading lead={t("lead")}>{t("title")}</PageHeading>
      {done ? (
        <Notice kind="success" isLive>
          <p>{t(`done.${done}`)}</p>
        </Notice>
      ) : null}
      <AddressStanding
        standing={standing}
        applicationId={id}
        name={personName(receipt.answers.identity)}
        dueOn={isUnderExamination(application.state) ? (clock?.dueOn ?? null) : null}
        confirmedAt={news.confirmedAt}
        locale={locale}
      />
      <Disclosure summary={t("form.heading")} isOpen={isOpen}>
        <AddressForm
          applicationId={id}
          locale={locale}
          posted={form}
          errors={errors}
          others={others.map((other) => ({
            id: other.id,
            name: `${permits(`${other.permit}.name` as never)} (${other.reference})`,
          }))}
        />
      </Disclosure>
      <History told={told} news={news} locale={locale} />
      <h2>{t("why.heading")}</h2>
      <p>{t("why.text")}</p>
      <p>{t("why.register")}</p>
    </PageMain>
  );
});
