"use server";

import { redirect } from "next/navigation";
import { limit } from "@/lib/accounts/attempts";
import { requireUser } from "@/lib/accounts/sessions";
import { AppError } from "@/lib/errors";
import { acceptLink } from "@/lib/hosts/accept";
import { asLocale, type Locale } from "@/lib/i18n/locales";
import { isUuid } from "@/lib/ids";
import { goOn, orLeadTo } from "../../applications/go-on";
import { dropCarriedLink, linkInForm } from "../carried-link";
import { FAILURES } from "../FailurePage";

/** Each starts an application or fills one in; more than a person ever gets links. */
const MOST_AN_HOUR = 60;

type Choice = { into: string; share: string; hasDrafts: boolean };

function choiceIn(form: FormData): Choice {
  const [into, share] = [form.get("into"), form.get("share")];
  return {
    into: into === "new" || isUuid(into) ? String(into) : "",
    share: share === "yes" || share === "no" ? share : "",
    hasDrafts: form.has("drafts"),
  };
}

/** Where to say what is missing, with what was chosen already. */
function pageWith(page: string, problem: string, { into, share }: Choice): string {
  const search = new URLSearchParams({ problem });
  if (into) search.set("into", into);
  if (share) search.set("share", share);
  return `${page}?${search}`;
}

/** The page that tells why nothing was accepted; undefined for a fault of ours. */
function pageFor(error: unknown, page: string, locale: Locale): string | undefined {
  if (!(error instanceof AppError)) return undefined;
  const failure = FAILURES.find((why) => error.code === why || error.code === `link-${why}`);
  if (failure) return `${page}?failure=${failure}`;
  // The draft is gone or was sent meanwhile: the page offers what is left. A link that is gone is told there too.
  return error.code === "not-found" || error.code === "not-a-draft" ? page : `/${locale}/applications`;
}

async function accept(form: FormData, locale: Locale, page: string): Promise<string> {
  const user = await requireUser(page);
  const linkId = linkInForm(form);
  if (!linkId) return page;
  const choice = choiceIn(form);
  if (choice.hasDrafts && !choice.into) return pageWith(page, "where", choice);
  if (!choice.share) return pageWith(page, "share", choice);
  if (!(await limit(["accept-link", user.id], MOST_AN_HOUR, 3_600)).isAllowed)
    return `/${locale}/applications`;
  try {
    const { applicationId } = await acceptLink({
      userId: user.id,
      email: user.email,
      linkId,
      locale,
      isShared: choice.share === "yes",
      ...(choice.into && choice.into !== "new" && { into: choice.into }),
    });
    await dropCarriedLink();
    return `/${locale}/applications/${applicationId}`;
  } catch (error) {
    const path = pageFor(error, page, locale);
    if (!path) throw error;
    return path;
  }
}

/** Accepts what a university sent along, and leads to the application that it went into. */
export async function acceptAction(form: FormData): Promise<void> {
  const locale = asLocale(form.get("locale"));
  const page = `/${locale}/link/accept`;
  let path = page;
  await orLeadTo(page, async () => {
    path = await accept(form, locale, page);
  });
  if (path.includes("?") || path === page) redirect(path);
  goOn(path);
}
