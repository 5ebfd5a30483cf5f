// Owns which servers a capture may reach: public ones, and the very origin that the operator named; no other in the City's own network.
import { BlockList, isIP } from 'node:net'

/** Networks that are not the public Internet (IANA special-purpose address registries, RFC 6890). */
const PRIVATE = new BlockList()
for (const [net, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
] as const)
  PRIVATE.addSubnet(net, bits, 'ipv4')
for (const [net, bits] of [
  ['::', 128],
  ['::1', 128],
  ['64:ff9b:1::', 48],
  ['100::', 64],
  ['2001:db8::', 32],
  ['fc00::', 7],
  ['fe80::', 10],
  ['ff00::', 8],
] as const)
  PRIVATE.addSubnet(net, bits, 'ipv6')

/** Whether an address of a computer is none of the public Internet; what is no address counts as such. */
function isPrivateAddress(address: string): boolean {
  const bare = address.replace(/^\[|\]$/g, '').replace(/%.*$/, '')
  const family = isIP(bare)
  if (family === 4) return PRIVATE.check(bare, 'ipv4')
  if (family !== 6) return true
  // IPv4 in IPv6: mapped, translated (64:ff9b::/96), 6to4.
  const inner = innerV4(bare)
  return inner === null ? PRIVATE.check(bare, 'ipv6') : PRIVATE.check(inner, 'ipv4')
}

function innerV4(address: string): string | null {
  const groups = expanded(address)
  const last = (from: number) =>
    [groups[from] ?? 0, groups[from + 1] ?? 0].flatMap((one) => [one >> 8, one & 255]).join('.')
  const zeros = (to: number) => groups.slice(0, to).every((one) => one === 0)
  if (zeros(5) && groups[5] === 0xffff) return last(6)
  if (zeros(6) && (groups[6] !== 0 || (groups[7] ?? 0) > 1)) return last(6)
  if (groups[0] === 0x64 && groups[1] === 0xff9b && groups.slice(2, 6).every((one) => one === 0)) return last(6)
  return groups[0] === 0x2002 ? last(1) : null
}

/** Eight groups of an IPv6 address. */
function expanded(address: string): number[] {
  const dotted = /^(.*:)(\d+)\.(\d+)\.(\d+)\.(\d+)$/.exec(address)
  const [, head = '', ...bytes] = dotted ?? []
  const [a = 0, b = 0, c = 0, d = 0] = bytes.map(Number)
  const text = dotted === null ? address : `${head}${((a << 8) | b).toString(16)}:${((c << 8) | d).toString(16)}`
  const [before = '', after] = text.split('::')
  const parse = (part: string) => (part === '' ? [] : part.split(':').map((group) => Number.parseInt(group, 16)))
  const [left, right] = [parse(before), parse(after ?? '')]
  return after === undefined ? left : [...left, ...Array(Math.max(0, 8 - left.length - right.length)).fill(0), ...right]
}

export interface AddressPolicy {
  /** The origin that the operator named; it may lie in a private network. */
  readonly named: string
  /** Origins that may be asked; null for every public one. */
  readonly origins: readonly string[] | null
}

/** Why an address may not be asked, before its name is looked up; null where it may. */
export function whyNotAsked(url: URL, policy: AddressPolicy): string | null {
  if (url.protocol !== 'http:' && url.protocol !== 'https:')
    return `${url.protocol}// is nothing that a capture follows.`
  if (url.origin === policy.named) return null
  if (policy.origins !== null && !policy.origins.includes(url.origin))
    return `${url.origin} is not among the addresses of this capture.`
  const host = url.hostname.replace(/^\[|\]$/g, '')
  if (/(?:^|\.)(?:localhost|local|internal|home\.arpa)\.?$/i.test(host) || (isIP(host) !== 0 && isPrivateAddress(host)))
    return `${url.host} lies in a private network, and is not the address that you named.`
  return null
}

/** Why an address that a name led to may not be reached; null where it may. */
export function whyNotReached(url: URL, address: string, policy: AddressPolicy): string | null {
  if (url.origin === policy.named || !isPrivateAddress(address)) return null
  return `${url.host} leads into a private network (${address}), and is not the address that you named.`
}
