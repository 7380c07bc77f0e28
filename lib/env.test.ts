import { describe, expect, it } from "vitest";
import { readEnv } from "./env";

describe("settings", () => {
  it("has a default for each", () => {
    expect(readEnv({})).toMatchObject({
      APP_URL: "http://localhost:3000",
      PORT: 3000,
      DATA_DIR: ".data",
      TRUSTED_PROXIES: 0,
    });
  });
  it("moves the address with the port", () =>
    expect(readEnv({ PORT: "8080" }).APP_URL).toBe("http://localhost:8080"));
  it("takes an empty one as none", () =>
    expect(readEnv({ SMTP_URL: "", APP_SECRET: "" }).SMTP_URL).toBeUndefined());
  it.each([
    ["PORT", "no"],
    ["PORT", "70000"],
    ["APP_URL", "localhost"],
    ["SMTP_URL", "mail"],
    ["LOG_LEVEL", "loud"],
    ["TRUSTED_PROXIES", "-1"],
    ["APP_SECRET", "short"],
  ])("names %s when it is %j", (name, value) => expect(() => readEnv({ [name]: value })).toThrow(name));
});
