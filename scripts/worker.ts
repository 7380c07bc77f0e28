import { forgetExpired } from "@/lib/accounts/attempts";
import { sweepAddressReminders } from "@/lib/addresses/reminders";
import { forgetCalls } from "@/lib/authority/calls";
import { queueDueDeliveries } from "@/lib/delivery/deliveries";
import { removeOrphans } from "@/lib/documents/orphans";
import { followUpInvitations } from "@/lib/families/reminders";
import { forgetHostData } from "@/lib/hosts/forget";
import { JOB_HANDLERS } from "@/lib/jobs/handlers";
import { JOB_NAMES, type JobName, type Jobs, jobQueue } from "@/lib/jobs/queue";
import { faultOf, log } from "@/lib/log";
import { sweepReminders } from "@/lib/messages/reminders";
import { removePastRetention } from "@/lib/own-data/retention";
import { sweepUnusedDrafts } from "@/lib/own-data/unused-drafts";
import { markOverdue } from "@/lib/requests/overdue";

const MINUTE_MS = 60 * 1_000;
const HOUR_MS = 60 * MINUTE_MS;

async function work<N extends JobName>(name: N): Promise<void> {
  const queue = await jobQueue();
  await queue.work<Jobs[N]>(name, { pollingIntervalSeconds: 1 }, async (jobs) => {
    for (const { id, data } of jobs) {
      await JOB_HANDLERS[name](data);
      log.info({ job: name, id }, "job done");
    }
  });
}

type Chore = { name: string; everyMs: number; run(): Promise<unknown> };

/** What is looked after without a job; each may run in any number of workers at once. */
const CHORES: readonly Chore[] = [
  { name: "attempts", everyMs: HOUR_MS, run: () => forgetExpired() },
  { name: "files", everyMs: HOUR_MS, run: () => removeOrphans(new Date(Date.now() - 24 * HOUR_MS)) },
  { name: "hosts", everyMs: HOUR_MS, run: () => forgetHostData() },
  { name: "calls", everyMs: HOUR_MS, run: () => forgetCalls() },
  { name: "overdue", everyMs: 5 * MINUTE_MS, run: () => markOverdue() },
  { name: "reminders", everyMs: 5 * MINUTE_MS, run: () => sweepReminders() },
  { name: "addresses", everyMs: HOUR_MS, run: () => sweepAddressReminders() },
  { name: "unused drafts", everyMs: HOUR_MS, run: () => sweepUnusedDrafts() },
  { name: "retention", everyMs: HOUR_MS, run: () => removePastRetention() },
  { name: "invitations", everyMs: HOUR_MS, run: () => followUpInvitations() },
  { name: "deliveries", everyMs: MINUTE_MS / 3, run: () => queueDueDeliveries() },
  // Gives back to the queue what a killed worker had taken, and clears away what is long done.
  { name: "queue", everyMs: MINUTE_MS, run: async () => void (await (await jobQueue()).maintain()) },
];

/** Does a chore now and then again and again, never twice at a time. Returns what ends it. */
function lookAfter({ name, everyMs, run }: Chore): () => void {
  let isRunning = false;
  const once = async () => {
    if (isRunning) return;
    isRunning = true;
    try {
      const count = await run();
      if (count) log.info({ chore: name, count }, "swept");
    } catch (error) {
      log.error({ chore: name, ...faultOf(error) }, "sweep failed");
    }
    isRunning = false;
  };
  void once();
  const timer = setInterval(once, everyMs);
  return () => clearInterval(timer);
}

async function main(): Promise<void> {
  for (const name of JOB_NAMES) await work(name);
  const ends = CHORES.map(lookAfter);
  log.info("worker ready");
  process.once("SIGTERM", async () => {
    for (const end of ends) end();
    // Jobs under way are finished; what is not is taken up again by the next worker.
    await (await jobQueue()).stop({ timeout: 8_000 });
    process.exit(0);
  });
}

main().catch((error) => {
  log.error(faultOf(error), "worker failed");
  process.exit(1);
});
