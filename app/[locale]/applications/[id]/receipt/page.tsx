import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { BackLink } from "@/components/layout/BackLink";
import { PageMain } from "@/components/layout/PageMain";
import { Panel } from "@/components/layout/Panel";
import { Table } from "@/components/layout/Table";
import { AddressLabel } from "@/components/pictures/AddressLabel";
import { JourneyLine } from "@/components/pictures/JourneyLine";
import { requireOwnApplication } from "@/lib/applications/access";
import { personName } from "@/lib/applications/person-name";
import { documentTitle } from "@/lib/i18n/document-title";
import { formatLocale, type Locale } from "@/lib/i18n/locales";
import { swedishMoment } from "@/lib/i18n/swedish-time";
import { openReceipt, type Receipt } from "@/lib/receipts/receipt";
import { personalPage } from "../../../personal-page";
import { ForWhom } from "../ForWhom";
import { HostNews } from "../university/HostNews";
import { WithdrawLink } from "../withdraw/WithdrawLink";
import { TogetherPanel } from "./TogetherPanel";

type Params = { locale: Locale; id: string };

export async function generateMetadata({ params }: { params: Promise<Params> }): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: "receipt" });
  return { title: t("title") };
}

async function Files({ receipt, locale }: { receipt: Receipt; locale: Locale }) {
  const [t, title] = await Promise.all([
    getTranslations({ locale, namespace: "receipt" }),
    documentTitle(locale),
  ]);
  if (receipt.files.length === 0) return <p>{t("files.none")}</p>;
  return (
    <Table
      caption={t("files.caption", { files: receipt.files.length })}
      columns={[
        { id: "name", header: t("files.name") },
        { id: "for", header: t("files.for") },
        { id: "sha256", header: t("files.checksum") },
      ]}
      rows={receipt.files.map(({ id, fileName, requirement, sha256 }) => ({
        id,
        cells: {
          name: <bdi>{fileName}</bdi>,
          for: title(requirement),
          sha256: (
            <code className="checksum" dir="ltr">
              {sha256}
            </code>
          ),
        },
      }))}
    />
  );
}

async function Address({ receipt, locale }: { receipt: Receipt; locale: Locale }) {
  const t = await getTranslations({ locale, namespace: "receipt" });
  const { address = {}, identity = {} } = receipt.answers;
  const kind = String(address.swedishAddress ?? "none");
  // Not every permit has it for a condition: a family member's has not.
  const isAsked = receipt.assessment.conditions.some(({ id }) => id === "swedish-address");
  if (kind === "none" && !isAsked) return null;
  const text = (name: string) => (address[name] === undefined ? {} : { [name]: String(address[name]) });
  const isKnown = kind === "known" || kind === "temporary";
  return (
    <section>
      <h2>{t("address.heading")}</h2>
      <p>{t(`address.${kind}` as never)}</p>
      {isKnown ? (
        <AddressLabel
          label={t("address.label")}
          name={personName(identity)}
          {...text("careOf")}
          {...text("street")}
          {...text("apartment")}
          {...text("postcode")}
          {...text("place")}
        />
      ) : null}
    </section>
  );
}

const STOPS = ["apply", "authority", "fingerprints", "decision"] as const;

async function WhatNext({ receipt, locale }: { receipt: Receipt; locale: Locale }) {
  const t = await getTranslations({ locale, namespace: "receipt" });
  const days = receipt.assessment.decisionWithinDays;
  return (
    <section>
      <h2>{t("next.heading")}</h2>
      <JourneyLine
        label={t("next.label")}
        hereText={t("next.here")}
        doneText={t("next.done")}
        stops={STOPS.map((id, index) => ({
          id,
          title: t(`next.${id}.title`),
          detail:
            id === "decision" && days === null
              ? t("next.decision.noLimit")
              : t(`next.${id}.text`, { days: days ?? 0 }),
          state: index === 0 ? "done" : index === 1 ? "here" : "ahead",
        }))}
      />
      <h3>{t("fingerprints.heading")}</h3>
      <p>{t("fingerprints.text")}</p>
    </section>
  );
}

export default personalPage<Params>(async ({ user, locale, params: { id } }) => {
  const application = await requireOwnApplication(user.id, id);
  if (application.state === "draft") redirect(`/${locale}/applications/${id}`);
  const [t, permits, common, applications, receipt] = await Promise.all([
    getTranslations({ locale, namespace: "receipt" }),
    getTranslations({ locale, namespace: "permits" }),
    getTranslations({ locale, namespace: "common" }),
    getTranslations({ locale, namespace: "applications" }),
    openReceipt(user.id, id),
  ]);
  const when = swedishMoment(receipt.arrivedAt, formatLocale(locale));
  return (
    <PageMain before={<BackLink href={`/${locale}/applications`}>{applications("list.title")}</BackLink>}>
      <Panel heading={t("heading")} referenceLabel={t("reference")} reference={receipt.reference}>
        <p>{common("swedishTime", { when })}</p>
        <p>{permits(`${receipt.permit}.name` as never)}</p>
      </Panel>
      {application.userId === user.id ? (
        <p className="lead">{t("lead", { email: user.email })}</p>
      ) : (
        <ForWhom userId={user.id} applicationId={id} about="receipt" locale={locale} />
      )}
      <HostNews applicationId={id} locale={locale} />
      <TogetherPanel family={receipt.family} locale={locale} />
      <WhatNext receipt={receipt} locale={locale} />
      <Address receipt={receipt} locale={locale} />
      <section>
        <h2>{t("files.heading")}</h2>
        <Files receipt={receipt} locale={locale} />
        <p>{t("checksum.text")}</p>
        <p>
          <code className="checksum" dir="ltr">
            {receipt.sha256}
          </code>
        </p>
      </section>
      <p>{t("print")}</p>
      <WithdrawLink application={application} userId={user.id} locale={locale} />
    </PageMain>
  );
});
