import { isIPv6 } from 'node:net'

/** An address; of the new kind its network (/64), of which a house has more addresses than can be counted. */
export function networkOf(address: string): string {
  const [bare = ''] = address.split('%')
  if (!isIPv6(bare)) return address.slice(0, 100)
  // An address of the old kind, as a server that listens to both sees it.
  if (bare.includes('.')) return bare.slice(bare.lastIndexOf(':') + 1)
  const [head = '', tail = ''] = bare.split('::')
  const [before, after] = [groupsOf(head), groupsOf(tail)]
  const leftOut = Array.from({ length: 8 - before.length - after.length }, () => '0')
  return [...before, ...leftOut, ...after].slice(0, 4).join(':')
}

/** As they are shortest: `0DB8` is `db8`. */
function groupsOf(text: string): string[] {
  if (text === '') return []
  return text.split(':').map((group) => Number.parseInt(group, 16).toString(16))
}
