import { db, type Transaction } from "@/lib/db/client";
import type { AnswerValue, Field } from "@/lib/flow/fields";
import type { Step } from "@/lib/flow/steps";
import { ALL_STEPS } from "@/lib/flow/steps";
import { swedishDay } from "@/lib/i18n/swedish-time";
import type { HostName } from "./host-name";

/** What a host has confirmed of an application: a fact, or a field of a step. */
export type Confirmed = {
  fact: string;
  value: AnswerValue;
  host: HostName & { code: string };
  /** ISO day in Sweden on which the host said so. */
  day: string;
  /** The host no longer confirms it since then. */
  withdrawnAt: Date | null;
};

/** Beside what the person answers: `open` where it is not answered, `not-asked` where this application does not ask it. */
export type Agreement = "agrees" | "differs" | "unreadable" | "open" | "not-asked";

export type Compared = Confirmed & {
  field: Field;
  state: Agreement;
  /** What the person answers, where it can be read. */
  own?: AnswerValue;
};

/** A step as it reads today: what was answered, and what could not be read. */
export type AnsweredStep = {
  step: Pick<Step, "fields">;
  values: Record<string, AnswerValue>;
  errors: readonly { field: string; code: string }[];
};

/** Everything that hosts have said of an application, in the order of its steps; also what was withdrawn. */
export async function everConfirmed(applicationId: string, client: Transaction = db()): Promise<Confirmed[]> {
  const rows = await client.confirmedFact.findMany({
    where: { applicationId },
    include: { host: true, link: { select: { withdrawnAt: true } } },
    orderBy: [{ confirmedOn: "asc" }, { hostCode: "asc" }],
  });
  const confirmed = rows.map(({ fact, value, host, confirmedOn, link }) => ({
    fact,
    value: value as AnswerValue,
    host: { code: host.code, nameSv: host.nameSv, nameEn: host.nameEn },
    day: swedishDay(confirmedOn),
    withdrawnAt: link.withdrawnAt,
  }));
  return confirmed.sort((a, b) => orderOf(a.fact) - orderOf(b.fact));
}

/** What hosts confirm of an application now. */
export async function confirmedIn(applicationId: string, client: Transaction = db()): Promise<Confirmed[]> {
  return (await everConfirmed(applicationId, client)).filter(({ withdrawnAt }) => !withdrawnAt);
}

const FIELDS: readonly Field[] = ALL_STEPS.flatMap(({ fields }) => fields);
const orderOf = (fact: string) => FIELDS.findIndex(({ name }) => name === fact);

/** Spelling aside: signs, case and spaces are written in many ways. */
const plain = (text: string) =>
  text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();

/** Whether both say the same; a host may be called by its name in either language. */
function isSame({ fact, value, host }: Confirmed, own: AnswerValue): boolean {
  if (typeof value !== "string" || typeof own !== "string") return value === own;
  const isOwnName =
    fact === "institution" && [host.nameSv, host.nameEn].some((name) => plain(name) === plain(value));
  const said = isOwnName ? [host.nameSv, host.nameEn, value] : [value];
  return said.some((one) => plain(one) === plain(own));
}

function agreement(confirmed: Confirmed, steps: readonly AnsweredStep[]): Pick<Compared, "state" | "own"> {
  const asking = steps.find(({ step }) => step.fields.some(({ name }) => name === confirmed.fact));
  if (!asking) return { state: "not-asked" };
  const own = asking.values[confirmed.fact];
  if (own !== undefined) return { state: isSame(confirmed, own) ? "agrees" : "differs", own };
  const isMissing = asking.errors.every(({ field, code }) => field !== confirmed.fact || code === "required");
  return { state: isMissing ? "open" : "unreadable" };
}

/** Each thing that was confirmed beside the person's own answer. The rules are asked with the person's own, never with these. */
export function compareWithAnswers(
  confirmed: readonly Confirmed[],
  steps: readonly AnsweredStep[],
): Compared[] {
  return confirmed.flatMap((one) => {
    const field = FIELDS.find(({ name }) => name === one.fact);
    return field ? [{ ...one, field, ...agreement(one, steps) }] : [];
  });
}

/** As it goes with a submission. `agrees` is null where the person has not answered that, or was not asked. */
export type ConfirmedContent = {
  fact: string;
  value: AnswerValue;
  host: string;
  date: string;
  agrees: boolean | null;
};

/** What hosts confirm, for the content of a submission; empty where there is nothing. */
export async function confirmedContent(
  client: Transaction,
  applicationId: string,
  steps: readonly AnsweredStep[],
): Promise<ConfirmedContent[]> {
  const compared = compareWithAnswers(await confirmedIn(applicationId, client), steps);
  return compared.map(({ fact, value, host, day, state }) => ({
    fact,
    value,
    host: host.code,
    date: day,
    agrees: state === "open" || state === "not-asked" ? null : state === "agrees",
  }));
}
