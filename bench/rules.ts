// How many assessments a second one core makes, and how much one costs beside copying its facts through JSON.
// npx tsx bench/rules.ts
import { assess, type Facts } from "../lib/rules";
import { everyone } from "../lib/rules/scenarios/people";

const MILLISECONDS = 1_000;

/** Runs a second on these facts, and gives the runs of one person. */
function rate(people: readonly Facts[], work: (facts: Facts) => unknown): number {
  const start = performance.now();
  let runs = 0;
  while (performance.now() - start < MILLISECONDS) {
    for (const facts of people) work(facts);
    runs += people.length;
  }
  return (runs / (performance.now() - start)) * MILLISECONDS;
}

const copy = (facts: Facts) => JSON.parse(JSON.stringify(facts));

rate(everyone, assess);
rate(everyone, copy);

const rows = everyone.map((facts) => ({
  permit: `${facts.permit}${facts.kind === "extension" ? " (extension)" : ""}`,
  assessed: rate([facts], (f) => assess(f)),
  copied: rate([facts], copy),
}));

for (const { permit, assessed, copied } of rows) {
  console.log(
    `${permit.padEnd(34)}${Math.round(assessed).toLocaleString("sv-SE").padStart(10)} /s   ${(copied / assessed).toFixed(2)} x a copy`,
  );
}
const all = rate(everyone, (facts) => assess(facts));
const copies = rate(everyone, copy);
console.log(
  `${"all".padEnd(34)}${Math.round(all).toLocaleString("sv-SE").padStart(10)} /s   ${(copies / all).toFixed(2)} x a copy`,
);
