import { isIPv4, isIPv6 } from "node:net";

/** As proxies write it: `192.0.2.1`, `192.0.2.1:5000`, `2001:db8::1`, `[2001:db8::1]:5000`. */
function bareAddress(entry: string): string {
  const text = entry.trim();
  const bracketed = /^\[([^\]]+)\](?::\d+)?$/.exec(text);
  if (bracketed) return bracketed[1] ?? "";
  const withPort = /^([\d.]+):\d+$/.exec(text);
  return withPort ? (withPort[1] ?? "") : text;
}

function ipv6Network(address: string): string {
  const [plain = ""] = address.split("%");
  // The URL parser writes every IPv6 address in one way, and an IPv4 tail as two groups.
  const canonical = new URL(`http://[${plain}]/`).hostname.slice(1, -1);
  const [head = "", tail] = canonical.split("::");
  const front = head ? head.split(":") : [];
  const back = tail ? tail.split(":") : [];
  const groups =
    tail === undefined ? front : [...front, ...Array(8 - front.length - back.length).fill("0"), ...back];
  const mapped = groups.slice(0, 5).every((group) => group === "0") && groups[5] === "ffff";
  if (!mapped) return `${groups.slice(0, 4).join(":")}::/64`;
  const value = groups.slice(6).flatMap((group) => {
    const number = Number.parseInt(group, 16);
    return [number >> 8, number & 255];
  });
  return value.join(".");
}

/** What one household or one machine holds: an IPv4 address, or the /64 of an IPv6 address. Anything else is one bucket. */
export function networkOf(entry: string): string {
  const address = bareAddress(entry);
  if (isIPv4(address)) return address;
  return isIPv6(address) ? ipv6Network(address) : "unknown";
}

/**
 * The network that a request comes from. `X-Forwarded-For` ends with the address that the server saw itself (`peer-address.ts`),
 * preceded by what each trusted proxy saw; everything before those the sender may have made up.
 */
export function clientNetwork(headers: Headers, trustedProxies: number): string {
  const chain = (headers.get("x-forwarded-for") ?? "").split(",");
  return networkOf(chain.at(-1 - trustedProxies) ?? "");
}
