import { type Meaning, meaningOf, plainHeader } from './csv-headers.ts'

/** Of a role that lasts only since when; of one that has ended, all. */
type RolePart =
  | 'since'
  | 'formerOrganisation'
  | 'formerTitle'
  | 'formerDepartment'
  | 'formerSince'
  | 'formerUntil'

/** What a column of one table holds, once the other columns are known. */
export interface Column {
  /** As written, for what is kept and for reports. */
  readonly name: string
  readonly meaning:
    | Exclude<Meaning, 'name' | 'titleOrPrefix'>
    | 'labelOf'
    | 'service'
    | 'formatted'
    | 'event'
    | RolePart
    | null
  /** "home" of "Home Street"; for what has a label beside it, null. */
  readonly place: string | null
  /** What belongs together, as "phone 2" of "Phone 2 - Label" and "Phone 2 - Value". */
  readonly set: string | null
}

/** True for names that tell something, also those that only tell it together with others. */
export function isKnownColumn(name: string): boolean {
  return meaningOf(name) !== null || numberedPattern.test(plainHeader(name))
}

export function columnsOf(names: readonly string[]): Column[] {
  const readings = names.map((name) => ({ name: name.trim(), ...(numbered(name) ?? plain(name)) }))
  const has = (meaning: Meaning) => readings.some((one) => one.meaning === meaning)
  const places = (meaning: Meaning) =>
    readings.flatMap((one, at) => (one.meaning === meaning ? [at] : []))
  const fullOrPart = resolveNames(places('name'), { given: has('given'), family: has('family') })
  const titles = resolveTitles(places('titleOrPrefix'), {
    title: has('title'),
    organisation: has('organisation'),
  })
  return readings.map(({ name, meaning, place, set }, at) => {
    if (meaning === 'name') return { name, meaning: fullOrPart.get(at) ?? 'full', place, set }
    if (meaning === 'titleOrPrefix') {
      return {
        name,
        meaning: place === 'work' ? 'title' : (titles.get(at) ?? 'prefix'),
        place,
        set,
      }
    }
    return { name, meaning, place, set }
  })
}

/**
 * "Name" is the family name beside "Vorname", "Nombre" the given one beside "Apellidos", and alone
 * it is all of it. French Outlook has "Nom" twice: first the whole, then the family.
 */
function resolveNames(at: readonly number[], has: { given: boolean; family: boolean }) {
  const alone = has.given === has.family ? 'full' : has.given ? 'family' : 'given'
  const last = at.at(-1)
  return new Map(at.map((place) => [place, place === last ? alone : 'full'] as const))
}

/** "Title" is what stands before a name where another column says the job, or where there is no organisation. */
function resolveTitles(at: readonly number[], has: { title: boolean; organisation: boolean }) {
  const last = at.at(-1)
  const lastIsJob = !has.title && has.organisation
  return new Map(
    at.map((place) => [place, place === last && lastIsJob ? 'title' : 'prefix'] as const),
  )
}

interface Reading {
  readonly meaning: Column['meaning'] | 'name' | 'titleOrPrefix'
  readonly place: string | null
  readonly set: string | null
}

function plain(name: string): Reading {
  const known = meaningOf(name)
  if (!known) return { meaning: null, place: null, set: null }
  // Two address columns of one program, `adr_one_…` and `adr_two_…`, have numbers for places.
  const number = /^adr (one|two) /.exec(plainHeader(name))?.[1] ?? null
  return { ...known, set: number }
}

const numberedPattern =
  /^(e mail|email|phone|address|website|im|event|organization|former organization|relation|custom field) (\d{1,3}) (.+)$/

const values: Readonly<Record<string, Reading['meaning']>> = {
  'e mail': 'mail',
  email: 'mail',
  phone: 'phone',
  website: 'link',
  im: 'message',
  event: 'event',
}

const parts: Readonly<Record<string, Reading['meaning']>> = {
  'address formatted': 'formatted',
  'address street': 'street',
  'address city': 'locality',
  'address po box': 'box',
  'address region': 'region',
  'address state': 'region',
  'address postal code': 'postcode',
  'address country': 'country',
  'address extended address': 'extended',
  'organization name': 'organisation',
  'organization title': 'title',
  'organization department': 'department',
  'organization from': 'since',
  'former organization name': 'formerOrganisation',
  'former organization title': 'formerTitle',
  'former organization department': 'formerDepartment',
  'former organization from': 'formerSince',
  'former organization to': 'formerUntil',
  'im service': 'service',
}

/** Google numbers what there may be several of: `Phone 2 - Label`, `Address 1 - City`. */
function numbered(name: string): Reading | null {
  const match = numberedPattern.exec(plainHeader(name))
  if (!match) return null
  const [, kind = '', number = '', part = ''] = match
  const set = `${kind} ${number}`
  const isLabel = part === 'label' || part === 'type'
  const known = part === 'value' ? values[kind] : parts[`${kind} ${part}`]
  if (isLabel && (kind in values || kind === 'address'))
    return { meaning: 'labelOf', place: null, set }
  return known ? { meaning: known, place: null, set } : null
}
