const createNextIntlPlugin = require("next-intl/plugin");

const withNextIntl = createNextIntlPlugin("./lib/i18n/request.ts");

/** @type {import("next").NextConfig} */
const config = {
  poweredByHeader: false,
  reactStrictMode: true,
  distDir: process.env.NEXT_DIST_DIR || ".next",
  // Native parts, and parts that read files beside themselves, stay out of the bundle.
  serverExternalPackages: ["sharp", "pg", "pg-boss", "pino", "libheif-js", "@cantoo/pdf-lib"],
};

module.exports = withNextIntl(config);
