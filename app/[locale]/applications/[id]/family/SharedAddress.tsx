import { getTranslations } from "next-intl/server";
import { Button } from "@/components/form/Button";
import { Notice } from "@/components/layout/Notice";
import { isolatedName } from "@/lib/documents/file-name";
import { AppError } from "@/lib/errors";
import { type SharedAddress as Shared, sharedAddresses } from "@/lib/families/address";
import type { Locale } from "@/lib/i18n/locales";
import { HiddenPlace } from "./HiddenPlace";
import { takeAddressAction } from "./membership-actions";

type SharedAddressProps = { step: string; userId: string; applicationId: string; locale: Locale };

async function addressesFor(userId: string, applicationId: string): Promise<Shared[]> {
  try {
    return await sharedAddresses(userId, applicationId);
  } catch (error) {
    if (error instanceof AppError) return [];
    throw error;
  }
}

/** On the step that asks for the address in Sweden: those that others in the family share, each taken over by one click. */
export async function SharedAddress({ step, userId, applicationId, locale }: SharedAddressProps) {
  if (step !== "address") return null;
  const t = await getTranslations({ locale, namespace: "families" });
  const addresses = await addressesFor(userId, applicationId);
  return addresses.map(({ memberId, name }) => (
    <Notice key={memberId} heading={t("address.heading", { name: isolatedName(name) })}>
      <p>
        {t("address.text")} {t("address.replaces")}
      </p>
      <form action={takeAddressAction}>
        <HiddenPlace applicationId={applicationId} memberId={memberId} locale={locale} />
        <Button variant="secondary">{t("address.take", { name: isolatedName(name) })}</Button>
      </form>
    </Notice>
  ));
}
