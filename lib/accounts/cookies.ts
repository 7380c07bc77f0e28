import { env } from "@/lib/env";

const isSecure = () => env().APP_URL.startsWith("https:");

/** The full name of one of our cookies. Over https a neighbouring host name can then neither set nor overwrite it. */
export function cookieName(name: string): string {
  return `${isSecure() ? "__Host-" : ""}ankomst.${name}`;
}

/** Attributes of a cookie that only the server reads. Without an age in seconds it ends with the browser; 0 removes it. */
export function cookieOptions(maxAge?: number) {
  const options = { httpOnly: true, sameSite: "lax", secure: isSecure(), path: "/" } as const;
  return maxAge === undefined ? options : { ...options, maxAge };
}
