/** Which folder may import which: rules ← flow ← applications and its neighbours ← app. See docs/adr/0001-layout.md. */
const only = (name, from, allowed, comment) => ({
  name,
  comment,
  severity: "error",
  from: { path: from, pathNot: "\\.test\\.tsx?$" },
  to: { path: "^(app|components|lib|scripts|e2e|bench)/", pathNot: allowed },
});

module.exports = {
  forbidden: [
    {
      name: "no-circles",
      severity: "error",
      from: {},
      to: { circular: true, viaOnly: { pathNot: "^lib/db/generated/" } },
    },
    {
      name: "no-unresolved",
      severity: "error",
      from: {},
      to: { couldNotResolve: true, pathNot: "^(server-only|next/)" },
    },
    only("rules-are-pure", "^lib/rules/", "^lib/rules/", "The law imports nothing but itself."),
    only("flow-is-pure", "^lib/flow/", "^lib/(flow|rules)/"),
    only("catalogue-is-pure", "^lib/catalogue/", "^lib/(catalogue|flow|rules)/"),
    only("timeline-is-pure", "^lib/timeline/", "^lib/(timeline|flow|rules)/"),
    only(
      "components-show",
      "^components/",
      "^(components/|lib/(rules|flow|catalogue|timeline|i18n)/)",
      "No data access in components.",
    ),
    only("i18n", "^lib/i18n/", "^lib/(i18n|rules|flow)/"),
    only("lib-knows-no-pages", "^lib/", "^lib/"),
    only("accounts", "^lib/accounts/", "^lib/(accounts|email|db|i18n|http|env\\.ts|errors\\.ts|log\\.ts)"),
    only("email", "^lib/email/", "^lib/(email|i18n|env\\.ts|errors\\.ts|log\\.ts)"),
    only(
      "documents",
      "^lib/documents/",
      "^lib/(documents|db|rules|jobs/queue\\.ts|env\\.ts|ids\\.ts|errors\\.ts|log\\.ts)",
    ),
    only(
      "representatives",
      "^lib/representatives/",
      "^lib/(representatives|applications|documents|invitations|accounts|email|i18n|flow|rules|db|jobs/queue\\.ts|env\\.ts|ids\\.ts|errors\\.ts)",
    ),
    only("invitations", "^lib/invitations/", "^lib/(invitations|accounts|db|errors\\.ts)"),
    only(
      "families",
      "^lib/families/",
      "^lib/(families|invitations|applications|documents|accounts|email|flow|rules|db|i18n|jobs/queue\\.ts|law\\.ts|env\\.ts|ids\\.ts|errors\\.ts|log\\.ts)",
    ),
    {
      name: "families-know-applications-and-not-the-reverse",
      severity: "error",
      from: { path: "^lib/(applications|documents|invitations|receipts)/" },
      to: { path: "^lib/families/" },
    },
    {
      name: "rules-need-no-package",
      comment: "zod reads what comes from outside, in one file; the rest runs in the browser as it is.",
      severity: "error",
      from: {
        path: "^lib/(rules|flow)/",
        pathNot: "\\.test\\.ts$|facts-schema\\.ts$|arbitrary-facts\\.ts$",
      },
      to: { path: "node_modules" },
    },
    {
      name: "database-in-lib-only",
      severity: "error",
      from: { path: "^(app|components)/", pathNot: "^app/api/ready/" },
      to: { path: "^lib/db/(client|embedded|migrate)" },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "^(\\.next|lib/db/generated)" },
    tsConfig: { fileName: "tsconfig.json" },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "node", "default", "types"],
    },
  },
};
