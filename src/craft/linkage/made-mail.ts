import type { Column } from './aspects.ts'

const namesAgree: ReadonlySet<string> = new Set([
  'given same',
  'given part',
  'given nickname',
  'given initial',
  'given close',
  'family same',
  'family part',
  'family close',
])

/**
 * Addresses that two houses make of one name begin alike because the names are alike: beside names that agree they are
 * two different addresses and nothing more, else two Ana Diazes would be one person. Changes the levels of a pair.
 */
export function madeOfNames(columns: readonly Column[]): (levels: Uint8Array) => void {
  const agreeing = columns.map(({ role, levels }) =>
    Uint8Array.from([0, ...levels.map(({ name }) => Number(namesAgree.has(`${role} ${name}`)))]),
  )
  const givenAt = columns.findIndex(({ role }) => role === 'given')
  const familyAt = columns.findIndex(({ role }) => role === 'family')
  const mails = columns.flatMap(({ role, levels }, at) => {
    if (role !== 'mail') return []
    const levelOf = (name: string) => 1 + levels.findIndex((level) => level.name === name)
    return [{ at, named: levelOf('named'), other: levelOf('other') }]
  })
  if (givenAt < 0 || familyAt < 0) return () => {}
  return (levels) => {
    for (const { at, named, other } of mails) {
      if (levels[at] !== named) continue
      if (agreeing[givenAt]![levels[givenAt]!] === 0) continue
      if (agreeing[familyAt]![levels[familyAt]!] === 1) levels[at] = other
    }
  }
}
