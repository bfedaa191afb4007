import { expect } from "chai";
import {
  faultOfUrl,
  mayConnect,
  PUBLIC_ALONE,
  pinnedLookup,
  type Resolver,
} from "../../../server/live/webhooks/addresses.ts";

const REFUSED: readonly (readonly [what: string, addresses: readonly string[]])[] = [
  ["this host", ["0.0.0.0", "0.1.2.3", "::", "0:0:0:0:0:0:0:0"]],
  ["loopback", ["127.0.0.1", "127.255.255.254", "::1"]],
  ["private", ["10.0.0.1", "10.255.255.255", "172.16.0.1", "172.31.255.255", "192.168.0.1", "fc00::1", "fdff::1"]],
  [
    "link-local, where clouds keep credentials",
    ["169.254.169.254", "169.254.0.1", "fe80::1", "fe80::1%eth0", "febf::1"],
  ],
  ["carrier-grade NAT, and a cloud's metadata in it", ["100.64.0.1", "100.100.100.200", "100.127.255.255"]],
  ["a cloud's platform", ["168.63.129.16"]],
  ["multicast", ["224.0.0.1", "239.255.255.255", "ff02::1", "ff0e::1"]],
  ["broadcast and reserved", ["255.255.255.255", "240.0.0.1", "192.0.0.1", "192.0.0.170"]],
  [
    "documentation and benchmarks",
    ["192.0.2.1", "198.51.100.1", "203.0.113.1", "198.18.0.1", "198.19.255.255", "2001:db8::1", "3fff::1"],
  ],
  ["IPv4 mapped into IPv6", ["::ffff:127.0.0.1", "::ffff:10.0.0.1", "::ffff:7f00:1", "::ffff:169.254.169.254"]],
  [
    "IPv4 carried in IPv6",
    ["::127.0.0.1", "64:ff9b::7f00:1", "64:ff9b:1::1", "2002:7f00:1::1", "2001:0:1::1", "::ffff:0:127.0.0.1"],
  ],
  ["site-local and discard", ["fec0::1", "100::1", "5f00::1", "2001:2::1", "2001:10::1", "2001:20::1"]],
  ["no address", ["", "localhost", "127.1", "0x7f000001", "2130706433", "1.2.3", "::g"]],
];

const ALLOWED = [
  "1.1.1.1",
  "8.8.8.8",
  "100.63.255.255",
  "100.128.0.1",
  "172.15.0.1",
  "172.32.0.1",
  "192.167.1.1",
  "2606:4700:4700::1111",
  "2400:3200::1",
  "::ffff:8.8.8.8",
];

describe("addresses that may be connected to", () => {
  for (const [what, addresses] of REFUSED) {
    it(`are none of: ${what}`, () => {
      for (const address of addresses) expect(mayConnect(address, PUBLIC_ALONE), address).to.equal(false);
    });
  }

  it("are public ones", () => {
    for (const address of ALLOWED) expect(mayConnect(address, PUBLIC_ALONE), address).to.equal(true);
  });

  it("are those that the operator allows, and their neighbours are not", () => {
    const rules = { ranges: ["10.20.0.0/16", "fd00:1::/32"] };
    for (const [address, expected] of [
      ["10.20.0.1", true],
      ["10.20.255.255", true],
      ["::ffff:10.20.0.1", true],
      ["fd00:1::5", true],
      ["10.21.0.1", false],
      ["fd00:2::5", false],
      ["127.0.0.1", false],
    ] as const) {
      expect(mayConnect(address, rules), address).to.equal(expected);
    }
  });
});

describe("a URL to subscribe with", () => {
  it("is refused for what it says, in whatever spelling", () => {
    for (const [url, fault] of [
      ["nonsense", "MALFORMED"],
      ["https://", "MALFORMED"],
      ["https://a.example/#part", "MALFORMED"],
      ["http://a.example/", "NOT_HTTPS"],
      ["ftp://a.example/", "NOT_HTTPS"],
      ["file:///etc/passwd", "MALFORMED"],
      ["javascript:alert(1)", "MALFORMED"],
      ["https://user:word@a.example/", "CREDENTIALS"],
      ["https://127.0.0.1/", "ADDRESS_REFUSED"],
      ["https://2130706433/", "ADDRESS_REFUSED"],
      ["https://0x7f.1/", "ADDRESS_REFUSED"],
      ["https://017700000001/", "ADDRESS_REFUSED"],
      ["https://127.1:8443/", "ADDRESS_REFUSED"],
      ["https://１２７.0.0.1/", "ADDRESS_REFUSED"],
      ["https://[::1]/", "ADDRESS_REFUSED"],
      ["https://[::ffff:10.0.0.1]/", "ADDRESS_REFUSED"],
      ["https://169.254.169.254/latest/meta-data/", "ADDRESS_REFUSED"],
      ["https://a.example/hook?tenant=1", undefined],
      ["https://8.8.8.8:8443/", undefined],
    ] as const) {
      expect(faultOfUrl(url, PUBLIC_ALONE), url).to.equal(fault);
    }
    expect(faultOfUrl("http://127.0.0.1/", { ranges: ["127.0.0.0/8"], http: true })).to.equal(undefined);
  });
});

describe("the lookup of a connection", () => {
  const resolved =
    (addresses: readonly string[]): Resolver =>
    (_, callback) =>
      callback(
        null,
        addresses.map((address) => ({ address, family: address.includes(":") ? 6 : 4 })),
      );
  const look = (resolver: Resolver, all: boolean) =>
    new Promise<unknown>((resolve) => {
      pinnedLookup(PUBLIC_ALONE, resolver)("a.example", { all }, (error, address, family) =>
        resolve(error ?? (all ? address : [address, family])),
      );
    });

  it("gives the addresses that it looked at", async () => {
    expect(await look(resolved(["1.1.1.1", "8.8.8.8"]), false)).to.deep.equal(["1.1.1.1", 4]);
    expect(await look(resolved(["1.1.1.1"]), true)).to.deep.equal([{ address: "1.1.1.1", family: 4 }]);
  });

  it("refuses a host of which any address may not be connected to, and one without any", async () => {
    for (const addresses of [["10.0.0.1"], ["1.1.1.1", "127.0.0.1"], ["::ffff:127.0.0.1"], []]) {
      for (const all of [true, false])
        expect(await look(resolved(addresses), all)).to.have.property("code", "ADDRESS_REFUSED");
    }
  });

  it("passes on that a name does not resolve", async () => {
    const failing: Resolver = (_, callback) =>
      callback(Object.assign(new Error("no such host"), { code: "ENOTFOUND" }), []);
    expect(await look(failing, true)).to.have.property("code", "ENOTFOUND");
  });
});
