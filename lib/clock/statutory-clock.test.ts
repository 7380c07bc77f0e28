import { describe, expect, it } from "vitest";
import { type ClockInput, statutoryClock } from "./statutory-clock";

const at = (moment: string) => new Date(moment);
const clock = (input: Partial<ClockInput> = {}) =>
  statutoryClock({
    submittedAt: at("2026-11-02T10:00:00Z"),
    limitDays: 60,
    pauses: [],
    today: "2026-11-02",
    ...input,
  });

describe("the time for the decision, UtlF 4a:1", () => {
  it.each([
    ["2026-11-02", 0, 0],
    ["2026-11-03", 1, 0],
    ["2026-12-31", 59, 0],
    ["2027-01-01", 60, 0],
    ["2027-01-02", 61, 1],
    ["2027-02-01", 91, 31],
  ])("on %s it is day %i, late by %i", (today, day, lateBy) => {
    expect(clock({ today })).toMatchObject({ day, of: 60, lateBy, dueOn: "2027-01-01" });
  });

  it("is not counted where none is set, but the days are", () => {
    expect(clock({ limitDays: null, today: "2027-11-02" })).toMatchObject({
      day: 365,
      of: null,
      dueOn: null,
      lateBy: 0,
    });
  });

  it.each([
    // Winter: midnight in Sweden is 23:00 in UTC; summer: 22:00.
    ["2026-11-02T22:59:59Z", "2026-11-02"],
    ["2026-11-02T23:00:00Z", "2026-11-03"],
    ["2026-07-01T21:59:59Z", "2026-07-01"],
    ["2026-07-01T22:00:00Z", "2026-07-02"],
    // The nights in which the clocks are changed.
    ["2026-03-28T22:59:59Z", "2026-03-28"],
    ["2026-03-28T23:00:00Z", "2026-03-29"],
    ["2026-03-29T21:59:59Z", "2026-03-29"],
    ["2026-03-29T22:00:00Z", "2026-03-30"],
    ["2026-10-24T21:59:59Z", "2026-10-24"],
    ["2026-10-24T22:00:00Z", "2026-10-25"],
    ["2026-10-25T22:59:59Z", "2026-10-25"],
    ["2026-10-25T23:00:00Z", "2026-10-26"],
  ])("submitted at %s counts from %s", (submittedAt, day) => {
    expect(clock({ submittedAt: at(submittedAt), today: day })).toMatchObject({ day: 0 });
    expect(clock({ submittedAt: at(submittedAt), today: "2026-12-24" }).day).toBe(
      (Date.parse("2026-12-24") - Date.parse(day)) / 86_400_000,
    );
  });

  it("counts a day of 23 and one of 25 hours as one each", () => {
    const march = { submittedAt: at("2026-03-28T12:00:00Z"), today: "2026-03-30" };
    const october = { submittedAt: at("2026-10-24T12:00:00Z"), today: "2026-10-26" };
    expect(clock(march).day).toBe(2);
    expect(clock(october).day).toBe(2);
  });

  it("never runs backwards", () => {
    expect(clock({ today: "2026-10-01" })).toMatchObject({ day: 0, lateBy: 0 });
  });
});

describe("while a complement is awaited", () => {
  const asked = at("2026-11-12T09:00:00Z");
  const answered = at("2026-11-22T20:00:00Z");

  it("stands still from the day it is asked for", () => {
    const waiting = { pauses: [{ from: asked, until: null }] };
    expect(clock({ ...waiting, today: "2026-11-12" })).toMatchObject({ day: 10, pausedSince: "2026-11-12" });
    expect(clock({ ...waiting, today: "2026-12-12" })).toMatchObject({
      day: 10,
      pausedDays: 30,
      dueOn: "2027-01-31",
      lateBy: 0,
    });
  });

  it("runs on from the day of the answer", () => {
    const over = { pauses: [{ from: asked, until: answered }] };
    expect(clock({ ...over, today: "2026-11-22" })).toMatchObject({ day: 10, pausedSince: null });
    expect(clock({ ...over, today: "2026-11-23" })).toMatchObject({ day: 11, dueOn: "2027-01-11" });
  });

  it("is the day in Sweden that counts, also at night", () => {
    const night = { from: at("2026-11-12T22:59:00Z"), until: at("2026-11-12T23:01:00Z") };
    expect(clock({ pauses: [night], today: "2026-11-20" })).toMatchObject({ day: 17, pausedDays: 1 });
  });

  it("counts a day of two requests once", () => {
    const pauses = [
      { from: at("2026-11-14T12:00:00Z"), until: at("2026-11-18T12:00:00Z") },
      { from: asked, until: answered },
      { from: at("2026-11-20T12:00:00Z"), until: at("2026-11-25T12:00:00Z") },
    ];
    expect(clock({ pauses, today: "2026-12-02" })).toMatchObject({ pausedDays: 13, day: 17 });
  });

  it("says since when of several that still wait", () => {
    const pauses = [
      { from: answered, until: null },
      { from: asked, until: null },
    ];
    expect(clock({ pauses, today: "2026-12-02" })).toMatchObject({ pausedSince: "2026-11-12", day: 10 });
  });
});

describe("six months, FL 12", () => {
  it.each([
    ["2026-11-02T10:00:00Z", "2027-05-02"],
    ["2026-08-31T10:00:00Z", "2027-02-28"],
    ["2027-08-30T10:00:00Z", "2028-02-29"],
    ["2026-08-31T22:00:00Z", "2027-03-01"],
  ])("submitted at %s they have gone on %s", (submittedAt, sixMonthsOn) => {
    expect(clock({ submittedAt: at(submittedAt) }).sixMonthsOn).toBe(sixMonthsOn);
  });

  it("give the right to a decision from the day after, whatever stood still", () => {
    const pauses = [{ from: at("2026-11-12T09:00:00Z"), until: null }];
    expect(clock({ pauses, today: "2027-05-02" }).mayDemandDecision).toBe(false);
    expect(clock({ pauses, today: "2027-05-03" }).mayDemandDecision).toBe(true);
  });
});
