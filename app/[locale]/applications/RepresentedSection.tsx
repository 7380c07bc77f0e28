import { getTranslations } from "next-intl/server";
import { Card } from "@/components/layout/Card";
import { Tag } from "@/components/layout/Tag";
import type { Locale } from "@/lib/i18n/locales";
import { listRepresented, type Represented } from "@/lib/representatives/representations";

type RepresentedCardProps = { represented: Represented; locale: Locale };

async function RepresentedCard({ represented, locale }: RepresentedCardProps) {
  const [t, permits] = await Promise.all([
    getTranslations({ locale, namespace: "applications" }),
    getTranslations({ locale, namespace: "permits" }),
  ]);
  const { application, representationId, personName, reference } = represented;
  const path = application ? `applications/${application.id}` : `representations/${representationId}`;
  return (
    <Card
      heading={personName ? <bdi>{personName}</bdi> : t("list.unnamedPerson")}
      headingLevel={3}
      href={`/${locale}/${path}`}
    >
      {application ? (
        <>
          <p>{permits(`${application.permit}.name` as never)}</p>
          <p>
            <Tag>{t(`states.${application.state}`)}</Tag>{" "}
            {application.kind === "extension" ? <Tag>{t("list.extension")}</Tag> : null}
          </p>
        </>
      ) : (
        <p>{t("list.waitsForPower")}</p>
      )}
      <p>
        {t("list.reference")} <bdi dir="ltr">{reference}</bdi>
      </p>
    </Card>
  );
}

/** Applications of others, for whom this account is the representative. */
export async function RepresentedSection({ userId, locale }: { userId: string; locale: Locale }) {
  const represented = await listRepresented(userId);
  if (represented.length === 0) return null;
  const t = await getTranslations({ locale, namespace: "applications" });
  return (
    <section>
      <h2>{t("list.represented")}</h2>
      <div className="card-list">
        {represented.map((one) => (
          <RepresentedCard key={one.representationId} represented={one} locale={locale} />
        ))}
      </div>
    </section>
  );
}
