import { randomUUID } from "node:crypto";
import { getTranslations } from "next-intl/server";
import { Button, type ButtonVariant } from "@/components/form/Button";
import { Card } from "@/components/layout/Card";
import { Notice } from "@/components/layout/Notice";
import type { Application } from "@/lib/db/generated/client";
import { type FamilyView, openFamily } from "@/lib/families/view";
import type { Locale } from "@/lib/i18n/locales";
import { submitAction } from "../../submit-action";
import { HiddenPlace } from "../family/HiddenPlace";
import { cancelReadyAction } from "../family/membership-actions";
import { nameList } from "../family/name-list";
import { submitTogether } from "./submit-together";

type SendProps = { application: Application; locale: Locale };

type SendFormProps = SendProps & {
  action: (form: FormData) => Promise<void>;
  label: string;
  variant?: ButtonVariant;
};

function SendForm({ application, locale, action, label, variant = "primary" }: SendFormProps) {
  return (
    <form action={action}>
      <HiddenPlace applicationId={application.id} locale={locale} />
      <input type="hidden" name="revision" value={application.revision} />
      <input type="hidden" name="key" value={randomUUID()} />
      <Button variant={variant}>{label}</Button>
    </form>
  );
}

type InFamilyProps = SendProps & { family: FamilyView };

async function Waiting({ family, ...sent }: InFamilyProps) {
  const t = await getTranslations({ locale: sent.locale, namespace: "families" });
  const { waitingFor } = family;
  const isLast = waitingFor.length === 0;
  return (
    <Notice kind="info" heading={t("review.waiting.heading")} headingLevel={3}>
      <p>
        {isLast
          ? t("review.waiting.all")
          : t("review.waiting.for", { names: nameList(sent.locale, waitingFor) })}
      </p>
      {isLast ? (
        <SendForm {...sent} action={submitTogether} label={t("review.waiting.sendAll")} />
      ) : (
        <p>{t("review.waiting.text")}</p>
      )}
      <p>{t("review.waiting.change")}</p>
      <form action={cancelReadyAction}>
        <HiddenPlace applicationId={sent.application.id} locale={sent.locale} />
        <Button variant="secondary">{t("review.waiting.stop")}</Button>
      </form>
    </Notice>
  );
}

async function Together({ family, ...sent }: InFamilyProps) {
  const t = await getTranslations({ locale: sent.locale, namespace: "families" });
  const names = nameList(sent.locale, family.waitingFor);
  return (
    <Card heading={t("review.together.heading")} headingLevel={3}>
      <p>{names ? t("review.together.text", { names }) : t("review.together.last")}</p>
      <SendForm {...sent} action={submitTogether} label={t("review.together.submit")} />
    </Card>
  );
}

/** Sends the application: alone, or where it has a family with others who have not sent theirs, by choice with them. */
export async function SendForms({ userId, ...sent }: SendProps & { userId: string }) {
  const [t, applications, family] = await Promise.all([
    getTranslations({ locale: sent.locale, namespace: "families" }),
    getTranslations({ locale: sent.locale, namespace: "applications" }),
    openFamily(userId, sent.application.id),
  ]);
  const own = family?.members.find(({ id }) => id === family.ownMemberId);
  const isReady = own?.progress === "ready";
  const isAnyoneReady = family?.members.some(({ id, progress }) => progress === "ready" && id !== own?.id);
  if (!family || !(isReady || isAnyoneReady || family.waitingFor.length > 0))
    return <SendForm {...sent} action={submitAction} label={applications("review.send")} />;
  return (
    <div className="card-list" id="send">
      {isReady ? <Waiting {...sent} family={family} /> : <Together {...sent} family={family} />}
      <Card heading={t("review.alone.heading")} headingLevel={3}>
        <p>{t("review.alone.text")}</p>
        <SendForm {...sent} action={submitAction} label={t("review.alone.submit")} variant="secondary" />
      </Card>
    </div>
  );
}
