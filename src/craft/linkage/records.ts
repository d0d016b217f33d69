/** What a column means. Everything the engine does follows from the roles; it knows no data set. */
export const roles = [
  'given',
  'family',
  'full',
  'nickname',
  'mail',
  'phone',
  'link',
  'organisation',
  'title',
  'birth',
  'street',
  'locality',
  'postcode',
  'country',
  'id',
  'gender',
  'other',
] as const

export type Role = (typeof roles)[number]

export interface LinkRecord {
  readonly id: string
  /** Where records of two sets are given, only pairs across sets are looked at. */
  readonly set?: string
  /** Values as written, by the name of their field. */
  readonly values: Readonly<Partial<Record<string, readonly string[]>>>
}

/** One column of a table; for contacts, one a role. */
export interface Field {
  readonly name: string
  readonly role: Role
}

export interface LinkPlan {
  readonly fields: readonly Field[]
  /** Where phone numbers without a country prefix belong: a country code of two letters. */
  readonly region?: string
  /** Pairs, by `pairKey`, that somebody said are two people. */
  readonly distinct?: ReadonlySet<string>
  /** Pairs less probable than this are left out of the answer; 0.1 unless said. */
  readonly floor?: number
}

export interface Progress {
  readonly step: 'read' | 'block' | 'sample' | 'compare' | 'learn' | 'score' | 'cluster'
  readonly done: number
  readonly of: number
}

/** The same for (a, b) and (b, a). */
export function pairKey(a: string, b: string): string {
  return a < b ? `${a} ${b}` : `${b} ${a}`
}

const nothings = new Set(['', 'null', 'none', 'nan', 'n/a', 'na', 'unknown', 'undefined', '-', '?'])

/** The values of a field that say something. */
export function valuesOf(record: LinkRecord, field: string): readonly string[] {
  const values = record.values[field]
  if (!values) return []
  return values.filter((value) => !nothings.has(value.trim().toLowerCase()))
}
