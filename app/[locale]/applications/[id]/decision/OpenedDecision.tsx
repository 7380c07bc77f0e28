import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { Button } from "@/components/form/Button";
import { Bdi } from "@/components/layout/Bdi";
import { Notice } from "@/components/layout/Notice";
import { SummaryList } from "@/components/layout/SummaryList";
import type { DecisionView } from "@/lib/decisions/receiving";
import { formatLocale, type Locale } from "@/lib/i18n/locales";
import { swedishMoment, writtenDay } from "@/lib/i18n/swedish-time";
import { acknowledgeAction } from "./decision-actions";

type OpenedProps = {
  decision: DecisionView;
  applicationId: string;
  /** Whether whoever looks is the holder: nobody else confirms for them. */
  isHolder: boolean;
  locale: Locale;
};

async function Facts({ decision, applicationId, locale }: OpenedProps) {
  const [t, common] = await Promise.all([
    getTranslations({ locale, namespace: "decisions" }),
    getTranslations({ locale, namespace: "common" }),
  ]);
  const format = formatLocale(locale);
  const { outcome, decidedOn, validFrom, validUntil, acknowledgedAt, appealBy, file } = decision;
  const day = (iso: string) => writtenDay(iso, format);
  const rows: [string, ReactNode][] = [
    ["outcome", t(`outcomes.${outcome}`)],
    ["decidedOn", day(decidedOn)],
  ];
  if (validFrom) {
    const from = day(validFrom);
    rows.push([
      "period",
      validUntil ? t("period.both", { from, until: day(validUntil) }) : t("period.from", { from }),
    ]);
  }
  if (acknowledgedAt)
    rows.push(["receivedAt", common("swedishTime", { when: swedishMoment(acknowledgedAt, format) })]);
  if (appealBy) rows.push(["appealBy", day(appealBy)]);
  if (file)
    rows.push([
      "file",
      <a key="file" href={`/api/applications/${applicationId}/decision-file`}>
        <bdi>{file.fileName}</bdi>
      </a>,
    ]);
  return <SummaryList rows={rows.map(([id, value]) => ({ id, term: t(`terms.${id}` as never), value }))} />;
}

async function Appeal({ decision: { appeal, appealBy }, locale }: OpenedProps) {
  const t = await getTranslations({ locale, namespace: "decisions" });
  if (!appeal)
    return (
      <section>
        <h2>{t("appeal.heading")}</h2>
        <p>{t("appeal.none")}</p>
      </section>
    );
  return (
    <section>
      <h2>{t("appeal.heading")}</h2>
      <p className="as-typed">
        <Bdi>{appeal.how}</Bdi>
      </p>
      <p>
        {appealBy
          ? t("appeal.by", { day: writtenDay(appealBy, formatLocale(locale)) })
          : t("appeal.within", { days: appeal.withinDays })}
      </p>
    </section>
  );
}

async function Receive({
  decision: { acknowledgedAt, sha256 },
  applicationId,
  isHolder,
  locale,
}: OpenedProps) {
  const t = await getTranslations({ locale, namespace: "decisions" });
  if (acknowledgedAt) return null;
  if (!isHolder)
    return (
      <Notice>
        <p>{t("receive.holderOnly")}</p>
      </Notice>
    );
  return (
    <section className="stack no-print">
      <h2>{t("receive.heading")}</h2>
      <p>{t("receive.text")}</p>
      <form action={acknowledgeAction}>
        <input type="hidden" name="application" value={applicationId} />
        <input type="hidden" name="locale" value={locale} />
        <input type="hidden" name="sha256" value={sha256} />
        <Button>{t("receive.button")}</Button>
      </form>
    </section>
  );
}

/** The decision with everything that it says; to be printed too. */
export async function OpenedDecision(props: OpenedProps) {
  const { decision, locale } = props;
  const t = await getTranslations({ locale, namespace: "decisions" });
  return (
    <>
      <Facts {...props} />
      <Receive {...props} />
      <section>
        <h2>{t("reasons")}</h2>
        <p className="as-typed">
          <Bdi>{decision.reasons}</Bdi>
        </p>
      </section>
      <Appeal {...props} />
      <section>
        <h2>{t("checksum.heading")}</h2>
        <p>{t("checksum.text")}</p>
        <p>
          <code className="checksum" dir="ltr">
            {decision.sha256}
          </code>
        </p>
      </section>
      <p className="no-print">{t("print")}</p>
    </>
  );
}
