import type { Role } from '../people/person.ts'
import { type Cell, cellOf, type Meaning } from './csv-row.ts'
import type { Bare, Said } from './said.ts'

type Parts = {
  readonly [part in 'organisation' | 'title' | 'department' | 'from' | 'to']: Meaning | null
}

const today: Parts = {
  organisation: 'organisation',
  title: 'title',
  department: 'department',
  from: 'since',
  to: null,
}
const former: Parts = {
  organisation: 'formerOrganisation',
  title: 'formerTitle',
  department: 'formerDepartment',
  from: 'formerSince',
  to: 'formerUntil',
}

/** Roles that have ended, and since when those last of which it is known: each stands in columns of one number. */
export function yearsIn(cells: readonly Cell[]): Said[] {
  const dated = cells.filter(({ column }) => hasYears(column.meaning))
  const sets = Map.groupBy(dated, ({ column }) => column.set ?? '')
  return [...sets].flatMap(([set, [first]]): Said[] => {
    const parts = first?.column.meaning === 'since' ? today : former
    const around = cells.filter(({ column }) => column.set === set)
    const role = roleIn(around, parts)
    if (!(role.title || role.organisation || role.department)) return []
    return [{ of: parts === today ? 'years' : 'wholeRole', role }]
  })
}

function hasYears(meaning: Meaning | null): boolean {
  return meaning === 'since' || Object.values(former).some((part) => part === meaning)
}

function roleIn(cells: readonly Cell[], parts: Parts): Bare<Role> {
  const text = (part: Meaning | null) => (part ? (cellOf(cells, part)?.text ?? null) : null)
  return {
    title: text(parts.title),
    organisation: text(parts.organisation),
    organisationId: null,
    department: text(parts.department),
    from: text(parts.from),
    to: text(parts.to),
  }
}
