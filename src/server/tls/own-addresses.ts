import { BlockList, isIPv4, isIPv6 } from 'node:net'
import { networkInterfaces } from 'node:os'

/** Names that lead nowhere but into one's own network (RFC 6761, 6762, 8375, and what routers hand out). */
export const ownSuffixes = [
  'localhost',
  'local',
  'lan',
  'home',
  'home.arpa',
  'internal',
  'localdomain',
] as const

/** Addresses that lead nowhere but there: as the first address and how many bits of it count. */
export const ownRanges = [
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
  ['::1', 128],
  ['fc00::', 7],
  ['fe80::', 10],
] as const

const ranges = new BlockList()
for (const [first, bits] of ownRanges) ranges.addSubnet(first, bits, familyOf(first))

export function isOwnAddress(address: string): boolean {
  return ranges.check(address, familyOf(address))
}

export function isOwnName(name: string): boolean {
  return ownSuffixes.some((suffix) => name === suffix || name.endsWith(`.${suffix}`))
}

/** The addresses of this computer in its own networks, those of IPv4 first, which are the easier to type. */
export function ownAddresses(): string[] {
  const addresses = Object.values(networkInterfaces())
    .flatMap((all) => all ?? [])
    .filter(({ internal }) => !internal)
    .map(({ address }) => address)
    // One with a zone, as fe80::1%eth0, cannot be written into an address line.
    .filter((address) => isOwnAddress(address) && !address.startsWith('fe80'))
  return addresses.toSorted((one, other) => Number(isIPv6(one)) - Number(isIPv6(other)))
}

function familyOf(address: string): 'ipv4' | 'ipv6' {
  return isIPv6(address) ? 'ipv6' : 'ipv4'
}

/** The four or sixteen bytes of an address. */
export function bytesOfAddress(address: string): Buffer {
  if (isIPv4(address)) return Buffer.from(address.split('.').map(Number))
  const [head = '', tail] = (address.split('%')[0] ?? '').split('::')
  const before = groupsIn(head)
  const after = tail === undefined ? [] : groupsIn(tail)
  const between = Array.from({ length: 8 - before.length - after.length }, () => 0)
  const bytes = Buffer.alloc(16)
  for (const [at, group] of [...before, ...between, ...after].entries()) {
    bytes.writeUInt16BE(group, at * 2)
  }
  return bytes
}

function groupsIn(part: string): number[] {
  return part === '' ? [] : part.split(':').map((group) => Number.parseInt(group, 16))
}

/** Ones for so many bits of an address, then noughts. */
export function maskOf(bits: number, bytes: number): Buffer {
  const counted = Array.from({ length: bytes }, (_, at) => Math.max(0, Math.min(8, bits - at * 8)))
  return Buffer.from(counted.map((ones) => 256 - 2 ** (8 - ones)))
}
