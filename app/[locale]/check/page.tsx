import type { Metadata } from "next";
import { headers } from "next/headers";
import { Check } from "@/components/check/Check";
import { CHANGES_FORM } from "@/components/check/changes-form";
import { PageMain } from "@/components/layout/PageMain";
import { revealRules } from "@/components/steps/reveal-rules";
import { OPEN_PERMITS } from "@/lib/applications/applications";
import { HISTORY_FIELDS } from "@/lib/flow/walk-history";
import { NEW_WALK, START_FIELDS } from "@/lib/flow/walk-start";
import { viewOf } from "@/lib/flow/walk-step";
import type { Locale } from "@/lib/i18n/locales";
import { swedishDay } from "@/lib/i18n/swedish-time";
import { editionsInForce } from "@/lib/law";
import { showChanges } from "../rules/changes/show-changes";
import { checkStrings } from "./check-words";
import { startFromCheck } from "./start-from-check";
import { takeWalkStep } from "./walk-action";

// The title names the question, which only the check itself knows.
export const metadata: Metadata = { title: { absolute: "" } };

/** Shows without script what an answer makes matter. */
const RULES = revealRules([...START_FIELDS, ...HISTORY_FIELDS]);

export default async function CheckPage({ params }: { params: Promise<{ locale: Locale }> }) {
  const { locale } = await params;
  const today = swedishDay();
  const editions = editionsInForce();
  return (
    <PageMain>
      <style nonce={(await headers()).get("x-nonce") ?? undefined}>{RULES}</style>
      <Check
        strings={await checkStrings(locale, today)}
        today={today}
        editions={editions}
        initial={viewOf(NEW_WALK, { today, editions })}
        walkAction={takeWalkStep}
        startAction={startFromCheck}
        openPermits={OPEN_PERMITS}
      />
      <form id={CHANGES_FORM} action={showChanges} />
    </PageMain>
  );
}
