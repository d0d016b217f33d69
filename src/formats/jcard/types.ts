/** What type a value has where nothing is said (RFC 6350, 6), for the properties that are not text. */
const defaults: Readonly<Record<string, string>> = {
  SOURCE: 'uri',
  PHOTO: 'uri',
  IMPP: 'uri',
  GEO: 'uri',
  LOGO: 'uri',
  MEMBER: 'uri',
  RELATED: 'uri',
  SOUND: 'uri',
  UID: 'uri',
  URL: 'uri',
  KEY: 'uri',
  FBURL: 'uri',
  CALADRURI: 'uri',
  CALURI: 'uri',
  LANG: 'language-tag',
  BDAY: 'date-and-or-time',
  ANNIVERSARY: 'date-and-or-time',
  DEATHDATE: 'date-and-or-time',
  REV: 'timestamp',
}

const texts = new Set([
  'FN',
  'N',
  'NICKNAME',
  'GENDER',
  'ADR',
  'TEL',
  'EMAIL',
  'TZ',
  'TITLE',
  'ROLE',
  'ORG',
  'CATEGORIES',
  'NOTE',
  'PRODID',
  'CLIENTPIDMAP',
  'KIND',
  'XML',
  'VERSION',
  'BIRTHPLACE',
  'DEATHPLACE',
  'EXPERTISE',
  'HOBBY',
  'INTEREST',
])

/** `unknown` for a property of a program's own: its value is then given word for word (RFC 7095, 5.1). */
export function defaultTypeOf(name: string): string {
  return defaults[name] ?? (texts.has(name) ? 'text' : 'unknown')
}

/** Their value has parts between semicolons. */
export const structured: ReadonlySet<string> = new Set([
  'N',
  'ADR',
  'ORG',
  'GENDER',
  'CLIENTPIDMAP',
])

/** Their value is a list between commas. */
export const listed: ReadonlySet<string> = new Set(['NICKNAME', 'CATEGORIES'])

/** Parts that may be lists themselves; a comma in the name of an organisation is a comma. */
export const listsInParts: ReadonlySet<string> = new Set(['N', 'ADR'])
