import { lookup } from "node:dns/promises";
import http from "node:http";
import https from "node:https";
import { isLoopback, isOuterAddress } from "./outer-address";

const MAX_BYTES = 64 * 1024;

type Address = { address: string; family: number };

export type FetchKeysOptions = {
  /** Lets plain http to this very machine pass: for tests and development. */
  allowLoopback?: boolean;
  resolve?: (hostname: string) => Promise<Address[]>;
};

/** Why a key set could not be had; `reason` is for the log and the host, and tells nothing of what answered. */
export class KeysUnavailable extends Error {
  constructor(
    readonly reason: "bad-url" | "inner-address" | "not-found" | "timeout" | "too-large" | "bad-answer",
  ) {
    super(reason);
    this.name = "KeysUnavailable";
  }
}

const resolveAll = (hostname: string): Promise<Address[]> => lookup(hostname, { all: true, verbatim: true });

function checkUrl(url: URL, allowLoopback: boolean): void {
  const isPlain = url.protocol === "http:" && allowLoopback;
  if ((url.protocol !== "https:" && !isPlain) || url.username || url.password)
    throw new KeysUnavailable("bad-url");
}

/** The one address to connect to. All that the name stands for must be outside, whichever is taken. */
async function addressOf(url: URL, options: FetchKeysOptions): Promise<Address> {
  const { allowLoopback = false, resolve = resolveAll } = options;
  const hostname = url.hostname.replace(/^\[|\]$/g, "");
  const found = await resolve(hostname).catch(() => []);
  const [first] = found;
  if (!first) throw new KeysUnavailable("not-found");
  const isLocal = allowLoopback && found.every(({ address }) => isLoopback(address));
  if (url.protocol === "http:" && !isLocal) throw new KeysUnavailable("bad-url");
  if (!isLocal && !found.every(({ address }) => isOuterAddress(address)))
    throw new KeysUnavailable("inner-address");
  return first;
}

function get(url: URL, { address, family }: Address, signal: AbortSignal): Promise<string> {
  return new Promise((resolve, reject) => {
    const options = {
      signal,
      // A socket of its own, to the address that was checked: a second look-up could answer otherwise.
      agent: false,
      family,
      lookup: ((_name, { all }, done) =>
        all
          ? done(null, [{ address, family }])
          : done(null, address, family)) as http.RequestOptions["lookup"],
      headers: { accept: "application/jwk-set+json, application/json", "accept-encoding": "identity" },
    };
    const request = (url.protocol === "https:" ? https : http).get(url, options, (response) => {
      const parts: Buffer[] = [];
      let size = 0;
      // Redirects are answers like any other that is not 200: they could lead inside.
      if (response.statusCode !== 200) return request.destroy(new KeysUnavailable("bad-answer"));
      response.on("data", (part: Buffer) => {
        size += part.byteLength;
        if (size > MAX_BYTES) request.destroy(new KeysUnavailable("too-large"));
        else parts.push(part);
      });
      response.once("error", reject);
      response.once("close", () => reject(new KeysUnavailable("bad-answer")));
      response.once("end", () => resolve(Buffer.concat(parts).toString("utf8")));
    });
    request.once("error", reject);
  });
}

const aborted = (signal: AbortSignal) =>
  new Promise<never>((_, reject) => {
    signal.addEventListener("abort", () => reject(new KeysUnavailable("timeout")), { once: true });
  });

/**
 * Gets the text of a key set over https until `signal` says that it takes too long. Never connects to an address that
 * is not of the public internet, follows no redirect and reads 64 KB at most. Throws `KeysUnavailable`.
 */
export async function fetchKeys(
  address: string,
  signal: AbortSignal,
  options: FetchKeysOptions = {},
): Promise<string> {
  const url = new URL(address);
  checkUrl(url, options.allowLoopback ?? false);
  const answer = addressOf(url, options).then((found) => get(url, found, signal));
  try {
    return await Promise.race([answer, aborted(signal)]);
  } catch (error) {
    // Whichever loses the race ends unheard.
    answer.catch(() => undefined);
    if (error instanceof KeysUnavailable) throw error;
    throw new KeysUnavailable(signal.aborted ? "timeout" : "bad-answer");
  }
}
