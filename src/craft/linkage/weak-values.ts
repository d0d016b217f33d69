import { compatible } from './name-levels.ts'
import type { PersonName } from './person-name.ts'
import type { Layout, Readings } from './reading.ts'
import type { Progress } from './records.ts'

const namesToBeWeak = 3
const reachRoles: ReadonlySet<string> = new Set(['mail', 'phone', 'link'])
/** A value held by so many records is looked at no further: it is an office's. */
const mostHolders = 200

/** Marks the mailboxes, numbers and profiles that three or more different names share; they are nobody's own. */
export function* markWeakValues(
  { aspects }: Layout,
  readings: Readings,
): Generator<Progress, void> {
  const nameAt = aspects.findIndex(({ columns }) => columns[0]?.role === 'given')
  if (nameAt < 0) return
  const nameOf = (record: number): PersonName | null => {
    const value = readings.values[nameAt]![readings.valueOf[nameAt]![record]!]
    return isNamed(value) ? value.name : null
  }
  for (const [which, aspect] of aspects.entries()) {
    if (!reachRoles.has(aspect.columns[0]?.role ?? '')) continue
    yield { step: 'read', done: which, of: aspects.length }
    const { counts, weak } = aspect.terms[0]!
    const names = new Map<number, PersonName[]>()
    readings.valueOf[which]!.forEach((value, record) => {
      if (value < 0) return
      for (const term of aspect.termsOf(readings.values[which]![value], 0)) {
        const count = counts[term] ?? 0
        if (count < namesToBeWeak || weak.has(term)) continue
        const name = nameOf(record)
        if (name === null) continue
        const others = names.get(term) ?? []
        if (!others.some((other) => compatible(name, other))) others.push(name)
        names.set(term, others)
        if (others.length >= namesToBeWeak || count > mostHolders) weak.add(term)
      }
    })
  }
}

function isNamed(value: unknown): value is { readonly name: PersonName } {
  return typeof value === 'object' && value !== null && 'name' in value
}
