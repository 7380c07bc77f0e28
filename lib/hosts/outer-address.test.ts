import { describe, expect, it } from "vitest";
import { isOuterAddress } from "./outer-address";

describe("an address is outside", () => {
  it.each([
    "1.1.1.1",
    "130.237.28.40",
    "172.15.255.255",
    "172.32.0.0",
    "192.167.255.255",
    "2001:6b0:1::1",
    "2a00::1",
  ])("%s", (address) => expect(isOuterAddress(address)).toBe(true));
});

describe("an address is not", () => {
  it.each([
    "0.0.0.0",
    "10.1.2.3",
    "100.64.0.1",
    "127.0.0.1",
    "127.255.255.254",
    "169.254.169.254",
    "172.16.0.1",
    "172.31.255.255",
    "192.0.0.192",
    "192.168.1.1",
    "198.18.0.1",
    "224.0.0.1",
    "255.255.255.255",
    "::",
    "::1",
    "::ffff:127.0.0.1",
    "::ffff:8.8.8.8",
    "::7f00:1",
    "64:ff9b::a00:1",
    "64:ff9b:1::1",
    "fe80::1",
    "fe80::1%eth0",
    "fc00::1",
    "fd00:ec2::254",
    "ff02::1",
    "2001:0:a00:1::",
    "2001:db8::1",
    "2002:7f00:1::",
    "localhost",
    "",
    "8.8.8",
  ])("%s", (address) => expect(isOuterAddress(address)).toBe(false));
});
