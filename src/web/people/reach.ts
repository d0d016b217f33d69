import { fold } from '../../kit/text.ts'
import type { Person } from './shapes.ts'

type Channel = Person['channels'][number]

/** One way to reach somebody, with every word that was said of it: home, work. */
export interface Way extends Pick<Channel, 'kind' | 'value'> {
  readonly labels: readonly string[]
}

/** Two records of one person often know the same number, written in two ways: it is read once, as it was written first. */
export function waysToReach(channels: readonly Channel[]): readonly Way[] {
  const ways = new Map<string, Way>()
  for (const { kind, value, label } of channels) {
    const key = `${kind} ${plainOf(kind, value)}`
    const known = ways.get(key)
    const labels = known?.labels ?? []
    const isNew = label !== null && !labels.some((one) => fold(one) === fold(label))
    ways.set(key, {
      kind,
      value: known?.value ?? value,
      labels: isNew ? [...labels, label] : labels,
    })
  }
  return [...ways.values()]
}

/** Digits make a number, with whatever else is said than how they are set; a mailbox knows no case. */
function plainOf(kind: Channel['kind'], value: string): string {
  const text = value.trim().toLowerCase()
  return kind === 'phone' ? text.replaceAll(/[\s().\-/\u00A0\u2010-\u2015]/g, '') : text
}
