import { describe, expect, it } from "vitest";
import { QUESTIONS } from "@/lib/flow/questions";
import {
  CONDITION_CASES,
  CONDITION_IDS,
  DOCUMENT_IDS,
  DUTY_IDS,
  FACTS,
  NOTE_IDS,
  PARAMETERS,
  PERMIT_IDS,
  PERMITS,
  REQUEST_IDS,
} from "@/lib/rules";
import check from "@/messages/sv/check.json";
import conditions from "@/messages/sv/conditions.json";
import documents from "@/messages/sv/documents.json";
import duties from "@/messages/sv/duties.json";
import facts from "@/messages/sv/facts.json";
import permits from "@/messages/sv/permits.json";
import { groundKey } from "./ground-key";

type Words = Record<string, Record<string, unknown> | undefined>;
const sorted = (ids: Iterable<string>) => [...new Set(ids)].sort();
const keysOf = (value: unknown) => sorted(Object.keys((value ?? {}) as object));

/** The words of Swedish, the source language; other languages are compared with it. */
describe("the words of the rules, both ways", () => {
  it.each([
    ["facts", facts, FACTS.map(({ id }) => id)],
    ["conditions", conditions, CONDITION_IDS],
    ["documents", documents, DOCUMENT_IDS],
    ["duties", duties, DUTY_IDS],
    ["permits", permits, PERMIT_IDS],
    ["check.questions", check.questions, QUESTIONS.map(({ id }) => id)],
    ["check.result.requests", check.result.requests, [...REQUEST_IDS, "heading"]],
    ["check.result.notes", check.result.notes, [...NOTE_IDS, "heading"]],
  ])("%s: every id has words, and no words lack an id", (_, words, ids) => {
    expect(keysOf(words)).toEqual(sorted(ids));
  });

  it("facts: every value of a choice has words", () => {
    for (const fact of FACTS) {
      const values = "values" in fact ? fact.values : [];
      expect([fact.id, keysOf((facts as Words)[fact.id]?.options)]).toEqual([fact.id, sorted(values)]);
    }
  });

  it("facts: each has a label and says why it is asked", () => {
    for (const [id, words] of Object.entries(facts as Words)) {
      expect([id, typeof words?.label, typeof words?.why]).toEqual([id, "string", "string"]);
    }
  });

  it("facts: those in a list to tick can be stated", () => {
    const ticked = QUESTIONS.flatMap((question) => ("isChecklist" in question ? question.facts : []));
    for (const id of ticked) expect([id, typeof (facts as Words)[id]?.statement]).toEqual([id, "string"]);
  });

  it.each(CONDITION_IDS)("condition %s: every case has words", (id) => {
    const words = (conditions as Words)[id];
    const cases = CONDITION_CASES.filter((one) => one.id === id && one.state !== "unknown");
    const reasons = cases.flatMap(({ reason }) => reason ?? []);
    expect(keysOf(words?.reasons)).toEqual(sorted(reasons));
    const states = keysOf(words?.states);
    for (const { state, reason } of cases) if (!reason) expect(states).toContain(state);
    expect(states.filter((state) => !cases.some((one) => one.state === state))).toEqual([]);
    const mayFail = cases.some(({ state }) => state === "not-met");
    expect([id, mayFail, typeof words?.todo]).toEqual([id, mayFail, mayFail ? "string" : typeof words?.todo]);
  });

  it("grounds to apply from inside have words", () => {
    const cites = PERMIT_IDS.flatMap((id) =>
      PERMITS[id].fromInside.grounds.map((ground) => ground.cites[0] ?? ""),
    );
    const known: Record<string, string> = check.result.grounds;
    expect(sorted(cites.map(groundKey)).filter((key) => !known[key])).toEqual([]);
  });

  it("sources of amounts have words", () => {
    const sources = PARAMETERS.flatMap(({ amounts }) => amounts.map(({ sourceId }) => sourceId));
    const known: Record<string, string> = check.result.sources;
    expect(sorted(sources).filter((id) => !known[id])).toEqual([]);
  });
});
