import { startDraft } from "@/lib/applications/applications";
import type { Transaction } from "@/lib/db/client";
import type { Application, Person } from "@/lib/db/generated/client";
import { isoDay } from "@/lib/db/iso-day";
import { lockAccount } from "@/lib/db/locks";
import { AppError } from "@/lib/errors";
import type { AnswerValue } from "@/lib/flow/fields";
import { isLocale } from "@/lib/i18n/locales";
import type { PermitId } from "@/lib/rules";
import { asDate, givenBirthDate, givenChildRelationship, givenName } from "./given";
import { lockMain, type Main, recordEvent, requireRoomFor, transact } from "./group";
import { familyPermitsFor, isFamilyPermit, isOfAgeToBeChild } from "./permits";
import { sponsorAnswers } from "./sponsor-answers";

export type NewChild = {
  name: string;
  /** ISO date. */
  birthDate: string;
  /** To the main applicant: `child` or `child-of-partner`. */
  relationship: string;
  /** Whether somebody outside of this family has custody too, where that was asked. */
  otherCustodian?: boolean;
  /** One of `familyPermitsFor`; the first of them where none is given. */
  permit?: PermitId;
  kind?: "first" | "extension";
};

type Child = NewChild & { permit: PermitId };

const plain = (name: string) => name.toLocaleLowerCase("sv").replace(/\s+/g, " ").trim();

const isSame = (person: Person, { name, birthDate }: NewChild): boolean =>
  plain(person.name) === plain(name) && !!person.birthDate && isoDay(person.birthDate) === birthDate;

async function requireNewChild(client: Transaction, person: Person, familyId: string): Promise<void> {
  const place = await client.familyMember.findFirst({
    where: { state: "joined", application: { personId: person.id } },
    include: { family: true },
  });
  if (place?.familyId === familyId) throw new AppError("child-already-there", { name: place.name });
  if (place) throw new AppError("child-in-other-family", { reference: place.family.reference });
}

async function personOf(client: Transaction, userId: string, child: Child, familyId: string) {
  const { name, birthDate } = child;
  const persons = await client.person.findMany({ where: { userId, isSelf: false } });
  const known = persons.filter((person) => isSame(person, child));
  for (const person of known) await requireNewChild(client, person, familyId);
  const [person] = known;
  return (
    person ?? client.person.create({ data: { userId, isSelf: false, name, birthDate: asDate(birthDate) } })
  );
}

function permitFor(main: Application, wanted: PermitId | undefined): PermitId {
  const open = familyPermitsFor(main.permit);
  const [first] = open;
  if (!first) throw new AppError("no-family-permit");
  if (wanted && !open.includes(wanted)) throw new AppError("permit-not-open");
  return wanted ?? first;
}

/** What the child's application starts with. A name of one word is a given name; of several, only the parent can tell. */
async function knownOf(client: Transaction, { main, own }: Main, child: Child) {
  const { name, birthDate, otherCustodian } = child;
  const isOwnSponsor = !isFamilyPermit(main.permit);
  const relationship = isOwnSponsor ? child.relationship : null;
  const known: Record<string, AnswerValue> = {
    ...(await sponsorAnswers(client, { main, mainName: own.name, relationship, isSameAccount: true })),
    birthDate,
  };
  if (!name.includes(" ")) known.givenNames = name;
  if (otherCustodian !== undefined) known.otherCustodian = otherCustodian;
  return known;
}

async function startFor(client: Transaction, group: Main, child: Child): Promise<Application> {
  const { main, own } = group;
  const { userId } = main;
  const person = await personOf(client, userId, child, own.familyId);
  const { email } = await client.user.findUniqueOrThrow({ where: { id: userId } });
  return startDraft(client, {
    userId,
    email,
    permit: child.permit,
    kind: child.kind ?? "first",
    locale: isLocale(main.locale) ? main.locale : "en",
    known: await knownOf(client, group, child),
    personId: person.id,
  });
}

function checked(child: NewChild): NewChild {
  return {
    ...child,
    name: givenName(child.name),
    birthDate: givenBirthDate(child.birthDate),
    relationship: givenChildRelationship(child.relationship),
  };
}

/**
 * Adds a child, whose application the same account fills in, to the family of this main application; the family is founded
 * with it where there is none. Throws `AppError`: see README.md.
 */
export async function addChild(userId: string, applicationId: string, given: NewChild): Promise<Application> {
  const child = checked(given);
  return transact(async (client) => {
    await lockAccount(client, userId);
    const group = await lockMain(client, userId, applicationId);
    const permit = permitFor(group.main, child.permit);
    if (!isOfAgeToBeChild(permit, child.birthDate)) throw new AppError("child-too-old");
    requireRoomFor(group.members);
    const application = await startFor(client, group, { ...child, permit });
    const { familyId } = group.own;
    const { id: memberId } = await client.familyMember.create({
      data: {
        familyId,
        applicationId: application.id,
        role: "child",
        name: child.name,
        relationship: child.relationship,
        state: "joined",
      },
    });
    const data = { familyId, memberId, childApplicationId: application.id };
    await recordEvent(client, { applicationId, userId, kind: "family-child-added", data });
    return application;
  });
}
