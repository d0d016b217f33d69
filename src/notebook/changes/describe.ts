import { nameOf, type Person } from '../people/person.ts'

/** What a thing is called where it is spoken of as one of several: by its name, or by what kind of thing it is. */
export function describe(kind: string, doc: unknown): string {
  if (kind === 'person' && isPerson(doc)) return nameOf(doc)
  if (typeof doc === 'object' && doc !== null && 'name' in doc && typeof doc.name === 'string') {
    return doc.name || kindInWords(kind, doc)
  }
  if (kind === 'theme' && isTheme(doc)) return doc.claim
  return kindInWords(kind, doc)
}

function isTheme(doc: unknown): doc is { readonly claim: string } {
  return typeof doc === 'object' && doc !== null && 'claim' in doc && typeof doc.claim === 'string'
}

function kindInWords(kind: string, doc: unknown): string {
  if (kind === 'bond') return bondInWords(doc)
  return awkward.get(kind) ?? `a ${kind}`
}

const awkward: ReadonlyMap<string, string> = new Map([
  ['attachment', 'a picture'],
  ['quotation', 'where a line was taken from'],
  ['exchange', 'a day of contact'],
  ['import', 'an import'],
  ['introduction', 'an introduction'],
  ['organisation', 'an organisation'],
])

/** A bond is spoken of by the deed it came from. */
function bondInWords(doc: unknown): string {
  if (typeof doc !== 'object' || doc === null || !('kind' in doc)) return 'a merge'
  if (doc.kind === 'distinct') return 'two people who are not the same'
  return doc.kind === 'parted' ? 'what a parting left open' : 'a merge'
}

function isPerson(doc: unknown): doc is Person {
  return typeof doc === 'object' && doc !== null && 'names' in doc && Array.isArray(doc.names)
}

/** A document from the log; whoever keeps it gives it to the kind it came from. */
export function heldFromLog(text: string): never {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- never fits every kind, and is looked into by none
  return JSON.parse(text) as never
}

export function withoutBin(doc: object): never {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the same document, but for the day it was binned
  return { ...doc, binnedOn: null } as never
}
