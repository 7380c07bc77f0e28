import { createHash } from "node:crypto";
import { decodeJwt, decodeProtectedHeader, errors, type JWTVerifyGetKey } from "jose";
import { limit } from "@/lib/accounts/attempts";
import { db } from "@/lib/db/client";
import type { Host } from "@/lib/db/generated/client";
import { env } from "@/lib/env";
import { AppError } from "@/lib/errors";
import { verifySignedRequest } from "@/lib/http/signed-request";
import { KeysUnavailable } from "../fetch-keys";
import { keysOf } from "../host-keys";
import { Refusal } from "./refusal";

export const API_PATH = "/api/hosts/v1";
/** As tokens must name it in `aud`. */
export const apiAudience = (): string => `${env().APP_URL.replace(/\/$/, "")}${API_PATH}`;

/** A header may not bring or point to a key of its own, nor ask for what we do not know. */
const HEADER_MEMBERS = new Set(["alg", "typ", "kid"]);

const DETAIL: Record<string, string> = {
  "no-token": "Send a token as `Authorization: Bearer`.",
  "bad-token": "The token is not one that a host known here signed for this address.",
  "expired-token": "The token has run out: sign one for each request.",
  "used-token": "The token was used before: sign one for each request.",
};

function refused(reason: string): Refusal {
  const challenge = reason === "no-token" ? "Bearer" : `Bearer error="invalid_token"`;
  const detail = DETAIL[reason] ?? DETAIL["bad-token"] ?? "";
  return new Refusal(401, "not-authenticated", detail, { reason }, { "www-authenticate": challenge });
}

const tokenIn = (request: Request) => request.headers.get("authorization")?.split(" ")[1] ?? "";

function hasPlainHeader(token: string): boolean {
  try {
    return Object.keys(decodeProtectedHeader(token)).every((member) => HEADER_MEMBERS.has(member));
  } catch {
    return false;
  }
}

const unavailable = () =>
  new Refusal(
    503,
    "keys-unavailable",
    "Your keys could not be had from their address.",
    {},
    { "retry-after": "60" },
  );

/** The host that signed a request. Throws a `Refusal`; an unknown host, one without keys and a disabled one are answered alike. */
export async function authenticate(request: Request): Promise<Host> {
  const token = tokenIn(request);
  if (token && !hasPlainHeader(token)) throw refused("bad-token");
  let host: Host | null = null;
  let areKeysMissing = false;
  const keysFor = async (code: string): Promise<JWTVerifyGetKey | null> => {
    host = await db().host.findUnique({ where: { code } });
    const keys = host?.isActive ? keysOf(host) : null;
    if (!keys) return null;
    return async (header, input) => {
      try {
        return await keys(header, input);
      } catch (error) {
        areKeysMissing = error instanceof KeysUnavailable || error instanceof errors.JWKSTimeout;
        throw error;
      }
    };
  };
  const spend = async (code: string, id: string, seconds: number) =>
    (await limit(["host-token", code, id], 1, seconds)).isAllowed;
  try {
    await verifySignedRequest(request, { audience: apiAudience(), keysOf: keysFor, spend });
  } catch (error) {
    if (areKeysMissing) throw unavailable();
    throw error instanceof AppError ? refused(String(error.params.reason)) : error;
  }
  if (!host) throw refused("bad-token");
  return host;
}

/** A token may bind the body by `bsha256`, its SHA-256 in base64url; where it does, the body must be that one. */
export function requireSignedBody(request: Request, body: Uint8Array): void {
  const { bsha256 } = decodeJwt(tokenIn(request));
  if (bsha256 !== undefined && bsha256 !== createHash("sha256").update(body).digest("base64url"))
    throw refused("bad-token");
}
