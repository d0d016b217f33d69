import type { WrittenVersion } from './write.ts'

/**
 * What 3.0 and 4.0 call differently, or what only one of them knows (RFC 2426, 6350, 6474, 6715). What
 * a version does not know goes along under a name that begins with X-, and gets its own again on the way back.
 */

const standIns30 = 'X-VCARD4-'
const standIns40 = 'X-VCARD3-'

/** Properties that 3.0 lacks and that have a name there which other programs read. */
const named30: Readonly<Record<string, string>> = {
  KIND: 'X-ADDRESSBOOKSERVER-KIND',
  MEMBER: 'X-ADDRESSBOOKSERVER-MEMBER',
  ANNIVERSARY: 'X-ANNIVERSARY',
  GENDER: 'X-GENDER',
}

const only40 = new Set([
  'LANG',
  'RELATED',
  'XML',
  'CLIENTPIDMAP',
  'BIRTHPLACE',
  'DEATHDATE',
  'DEATHPLACE',
  'EXPERTISE',
  'HOBBY',
  'INTEREST',
  'ORG-DIRECTORY',
])

const only30 = new Set(['CLASS', 'MAILER', 'LABEL', 'AGENT', 'SORT-STRING', 'NAME', 'PROFILE'])

const named40 = new Map(Object.entries(named30).map(([name, other]) => [other, name]))

/** How a property of 4.0 is called in 3.0. A key or an anniversary may be of a kind that has no place there. */
export function nameIn30(name: string): string {
  if (name.startsWith(standIns40)) return name.slice(standIns40.length)
  return named30[name] ?? (only40.has(name) ? standIns30 + name : name)
}

/** A property of a program's own that only has the name ("X-GENDER:2") keeps it. */
export function nameIn40(name: string, value: string): string {
  if (name.startsWith(standIns30)) return name.slice(standIns30.length)
  const known = named40.get(name)
  if (known === 'GENDER' && !/^[MFONU]?(?:;.*)?$/i.test(value)) return name
  if (known === 'ANNIVERSARY' && !/^(?:--)?\d/.test(value)) return name
  return known ?? (only30.has(name) ? standIns40 + name : name)
}

export function standInFor(name: string): string {
  return standIns30 + name
}

const parameters40 = new Set([
  'MEDIATYPE',
  'SORT-AS',
  'ALTID',
  'PID',
  'CALSCALE',
  'LEVEL',
  'INDEX',
  'GEO',
  'TZ',
  'LABEL',
  'DERIVED',
])

export function parameterIn30(name: string): string {
  return parameters40.has(name.toUpperCase()) ? `X-${name}` : name
}

export function parameterIn40(name: string): string {
  const bare = name.replace(/^x-/i, '')
  return parameters40.has(bare.toUpperCase()) ? bare : name
}

/** Words of TYPE that only one version knows. */
const types30: Readonly<Record<string, readonly string[]>> = {
  EMAIL: ['internet', 'x400'],
  ADR: ['dom', 'intl', 'postal', 'parcel'],
  TEL: ['bbs', 'car', 'isdn', 'modem', 'msg', 'pcs'],
}
const types40: Readonly<Record<string, readonly string[]>> = { TEL: ['text', 'textphone'] }

const unknownIn30: Readonly<Record<string, readonly string[]>> = {
  ...types40,
  EMAIL: ['home', 'work'],
}

export function typeIn30(property: string, type: string): string {
  return exchanged(type, types40[property], types30[property])
}

export function typeIn40(property: string, type: string): string {
  return exchanged(type, types30[property], types40[property])
}

/** A word of TYPE that a property of this version does not have goes behind an x-. */
export function hiddenType(property: string, type: string, version: WrittenVersion): string {
  const unknown = version === '4.0' ? types30[property] : unknownIn30[property]
  return exchanged(type, unknown)
}

/** `hidden` are put behind an X-, `shown` come out from behind it. */
function exchanged(type: string, hidden: readonly string[] = [], shown: readonly string[] = []) {
  const word = type.trim().toLowerCase()
  if (hidden.includes(word)) return `x-${type}`
  return word.startsWith('x-') && shown.includes(word.slice(2)) ? type.trim().slice(2) : type
}
