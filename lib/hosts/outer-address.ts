import { BlockList, isIPv4, isIPv6 } from "node:net";

// What is not of the public internet: RFC 6890 and the registries that follow it.
const INNER_V4: readonly [string, number][] = [
  ["0.0.0.0", 8],
  ["10.0.0.0", 8],
  ["100.64.0.0", 10],
  ["127.0.0.0", 8],
  ["169.254.0.0", 16],
  ["172.16.0.0", 12],
  ["192.0.0.0", 24],
  ["192.0.2.0", 24],
  ["192.88.99.0", 24],
  ["192.168.0.0", 16],
  ["198.18.0.0", 15],
  ["198.51.100.0", 24],
  ["203.0.113.0", 24],
  ["224.0.0.0", 3],
];

// Within 2000::/3: protocol assignments with Teredo, documentation, and 6to4, which holds any IPv4 address.
const INNER_V6: readonly [string, number][] = [
  ["2001::", 23],
  ["2001:db8::", 32],
  ["2002::", 16],
  ["3fff::", 20],
];

const inner = new BlockList();
for (const [network, bits] of INNER_V4) inner.addSubnet(network, bits, "ipv4");
for (const [network, bits] of INNER_V6) inner.addSubnet(network, bits, "ipv6");

// Everything else, mapped and translated IPv4, loopback, link-local and unique local addresses, lies outside of it.
const globalV6 = new BlockList();
globalV6.addSubnet("2000::", 3, "ipv6");

/** Whether a literal address belongs to the public internet; what is no address does not. */
export function isOuterAddress(address: string): boolean {
  if (isIPv4(address)) return !inner.check(address, "ipv4");
  return isIPv6(address) && globalV6.check(address, "ipv6") && !inner.check(address, "ipv6");
}

/** Whether an address is this machine itself. */
export const isLoopback = (address: string): boolean => address === "::1" || /^127\./.test(address);
