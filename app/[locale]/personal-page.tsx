import { randomUUID } from "node:crypto";
import { headers } from "next/headers";
import { notFound, unstable_rethrow } from "next/navigation";
import type { ReactNode } from "react";
import { type CurrentUser, requireUser } from "@/lib/accounts/sessions";
import { isDatabaseReachable } from "@/lib/db/reachable";
import { AppError } from "@/lib/errors";
import type { Locale } from "@/lib/i18n/locales";
import { faultOf, log } from "@/lib/log";
import { FailedPage, UnavailablePage } from "./failure-pages";

type Search = Record<string, string | string[] | undefined>;

export type PersonalPageContext<P> = { user: CurrentUser; locale: Locale; params: P; search: Search };

type PageProps<P> = { params: Promise<P>; searchParams: Promise<Search> };

/**
 * A page behind sign-in. Whoever is not signed in signs in and comes back; someone else's things are not found;
 * and a fault is told on the page itself, since a boundary of the framework needs JavaScript to show anything.
 */
export function personalPage<P extends { locale: Locale }>(
  render: (context: PersonalPageContext<P>) => Promise<ReactNode>,
) {
  return async function personal({ params, searchParams }: PageProps<P>): Promise<ReactNode> {
    const [own, search] = await Promise.all([params, searchParams]);
    try {
      const path = (await headers()).get("x-path") ?? `/${own.locale}/applications`;
      const user = await requireUser(path);
      return await render({ user, locale: own.locale, params: own, search });
    } catch (error) {
      unstable_rethrow(error);
      if (error instanceof AppError && error.code === "not-found") notFound();
      if (!(await isDatabaseReachable())) return <UnavailablePage />;
      const id = randomUUID();
      log.error({ id, ...faultOf(error) }, "page failed");
      return <FailedPage id={id} />;
    }
  };
}
