import { describe, expect, it } from "vitest";
import { editionsUpTo } from "./editions";

describe("editions", () => {
  it("rest on those before them", () => {
    expect(editionsUpTo(["prop-2025-26-146"])).toEqual(["base", "ds-2024-31", "prop-2025-26-146"]);
    expect(editionsUpTo(["ds-2024-31"])).toEqual(["base", "ds-2024-31"]);
    expect(editionsUpTo(["base"])).toEqual(["base"]);
  });
});
