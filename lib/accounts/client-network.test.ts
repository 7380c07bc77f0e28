import { describe, expect, it } from "vitest";
import { clientNetwork, networkOf } from "./client-network";
import { appendPeer } from "./peer-address";

describe("a network", () => {
  it.each([
    ["192.0.2.7", "192.0.2.7"],
    ["192.0.2.7:51000", "192.0.2.7"],
    ["::ffff:192.0.2.7", "192.0.2.7"],
    ["::ffff:c000:207", "192.0.2.7"],
    ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"],
    ["2001:DB8:1:2::9", "2001:db8:1:2::/64"],
    ["[2001:db8:1:2::9]:443", "2001:db8:1:2::/64"],
    ["2001:db8::1", "2001:db8:0:0::/64"],
    ["fe80::1%eth0", "fe80:0:0:0::/64"],
    ["::1", "0:0:0:0::/64"],
    ["", "unknown"],
    ["unknown", "unknown"],
    ["999.1.1.1", "unknown"],
    ["'; DROP TABLE", "unknown"],
  ])("of %j is %s", (entry, network) => {
    expect(networkOf(entry)).toBe(network);
  });
});

describe("the network of a client", () => {
  const from = (value: string, trusted: number) =>
    clientNetwork(new Headers({ "x-forwarded-for": value }), trusted);

  it("is what the server saw, whatever the sender claims", () => {
    expect(from("192.0.2.1", 0)).toBe("192.0.2.1");
    expect(from("198.51.100.9, 203.0.113.5, 192.0.2.1", 0)).toBe("192.0.2.1");
  });

  it("is what the outermost trusted proxy saw", () => {
    expect(from("198.51.100.9, 203.0.113.5, 10.0.0.1", 1)).toBe("203.0.113.5");
    expect(from("198.51.100.9, 203.0.113.5, 10.0.0.2, 10.0.0.1", 2)).toBe("203.0.113.5");
  });

  it("is one bucket when there are fewer hops than promised", () => {
    expect(from("192.0.2.1", 1)).toBe("unknown");
    expect(clientNetwork(new Headers(), 0)).toBe("unknown");
  });

  it("ends with the address of the connection, after what the sender wrote", () => {
    const claimed = { headers: { "x-forwarded-for": "198.51.100.9" } as Record<string, string> };
    appendPeer(claimed, "::ffff:192.0.2.1");
    expect(claimed.headers["x-forwarded-for"]).toBe("198.51.100.9, ::ffff:192.0.2.1");
    const silent: { headers: Record<string, string> } = { headers: {} };
    appendPeer(silent, "192.0.2.1");
    expect(silent.headers["x-forwarded-for"]).toBe("192.0.2.1");
  });
});
