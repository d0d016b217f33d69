import type { Mask } from './masking.ts'

/** Parts of documents that are no words about anybody: names of others and of houses, digests, keys, sources. */
const untouched: ReadonlySet<string> = new Set([
  'id',
  'kind',
  'on',
  'keys',
  'content',
  'turns',
  'original',
  'format',
  'mediaType',
  'sealed',
  'sources',
  'organisation',
  'otherNames',
])

/** Parts that name the thing itself, by its kind: somebody else's name stays, though it be the same. */
const ownNames: Readonly<Record<string, readonly string[]>> = {
  person: ['names'],
  field: ['name'],
  organisation: ['name'],
  topic: ['name'],
}

/** A document with every text in it masked; the same document where nobody was named. */
export function maskedDocument<Doc>(kind: string, doc: Doc, mask: Mask): Doc {
  const own = new Set(ownNames[kind])
  const masked = (value: unknown, key: string): unknown => {
    if (untouched.has(key) || own.has(key)) return value
    if (typeof value === 'string') return mask(value)
    if (Array.isArray(value)) return value.map((one: unknown) => masked(one, ''))
    if (typeof value !== 'object' || value === null) return value
    return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, masked(one, name)]))
  }
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the same shape, with other words in it
  return masked(doc, '') as Doc
}

/**
 * What long work was asked or answered, without anybody who was forgotten: what a list held about them is gone from
 * the list, and elsewhere they are not named.
 */
export function maskedReport(value: unknown, ids: ReadonlySet<string>, mask: Mask): unknown {
  if (typeof value === 'string') return mask(value)
  if (Array.isArray(value)) {
    return value
      .filter((one: unknown) => !isAbout(one, ids))
      .map((one: unknown) => maskedReport(one, ids, mask))
  }
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => [key, maskedReport(one, ids, mask)]),
  )
}

function isAbout(value: unknown, ids: ReadonlySet<string>): boolean {
  if (typeof value === 'string') return ids.has(value)
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false
  return Object.values(value).some((one: unknown) => typeof one === 'string' && ids.has(one))
}
