import { type NextRequest, NextResponse } from "next/server";
import createMiddleware from "next-intl/middleware";
import { isFromThisSite } from "@/lib/accounts/same-site";
import { routing } from "@/lib/i18n/routing";

const localize = createMiddleware(routing);

/** Where a university sends people: a token of ours, one that it signed, or what can be neither. */
const LINK = /^\/\w+\/link\/(.*)$/;
const TOKEN = /^(accept|[\w-]{43}|[\w-]+\.[\w-]+\.[\w-]+)$/;

/** The page tells what is wrong with a link by itself; here it gets the status of what is not there. */
function answerToLink(response: NextResponse, token: string): NextResponse {
  // Names the page in each language: with a token of 8 000 characters more than servers in between take.
  response.headers.delete("link");
  if (TOKEN.test(token) || response.headers.has("location")) return response;
  return new NextResponse(null, { status: 404, headers: response.headers });
}

function contentSecurityPolicy(nonce: string): string {
  const development = process.env.NODE_ENV === "development";
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ""}`,
    `style-src 'self'${development ? " 'unsafe-inline'" : ` 'nonce-${nonce}'`}`,
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ");
}

/**
 * Sets the policy for scripts (a nonce a request) and sends a person without a language in the address to one. Refuses
 * forms from other sites, which the framework would answer as a fault of its own.
 */
export function proxy(request: NextRequest): NextResponse {
  if (request.method === "POST" && !isFromThisSite(request)) return new NextResponse(null, { status: 403 });
  const nonce = btoa(crypto.randomUUID());
  const policy = contentSecurityPolicy(nonce);
  request.headers.set("content-security-policy", policy);
  request.headers.set("x-nonce", nonce);
  // For the language switch, which leads to this very page in another language.
  request.headers.set("x-path", request.nextUrl.pathname + request.nextUrl.search);
  const response = localize(request);
  response.headers.set("content-security-policy", policy);
  const token = LINK.exec(request.nextUrl.pathname)?.[1];
  return token === undefined ? response : answerToLink(response, token);
}

export const config = {
  // Everything but routes for programs, the framework's own files and files with an ending.
  matcher: ["/((?!api/|_next/|.*\\.[a-z0-9]+$).*)", "/link/:token", "/:locale/link/:token"],
};
