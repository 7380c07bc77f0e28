import type { Locale } from "@/lib/i18n/locales";
import { swedishDay } from "@/lib/i18n/swedish-time";
import { editionsInForce } from "@/lib/law";
import { assess, type Facts, type PermitId } from "@/lib/rules";
import type { Claims } from "./claims";
import { type HostName, hostName } from "./host-name";

/** Facts of the rules and fields of the steps by their names, with values as answers have them. */
export type Filled = Record<string, string | number | boolean>;

export type FromClaims = {
  /** What the host confirms. */
  confirmed: Filled;
  /** What it only knows of the person, who knows it better: filled in, but not confirmed. */
  suggested: Filled;
};

/** Where each kind of link begins; `permitFor` then asks the rules. */
const BEGINS_AT: Record<Claims["kind"], PermitId> = {
  admission: "studies",
  "hosting-agreement": "research",
};

function known(entries: Record<string, string | number | boolean | undefined>): Filled {
  return Object.fromEntries(
    Object.entries(entries).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}

/** A host confirms that it is an approved research principal only where the register says so (GFL 4 §). */
const hosting = (claims: Claims, host: { isApprovedPrincipal: boolean }) =>
  claims.kind === "hosting-agreement"
    ? {
        hostingAgreement: true,
        approvedPrincipal: host.isApprovedPrincipal || undefined,
        doctoralStudent: claims.level === undefined ? undefined : claims.level === "doctoral",
      }
    : {};

/** The facts and fields that follow from a host's claims; names are those of an application's steps. */
export function factsFromClaims(
  host: HostName & { isApprovedPrincipal: boolean },
  claims: Claims,
  locale: Locale,
): FromClaims {
  const { person, programme, project, pace, level, tuition, mobilityProgramme, from, until, funding } =
    claims;
  return {
    confirmed: known({
      institution: hostName(host, locale),
      programme: programme ?? project?.slice(0, 200),
      admission: pace,
      studyLevel: level,
      ...hosting(claims, host),
      fees: tuition,
      mobilityProgramme,
      stayFrom: from,
      stayUntil: until,
      monthlyIncomeSek: funding?.amountMonthlySek,
    }),
    suggested: known({
      surname: person.name.family,
      givenNames: person.name.given,
      birthDate: person.birthDate,
      meansSource: funding?.note,
    }),
  };
}

/**
 * The permit that these facts lead to for somebody sent in with this kind of link, as the rules have it today: where they refuse
 * the one it begins at and name another that they do not refuse, that one. So a doctoral student with a hosting
 * agreement comes to research from 2026-03-01, and to studies before.
 */
export function permitFor(kind: Claims["kind"], facts: Facts, today: string = swedishDay()): PermitId {
  const view = (permit: PermitId) =>
    assess({ ...facts, permit, decisionDate: today }, { editions: editionsInForce() });
  const isRefused = (permit: PermitId) =>
    view(permit).conditions.some(({ state, effect }) => state === "not-met" && effect === "refuse");
  const first = BEGINS_AT[kind];
  if (!isRefused(first)) return first;
  return view(first).alternatives.find((permit) => !isRefused(permit)) ?? first;
}
