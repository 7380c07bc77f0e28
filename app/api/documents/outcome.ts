import { randomBytes } from "node:crypto";
import * as z from "zod/mini";
import { cookieName, cookieOptions } from "@/lib/accounts/cookies";
import { seeOther } from "@/lib/accounts/same-site";
import { seal, unseal } from "@/lib/accounts/sealed-cookie";

const PURPOSE = "upload-outcome";
const MAX_AGE_SECONDS = 600;
const MAX_REFUSALS = 8;
const MAX_NAME = 40;

const Refusal = z.object({
  /** Empty where it is about no file in particular. */
  name: z.string(),
  code: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
});
const Outcome = z.object({
  /** Of the application or representation whose page tells it. */
  id: z.string(),
  /** What the files were for; empty where that is not known. */
  requirement: z.string(),
  stored: z.number(),
  removed: z.boolean(),
  refused: z.array(Refusal),
});

export type Refusal = z.infer<typeof Refusal>;
/** What came of a form, for the page that is shown next. */
export type Outcome = z.infer<typeof Outcome>;

const Told = z.extend(Outcome, { mark: z.string() });

const brief = (name: string) => {
  const points = Array.from(name);
  return points.length > MAX_NAME
    ? `${points.slice(0, MAX_NAME / 2).join("")}…${points.slice(1 - MAX_NAME / 2).join("")}`
    : name;
};

function setCookie(value: string): string {
  const { secure, path } = cookieOptions();
  return `${cookieName(PURPOSE)}=${value}; Path=${path}; Max-Age=${MAX_AGE_SECONDS}; HttpOnly; SameSite=Lax${secure ? "; Secure" : ""}`;
}

const documentsPage = (applicationId: string) =>
  `/applications/${encodeURIComponent(applicationId)}/documents`;

/**
 * Sends the browser on to a page, which tells what came of the form. File names are the person's own matter: they travel in
 * a sealed cookie; the address has only a mark that ties the page to it. The page is that of the documents, or another one,
 * given without its language.
 */
export function tellOnPage(locale: string, outcome: Outcome, page = documentsPage(outcome.id)): Response {
  const mark = randomBytes(6).toString("base64url");
  const refused = outcome.refused.slice(0, MAX_REFUSALS).map((one) => ({ ...one, name: brief(one.name) }));
  const hash = refused.length === 0 && outcome.requirement ? `#${outcome.requirement}` : "";
  const response = seeOther(`/${locale}${page}?told=${mark}${hash}`);
  response.headers.append(
    "set-cookie",
    setCookie(seal(PURPOSE, { ...outcome, refused, mark }, MAX_AGE_SECONDS)),
  );
  return response;
}

/** What came of the form that led to this page; null on every other visit. */
export function readOutcome(
  cookies: { get(name: string): { value: string } | undefined },
  id: string,
  mark: unknown,
): Outcome | null {
  const told = Told.safeParse(unseal(PURPOSE, cookies.get(cookieName(PURPOSE))?.value));
  if (!told.success || told.data.mark !== mark || told.data.id !== id) return null;
  return told.data;
}
