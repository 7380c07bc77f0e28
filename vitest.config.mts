import { defineConfig } from "vitest/config";

export default defineConfig({
  resolve: {
    alias: {
      "@": import.meta.dirname,
      "server-only": `${import.meta.dirname}/node_modules/server-only/empty.js`,
    },
  },
  test: {
    include: ["{app,components,lib,scripts,messages,bench}/**/*.test.{ts,tsx}"],
    environment: "node",
    restoreMocks: true,
    // Real databases and child processes on a busy machine; what hangs still ends.
    testTimeout: 30_000,
    hookTimeout: 30_000,
  },
});
