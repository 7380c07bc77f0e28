import { getTranslations } from "next-intl/server";
import { Button } from "@/components/form/Button";
import { Notice } from "@/components/layout/Notice";
import { type OlderDraft, olderDrafts } from "@/lib/applications/other-drafts";
import type { Application } from "@/lib/db/generated/client";
import type { StepId } from "@/lib/flow/step-checks";
import type { Locale } from "@/lib/i18n/locales";
import { copyAction } from "../copy-action";

type OlderDraftsProps = {
  userId: string;
  application: Application;
  locale: Locale;
  /** The page to come back to: a step, the review, or the task list where it is empty. */
  page: StepId | "review" | "";
  /** Only about these; about all where none are given. */
  only?: readonly (StepId | undefined)[];
  /** What came of it when the button was pressed, from the address of the page. */
  copied?: string | string[] | undefined;
};

const REFERENCE = /^ANK-[0-9A-Z]{4}-[0-9A-Z]{4}$/;

type OfferProps = Omit<OlderDraftsProps, "userId" | "only" | "copied"> & { older: OlderDraft };

async function Offer({ older, application, locale, page }: OfferProps) {
  const [t, steps, permits] = await Promise.all([
    getTranslations({ locale, namespace: "applications" }),
    getTranslations({ locale, namespace: "steps" }),
    getTranslations({ locale, namespace: "permits" }),
  ]);
  const { id, reference, permit } = older.application;
  const values = { application: application.id, other: id, locale, page };
  return (
    <Notice kind="info" heading={t("elsewhere.heading")}>
      <p>
        {permits(`${permit}.name` as never)}, <bdi dir="ltr">{reference}</bdi>: {t("elsewhere.text")}
      </p>
      <ul>
        {older.steps.map((step) => (
          <li key={step}>{steps(`${step}.title`)}</li>
        ))}
      </ul>
      <form action={copyAction}>
        {Object.entries(values).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        {older.steps.map((step) => (
          <input key={step} type="hidden" name="step" value={step} />
        ))}
        <Button variant="secondary">{t("elsewhere.button")}</Button>
      </form>
    </Notice>
  );
}

/** Offers to use what is newer here in the person's other drafts too; never does it by itself. */
export async function OlderDrafts({ userId, application, locale, page, only, copied }: OlderDraftsProps) {
  const [t, found] = await Promise.all([
    getTranslations({ locale, namespace: "applications" }),
    olderDrafts(userId, application),
  ]);
  const older = found
    .map((one) => ({ ...one, steps: one.steps.filter((step) => !only || only.includes(step)) }))
    .filter(({ steps }) => steps.length > 0);
  const reference = typeof copied === "string" && REFERENCE.test(copied) ? copied : undefined;
  return (
    <>
      {reference ? (
        <Notice kind="success" isLive>
          <p>
            {t("elsewhere.done")} <bdi dir="ltr">{reference}</bdi>
          </p>
        </Notice>
      ) : null}
      {copied === "no" ? (
        <Notice kind="warning" isLive>
          <p>{t("elsewhere.failed")}</p>
        </Notice>
      ) : null}
      {older.map((one) => (
        <Offer key={one.application.id} older={one} application={application} locale={locale} page={page} />
      ))}
    </>
  );
}
