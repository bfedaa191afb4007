import { lookup as systemLookup } from "node:dns";
import type { LookupFunction } from "node:net";
import { isIP } from "node:net";
import ipaddr from "ipaddr.js";

/*
 * Where requests may go. Whoever may subscribe chooses an address, and this server stands where it can reach what they cannot: so
 * nothing but public addresses is connected to, unless the operator allows it.
 */

/** What the operator allows beside public addresses over HTTPS. */
export interface AddressRules {
  /** Ranges that may be connected to though they are not public, such as `10.20.0.0/16`. */
  readonly ranges: readonly string[];
  /** Whether plain HTTP is allowed. */
  readonly http: boolean;
}

/** Nothing but public addresses over HTTPS. */
export const PUBLIC_ALONE: AddressRules = { ranges: [], http: false };

/** An address that is not connected to. */
class AddressRefused extends Error {
  readonly code = "ADDRESS_REFUSED";
}

/** Resolves all addresses of a host, as `dns.lookup` does. */
export type Resolver = (
  host: string,
  callback: (
    error: NodeJS.ErrnoException | null,
    addresses: readonly { readonly address: string; readonly family: number }[],
  ) => void,
) => void;

const resolveWithSystem: Resolver = (host, callback) => systemLookup(host, { all: true, verbatim: true }, callback);

/**
 * Whether an address may be connected to. Of what is not plainly public nothing is: private, loopback, link-local (where clouds keep their
 * credentials), carrier-grade NAT, multicast, benchmarks, documentation, reserved; and IPv6 that carries an IPv4 address, mapped or by
 * NAT64, 6to4 or Teredo, since it leads there.
 */
export function mayConnect(address: string, { ranges }: Pick<AddressRules, "ranges">): boolean {
  // A zone (fe80::1%eth0) is of a link, and nothing that is parsed without it.
  if (isIP(address) === 0 || address.includes("%")) return false;
  const parsed = ipaddr.process(address);
  if (isPublic(parsed)) return true;
  return ranges.some((range) => {
    const [network, bits] = ipaddr.parseCIDR(range);
    return network.kind() === parsed.kind() && parsed.match(network, bits);
  });
}

/** What `unicast` leaves open: of IPv6 only 2000::/3 is given out, and a cloud answers its machines under one public address. */
const GLOBAL_IPV6 = ipaddr.parseCIDR("2000::/3");
const NOT_PUBLIC = ["168.63.129.16/32", "2001::/23", "3fff::/20"].map((range) => ipaddr.parseCIDR(range));

function isPublic(address: ipaddr.IPv4 | ipaddr.IPv6): boolean {
  if (address.range() !== "unicast" || (address.kind() === "ipv6" && !address.match(...GLOBAL_IPV6))) return false;
  return !NOT_PUBLIC.some(([network, bits]) => network.kind() === address.kind() && address.match(network, bits));
}

/** Whether a text is a range such as `10.0.0.0/8`, or `fd00::/8`. */
export function isRange(text: string): boolean {
  return ipaddr.isValidCIDR(text);
}

/** Why a URL cannot be subscribed with; undefined when it can. Where its host leads is looked at with each connection. */
export function faultOfUrl(
  text: string,
  rules: AddressRules,
): "MALFORMED" | "NOT_HTTPS" | "CREDENTIALS" | "ADDRESS_REFUSED" | undefined {
  const url = URL.parse(text);
  if (url === null || url.hostname === "" || url.hash !== "") return "MALFORMED";
  if (url.protocol !== "https:" && !(rules.http && url.protocol === "http:")) return "NOT_HTTPS";
  if (url.username !== "" || url.password !== "") return "CREDENTIALS";
  const literal = literalOf(url);
  return literal !== undefined && !mayConnect(literal, rules) ? "ADDRESS_REFUSED" : undefined;
}

/** The address that a URL names by itself, in whatever spelling; undefined when it has the name of a host. */
function literalOf({ hostname }: URL): string | undefined {
  const bare = hostname.replace(/^\[(.*)\]$/, "$1");
  return isIP(bare) === 0 ? undefined : bare;
}

/**
 * A lookup for a connection that is made to an address which was looked at: the name is resolved once, and what it stands for a moment
 * later does not matter. A host with any address that may not be connected to is refused altogether.
 */
export function pinnedLookup(rules: AddressRules, resolve: Resolver = resolveWithSystem): LookupFunction {
  return (host, options, callback) => {
    resolve(host, (error, addresses) => {
      if (error !== null) return callback(error, "", 0);
      const refused = addresses.find(({ address }) => !mayConnect(address, rules));
      const [first] = addresses;
      if (refused !== undefined || first === undefined) {
        return callback(
          new AddressRefused(`${host} is ${refused?.address ?? "nowhere"}, which is not connected to`),
          "",
          0,
        );
      }
      if (options.all === true) return callback(null, [...addresses]);
      return callback(null, first.address, first.family);
    });
  };
}
