// Puts submitted applications into the database that the settings name, with their deliveries, and prints them as JSON. What the
// way through the pages writes is tried elsewhere; here it is what becomes of it.
import { createHash, randomUUID } from "node:crypto";
import { newReference } from "@/lib/applications/reference";
import { db } from "@/lib/db/client";
import { queueDelivery } from "@/lib/delivery/queue-delivery";
import { jobQueue } from "@/lib/jobs/queue";

const [count = "1", address = "known"] = process.argv.slice(2);
const LAW = new Date("2026-03-01");

function submissionOf(reference: string) {
  const arrivedAt = new Date();
  const answers = { identity: { surname: "Rao" }, address: { swedishAddress: address } };
  const content = JSON.stringify({
    version: 1,
    reference,
    permit: "studies",
    answers,
    documents: [],
    arrivedAt,
  });
  return {
    ...{ idempotencyKey: randomUUID(), content, manifest: [], law: LAW, locale: "en", arrivedAt },
    sha256: createHash("sha256").update(content).digest("hex"),
    assessment: { conditions: [{ id: "swedish-address" }], decisionWithinDays: 90 },
  };
}

async function submit(): Promise<{ reference: string; email: string }> {
  const email = `${randomUUID()}@example.com`;
  const reference = newReference();
  await db().$transaction(async (client) => {
    const user = await client.user.create({ data: { email } });
    const person = await client.person.create({ data: { userId: user.id, isSelf: true } });
    const { id: applicationId } = await client.application.create({
      data: {
        ...{ reference, userId: user.id, personId: person.id },
        ...{ permit: "studies", locale: "en", state: "submitted" },
        addresses: { create: { kind: address, lines: {}, validFrom: new Date() } },
      },
    });
    const { id: submissionId } = await client.submission.create({
      data: { applicationId, ...submissionOf(reference) },
    });
    const data = { submissionId };
    await client.event.create({ data: { applicationId, kind: "application-submitted", data } });
    await queueDelivery(client, submissionId);
  });
  return { reference, email };
}

async function main(): Promise<void> {
  const made = [];
  for (let index = 0; index < Number(count); index++) made.push(await submit());
  process.stdout.write(JSON.stringify(made));
  await (await jobQueue()).stop();
  await db().$disconnect();
}

void main();
