import { limitedBody } from "@/lib/http/limited-body";
import { problem } from "@/lib/http/problem";
import { swedishDay } from "@/lib/i18n/swedish-time";
import { editionsInForce } from "@/lib/law";
import { type Assessment, assess, RulesError } from "@/lib/rules";
import { describeFault, type Fault, parseFacts } from "@/lib/rules/facts-schema";

const MAX_BYTES = 1024 * 1024;
const MAX_CASES = 1_000;

type Invalid = { pointer: string; code: string; detail: string };

const pointerOf = (path: readonly (string | number)[]) =>
  path.map((part) => `/${String(part).replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");

const invalid = (path: readonly (string | number)[], fault: Fault): Invalid => ({
  pointer: pointerOf([...path, ...fault.path]),
  code: fault.code,
  detail: describeFault(fault),
});

const RULES_FAULTS = {
  "no-permit": { fact: "permit", detail: "permit: takes the id of a permit" },
  "no-decision-date": { fact: "decisionDate", detail: "decisionDate: takes a calendar date, YYYY-MM-DD" },
  "no-law-for-date": { fact: "decisionDate", detail: "decisionDate: takes a day for which the law is known" },
} as const;

function assessOne(input: unknown, path: (string | number)[], today: string): Assessment | Invalid[] {
  const parsed = parseFacts(input);
  if (!parsed.ok) return parsed.faults.map((fault) => invalid(path, fault));
  try {
    return assess({ decisionDate: today, ...parsed.facts }, { editions: editionsInForce() });
  } catch (error) {
    if (!(error instanceof RulesError)) throw error;
    const { fact, detail } = RULES_FAULTS[error.code];
    return [{ pointer: pointerOf([...path, fact]), code: error.code, detail }];
  }
}

function answer(input: unknown): Response {
  const isList = Array.isArray(input);
  const cases: unknown[] = isList ? input : [input];
  if (cases.length > MAX_CASES) {
    return problem(422, "too-many-cases", { detail: `At most ${MAX_CASES} cases in one request.` });
  }
  const today = swedishDay();
  const results = cases.map((one, index) => assessOne(one, isList ? [index] : [], today));
  const errors = results.flatMap((result) => (Array.isArray(result) ? result : []));
  if (errors.length > 0) {
    return problem(422, "invalid-facts", { detail: "Some facts are not what the rules take.", errors });
  }
  return Response.json(isList ? results : results[0], { headers: { "cache-control": "no-store" } });
}

/**
 * The rules as a service: facts in, an assessment out, one or a list of up to 1 000, in the same order. Without
 * `decisionDate` it is today's date in Sweden. Nothing is stored or logged. Faults come as problem documents (RFC 9457).
 */
export async function POST(request: Request): Promise<Response> {
  const type = request.headers.get("content-type")?.split(";")[0]?.trim().toLowerCase();
  if (type !== "application/json") {
    return problem(415, "not-json", { detail: "Send the facts as application/json." });
  }
  let input: unknown;
  try {
    const text = await limitedBody(request, MAX_BYTES);
    if (text === null) return problem(413, "too-large", { detail: `At most ${MAX_BYTES} bytes.` });
    input = JSON.parse(text);
  } catch {
    return problem(400, "not-json", { detail: "The body is not valid JSON." });
  }
  return answer(input);
}
