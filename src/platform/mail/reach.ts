import { lookup } from 'node:dns/promises'
import { BlockList, isIP } from 'node:net'
import { MailFault } from './faults.ts'

/** Ranges that are not of the open internet: this machine, the house, links, and what stands for them in IPv6. */
const inside = new BlockList()
for (const [net, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
] as const) {
  inside.addSubnet(net, bits, 'ipv4')
}
for (const [net, bits] of [
  ['::', 96],
  ['64:ff9b::', 96],
  ['64:ff9b:1::', 48],
  ['2001::', 32],
  ['2002::', 16],
  ['fc00::', 7],
  ['fe80::', 10],
  ['fec0::', 10],
  ['ff00::', 8],
] as const) {
  inside.addSubnet(net, bits, 'ipv6')
}

/** Whether an address is of this machine or of the network it stands in. */
export function isInside(address: string): boolean {
  const bare = address.replace(/%.*$/u, '')
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/iu.exec(bare)?.[1]
  if (mapped) return isInside(mapped)
  return inside.check(bare, isIP(bare) === 6 ? 'ipv6' : 'ipv4')
}

/**
 * The address to connect to: looked up once, and the one that was looked at is the one that is used, so that a name
 * cannot point elsewhere in between. Throws a MailFault: `not-found`, or `private` where that is not allowed.
 */
export async function addressFor(
  host: string,
  may: { readonly inside: boolean },
): Promise<{ readonly address: string; readonly isInside: boolean }> {
  const found = await lookup(host, { all: true }).catch(() => [])
  if (found.length === 0) throw new MailFault('not-found')
  const [first] = found.toSorted((one, other) => one.family - other.family)
  const { address } = first!
  // A name that leads both in and out is not to be trusted with either.
  if (!may.inside && found.some((one) => isInside(one.address))) throw new MailFault('private')
  return { address, isInside: isInside(address) }
}
