/** Which network addresses are nobody's business on the open web. */
import { BlockList, isIP } from "node:net";

/** Ranges that IANA reserves: this host, private and shared networks, loopback, link-local, multicast, documentation. */
const RANGES_4 = "0.0.0.0/8 10.0.0.0/8 100.64.0.0/10 127.0.0.0/8 169.254.0.0/16 172.16.0.0/12 192.0.0.0/24";
const MORE_4 = "192.0.2.0/24 192.168.0.0/16 198.18.0.0/15 198.51.100.0/24 203.0.113.0/24 224.0.0.0/4 240.0.0.0/4";
/** The same of IPv6, and the ranges that carry IPv4 addresses within. */
const RANGES_6 = "::/96 ::ffff:0:0/96 64:ff9b::/96 64:ff9b:1::/48 100::/64 2001::/23 2001:db8::/32 2002::/16";
const MORE_6 = "fc00::/7 fe80::/10 fec0::/10 ff00::/8";

/** One list for each family: in one list an IPv4 address is looked for in its IPv6 form as well. */
const BARRED = {
  ipv4: makeList(`${RANGES_4} ${MORE_4}`, "ipv4"),
  ipv6: makeList(`${RANGES_6} ${MORE_6}`, "ipv6"),
};

function makeList(ranges: string, family: "ipv4" | "ipv6"): BlockList {
  const list = new BlockList();
  for (const range of ranges.split(" ")) {
    const [net, bits] = range.split("/");
    list.addSubnet(net!, Number(bits), family);
  }
  return list;
}

/** Whether an IP address is one that only the machine's own networks have; what is no address counts as such. */
export function isPrivate(address: string): boolean {
  const plain = address.replace(/^\[|\]$|%.*$/g, "");
  const version = isIP(plain);
  const family = version === 6 ? "ipv6" : "ipv4";
  return version === 0 || BARRED[family].check(plain, family);
}
