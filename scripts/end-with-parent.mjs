// Loaded first in the processes that `start.ts` starts: they end when it does, also when it is killed and cannot tell them.
// Else the web server would stay and keep its port from the next start.
process.once("disconnect", () => process.kill(process.pid, "SIGTERM"));
