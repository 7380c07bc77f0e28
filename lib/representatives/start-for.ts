import { parseEmail } from "@/lib/accounts/email-address";
import { OPEN_PERMITS } from "@/lib/applications/applications";
import { selfOf } from "@/lib/applications/persons";
import { newReference } from "@/lib/applications/reference";
import { FROM_CHECK } from "@/lib/applications/reuse";
import { db, type Transaction } from "@/lib/db/client";
import { lockAccount } from "@/lib/db/locks";
import { AppError } from "@/lib/errors";
import type { Locale } from "@/lib/i18n/locales";
import { sendingWithinLimits } from "@/lib/invitations/sending-limits";
import { enqueue } from "@/lib/jobs/queue";
import type { PermitId } from "@/lib/rules";
import { requireName } from "./names";
import { record } from "./record";

/** As many applications as one may have begun for others without a power of attorney. */
const MAX_WAITING = 10;
/** As many drafts as there may be in an account before somebody else can add one. */
const MAX_DRAFTS = 10;

type Account = { id: string; email: string };

export type StartFor = {
  /** A UUID of the form that was sent, so that a double click starts one application. */
  key: string;
  permit: PermitId;
  /** Of the one whom it is for, as in the passport; one of the two names may be empty. */
  givenNames: string;
  surname: string;
  email: string;
  /** How the representative calls themselves to that person. */
  ownName: string;
  /** Of the letter to that person. */
  locale: Locale;
};

type Read = StartFor & { email: string; ownName: string };

function readStart(account: Account, input: StartFor): Read {
  const { permit, givenNames, surname } = input;
  if (!OPEN_PERMITS.includes(permit)) throw new AppError("permit-not-open");
  const email = parseEmail(input.email);
  if (!email) throw new AppError("not-an-email");
  if (email === account.email) throw new AppError("own-address");
  requireName(`${givenNames} ${surname}`);
  return { ...input, email, ownName: requireName(input.ownName, "bad-own-name") };
}

/**
 * A draft with nothing in it but what the representative has just typed. Never filled in with what the account knows, as a
 * draft that its holder starts: a stranger with a forged power of attorney would read it.
 */
async function createDraft(client: Transaction, account: Account, holderId: string, input: Read) {
  const { key, permit, givenNames, surname, email, locale } = input;
  const person = await selfOf(client, holderId);
  const isFree = (await client.application.count({ where: { id: key } })) === 0;
  const answer = (step: string, data: Record<string, string>) => ({ step, data, savedBy: FROM_CHECK });
  return client.application.create({
    data: {
      ...(isFree && { id: key }),
      reference: newReference(),
      userId: holderId,
      personId: person.id,
      permit,
      kind: "first",
      locale,
      answers: { create: [answer("identity", { givenNames, surname }), answer("contact", { email })] },
      events: { create: { userId: account.id, kind: "application-started" } },
    },
  });
}

/** Whether this account may start another one for that holder. The same word for every no: it tells nothing of the account. */
async function requireRoom(client: Transaction, account: Account, holderId: string): Promise<void> {
  const waiting = await client.representation.count({ where: { userId: account.id, state: "accepted" } });
  if (waiting >= MAX_WAITING) throw new AppError("too-many-started", { max: MAX_WAITING });
  const drafts = await client.application.count({ where: { userId: holderId, state: "draft" } });
  if (drafts >= MAX_DRAFTS) throw new AppError("cannot-start-for");
}

async function start(client: Transaction, account: Account, input: Read): Promise<string> {
  const { email, locale, ownName } = input;
  // Not verified: whoever proves the address by a code takes it over, and nobody else can sign in to it.
  const holder = await client.user.upsert({ where: { email }, create: { email, locale }, update: {} });
  await lockAccount(client, holder.id);
  const before = await client.representation.findFirst({
    where: { applicationId: input.key, userId: account.id },
  });
  if (before) return before.id;
  await requireRoom(client, account, holder.id);
  const application = await createDraft(client, account, holder.id, input);
  const representation = await client.representation.create({
    data: {
      applicationId: application.id,
      userId: account.id,
      name: ownName,
      email: account.email,
      state: "accepted",
      acceptedAt: new Date(),
    },
  });
  await record(client, representation, account.id, "representative-started");
  await enqueue(client, "send-representative-started", { representationId: representation.id, locale });
  return representation.id;
}

/**
 * Starts an application in somebody else's account, which is made if there is none, and tells them. To the one who starts
 * it the application opens with a power of attorney, as any other; the answer is the same whether the account was there.
 * Returns the id of the representation. Throws `AppError`: `permit-not-open`, `not-an-email`, `own-address`, `bad-name`, `bad-own-name`,
 * `too-many-started` `{ max }`, `cannot-start-for`, `too-many-invitations` `{ max }`, `address-invited-often` `{ max }`.
 */
export async function startFor(account: Account, input: StartFor): Promise<string> {
  const read = readStart(account, input);
  const begin = () => db().$transaction((client) => start(client, account, read));
  return sendingWithinLimits(account.id, read.email, begin);
}
