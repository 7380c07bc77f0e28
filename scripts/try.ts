import { startEmbeddedPostgres } from "@/lib/db/embedded-postgres";
import { lockFolder } from "@/lib/db/folder-lock";

(async () => {
  const release = lockFolder("/tmp/devdata");
  const p = await startEmbeddedPostgres("/tmp/devdata");
  console.log(p.url);
  require("fs").writeFileSync("/tmp/devdata/url", p.url);
  process.on("SIGTERM", async () => {
    await p.stop();
    release();
    process.exit(0);
  });
  setInterval(() => {}, 1000);
})();
