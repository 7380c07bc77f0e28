const createNextIntlPlugin = require("next-intl/plugin");

const withNextIntl = createNextIntlPlugin("./lib/i18n/request.ts");

// The policy for scripts is set by proxy.ts, since it has a nonce a request.
const SECURITY_HEADERS = [
  { key: "X-Content-Type-Options", value: "nosniff" },
  { key: "X-Frame-Options", value: "DENY" },
  { key: "Referrer-Policy", value: "same-origin" },
  { key: "Cross-Origin-Opener-Policy", value: "same-origin" },
  { key: "Permissions-Policy", value: "camera=(self), geolocation=(), microphone=(), payment=(), usb=()" },
  { key: "Strict-Transport-Security", value: "max-age=63072000; includeSubDomains" },
];

/** @type {import("next").NextConfig} */
const config = {
  poweredByHeader: false,
  reactStrictMode: true,
  headers: async () => [{ source: "/:path*", headers: SECURITY_HEADERS }],
  distDir: process.env.NEXT_DIST_DIR || ".next",
  // Native parts, and parts that read files beside themselves, stay out of the bundle.
  serverExternalPackages: ["sharp", "pg", "pg-boss", "pino", "libheif-js", "@cantoo/pdf-lib"],
};

module.exports = withNextIntl(config);
