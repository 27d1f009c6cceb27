import 'server-only'
import { BlockList, isIP } from 'node:net'

/** Not of the public internet: this host, private, carrier-grade, link-local with metadata, tests, multicast (RFC 6890). */
const INSIDE_IPV4 = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  // Carrier-grade NAT, in which Open Telekom Cloud keeps its own DNS and OBS inside a VPC.
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  // Link-local, with the metadata service 169.254.169.254.
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
] as const
/** Of IPv6 only this is routed in public… */
const GLOBAL_IPV6 = ['2000::', 3] as const
/** …without protocol assignments (Teredo), documentation and 6to4, which wraps any IPv4 address. */
const INSIDE_GLOBAL_IPV6 = [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const

const inside = new BlockList()
for (const [network, prefix] of INSIDE_IPV4) inside.addSubnet(network, prefix, 'ipv4')
for (const [network, prefix] of INSIDE_GLOBAL_IPV6) inside.addSubnet(network, prefix, 'ipv6')
const global = new BlockList()
global.addSubnet(...GLOBAL_IPV6, 'ipv6')

/**
 * True for an IP address that a public address must never lead to. What is no IP address counts as inside: when in
 * doubt, no call.
 */
export function isInside(address: string): boolean {
  const [bare = ''] = address.split('%')
  switch (isIP(bare)) {
    case 4:
      return inside.check(bare, 'ipv4')
    case 6: {
      const wrapped = wrappedIpv4(bare)
      if (wrapped !== null) return inside.check(wrapped, 'ipv4')
      return !global.check(bare, 'ipv6') || inside.check(bare, 'ipv6')
    }
    default:
      return true
  }
}

/** The IPv4 address in ::ffff:0:0/96 (mapped) and 64:ff9b::/96 (NAT64), which is where the packets go; else null. */
function wrappedIpv4(address: string): string | null {
  const groups = groupsOf(address)
  const front = groups
    .slice(0, 6)
    .map((group) => group.toString(16))
    .join(':')
  if (front !== '0:0:0:0:0:ffff' && front !== '64:ff9b:0:0:0:0') return null
  return groups
    .slice(6)
    .flatMap((group) => [group >> 8, group & 0xff])
    .join('.')
}

/** The eight groups of a valid IPv6 address, however it was written. */
function groupsOf(address: string): number[] {
  // An address's one canonical form, with IPv4 notation turned into groups (WHATWG URL, host serializing).
  const canonical = new URL(`http://[${address}]`).hostname.slice(1, -1)
  const [head = '', tail] = canonical.split('::')
  const numbers = (text: string) =>
    text === '' ? [] : text.split(':').map((group) => Number.parseInt(group, 16))
  const [front, back] = [numbers(head), numbers(tail ?? '')]
  return tail === undefined
    ? front
    : [...front, ...Array<number>(8 - front.length - back.length).fill(0), ...back]
}
