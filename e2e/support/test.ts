import { test as base, expect } from "@playwright/test";

const part = () => Math.floor(Math.random() * 254) + 1;

/** Headers of somebody whose requests come from a network of their own. */
export const ownNetwork = () => ({ "x-forwarded-for": `10.${part()}.${part()}.${part()}` });

/** A test whose requests come from a network of their own, as people's do: limits are counted by network. */
export const test = base.extend({
  extraHTTPHeaders: async ({ extraHTTPHeaders }, use) => {
    await use({ ...extraHTTPHeaders, ...ownNetwork() });
  },
});

export { expect };
