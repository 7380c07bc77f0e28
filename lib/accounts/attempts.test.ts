import { randomUUID } from "node:crypto";
import { describe, expect, it, vi } from "vitest";
import { db } from "@/lib/db/client";
import { forgetExpired, limit, takeBack } from "./attempts";

vi.mock("@/lib/env", () => ({
  env: () => {
    const url = process.env.TEST_DATABASE_URL;
    if (!url) throw new Error("TEST_DATABASE_URL is not set: these tests need PostgreSQL.");
    return { APP_SECRET: "a secret for tests", DATABASE_URL: url };
  },
}));

describe("a limit on attempts", () => {
  it("allows so many and tells what is left, and until when", async () => {
    const parts = ["test", randomUUID()];
    const started = Date.now();
    const counted = [await limit(parts, 2, 60), await limit(parts, 2, 60), await limit(parts, 2, 60)];
    expect(counted.map(({ isAllowed, left }) => [isAllowed, left])).toEqual([
      [true, 1],
      [true, 0],
      [false, 0],
    ]);
    const [first, , third] = counted;
    expect(third?.until).toEqual(first?.until);
    expect(Math.abs((first?.until.getTime() ?? 0) - started - 60_000)).toBeLessThan(5_000);
  });

  it("holds for many at once", async () => {
    const parts = ["test", randomUUID()];
    const counted = await Promise.all(Array.from({ length: 60 }, () => limit(parts, 7, 60)));
    expect(counted.filter(({ isAllowed }) => isAllowed)).toHaveLength(7);
    expect(counted.map(({ left }) => left).filter((left) => left > 0)).toHaveLength(6);
  });

  it("starts over when the window has passed", async () => {
    const parts = ["test", randomUUID()];
    await limit(parts, 1, 0.05);
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(await limit(parts, 1, 60)).toMatchObject({ isAllowed: true, left: 0 });
    expect(await limit(parts, 1, 60)).toMatchObject({ isAllowed: false });
  });

  it("counts every key for itself, however the parts are cut", async () => {
    const id = randomUUID();
    await limit(["test", `${id}a`, "b"], 1, 60);
    expect(await limit(["test", id, "ab"], 1, 60)).toMatchObject({ isAllowed: true });
    expect(await limit(["test", `${id}ab`], 1, 60)).toMatchObject({ isAllowed: true });
  });

  it("can take an attempt back, but never below none", async () => {
    const parts = ["test", randomUUID()];
    await limit(parts, 1, 60);
    await takeBack(parts);
    await takeBack(parts);
    await takeBack(["test", randomUUID()]);
    expect(await limit(parts, 1, 60)).toMatchObject({ isAllowed: true, left: 0 });
  });

  it("stores no address", async () => {
    const address = `${randomUUID()}@example.se`;
    await limit(["test", address], 1, 60);
    const keys = (await db().attempt.findMany({ select: { key: true } })).map(({ key }) => key);
    expect(keys.join(" ")).not.toContain(address);
  });

  it("is forgotten when it no longer counts", async () => {
    const [past, present] = [`past-${randomUUID()}`, `present-${randomUUID()}`];
    const hour = 3_600_000;
    await db().attempt.create({ data: { key: past, count: 1, expiresAt: new Date(Date.now() - hour) } });
    await db().attempt.create({ data: { key: present, count: 1, expiresAt: new Date(Date.now() + hour) } });
    expect(await forgetExpired()).toBeGreaterThanOrEqual(1);
    const kept = await db().attempt.findMany({ where: { key: { in: [past, present] } } });
    expect(kept.map(({ key }) => key)).toEqual([present]);
  });
});
