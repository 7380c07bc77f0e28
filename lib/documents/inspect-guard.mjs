// The first thread of the process that `inspection.ts` starts for one file. It watches the memory of the process while the
// second thread reads the file: decoders work outside of the engine's heap, so that no limit of the engine's holds them.
import { Worker } from "node:worker_threads";

const MAX_RESIDENT_BYTES = 1024 ** 3;
const MAX_HEAP_MEGABYTES = 512;
const WATCH_EVERY_MS = 25;

const answer = (result) => process.send(result, () => process.exit(0));

const watch = setInterval(() => {
  // Not an exit: that would wait for native code to come back.
  if (process.memoryUsage.rss() > MAX_RESIDENT_BYTES) process.kill(process.pid, "SIGKILL");
}, WATCH_EVERY_MS);
process.once("disconnect", () => process.kill(process.pid, "SIGKILL"));

const reader = new Worker(new URL("./inspect-file.mjs", import.meta.url), {
  workerData: process.argv[2],
  resourceLimits: { maxOldGenerationSizeMb: MAX_HEAP_MEGABYTES },
  stdout: true,
  stderr: true,
});
reader.once("message", answer);
reader.once("error", (error) =>
  answer({ refused: error.code === "ERR_WORKER_OUT_OF_MEMORY" ? "too-complex" : "broken" }),
);
reader.once("exit", () => clearInterval(watch));
