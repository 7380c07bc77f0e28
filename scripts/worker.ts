import { forgetExpired } from "@/lib/accounts/attempts";
import { removeOrphans } from "@/lib/documents/orphans";
import { JOB_HANDLERS } from "@/lib/jobs/handlers";
import { JOB_NAMES, type JobName, type Jobs, jobQueue } from "@/lib/jobs/queue";
import { faultOf, log } from "@/lib/log";

const HOUR_MS = 60 * 60 * 1_000;

async function work<N extends JobName>(name: N): Promise<void> {
  const queue = await jobQueue();
  await queue.work<Jobs[N]>(name, { pollingIntervalSeconds: 1 }, async (jobs) => {
    for (const { id, data } of jobs) {
      await JOB_HANDLERS[name](data);
      log.info({ job: name, id }, "job done");
    }
  });
}

async function sweep(): Promise<void> {
  try {
    const [attempts, files] = await Promise.all([
      forgetExpired(),
      removeOrphans(new Date(Date.now() - 24 * HOUR_MS)),
    ]);
    log.info({ attempts, files }, "swept");
  } catch (error) {
    log.error(faultOf(error), "sweep failed");
  }
}

async function main(): Promise<void> {
  for (const name of JOB_NAMES) await work(name);
  void sweep();
  const timer = setInterval(sweep, HOUR_MS);
  log.info("worker ready");
  process.once("SIGTERM", async () => {
    clearInterval(timer);
    // Jobs under way are finished; what is not is taken up again by the next worker.
    await (await jobQueue()).stop({ timeout: 8_000 });
    process.exit(0);
  });
}

main().catch((error) => {
  log.error(faultOf(error), "worker failed");
  process.exit(1);
});
