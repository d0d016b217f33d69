import { decodeTextAs, encodeUtf8 } from '../../formats/encoding/decode.ts'
import { parameterOf, type Property, typesOf } from '../../formats/vcard/card.ts'
import { decodeQuotedPrintable } from '../../formats/vcard/quoted-printable.ts'

/** Types that say nothing a person would call a number by. */
const silent = new Set([
  'pref',
  'internet',
  'voice',
  'text',
  'x400',
  'postal',
  'parcel',
  'dom',
  'intl',
  'uri',
])

const plainWords: Readonly<Record<string, string>> = {
  cell: 'mobile',
  business: 'work',
  workfax: 'work fax',
  homefax: 'home fax',
  faxhome: 'home fax',
  faxwork: 'work fax',
}

const places = new Set(['home', 'work', 'other'])

/** "work fax", "mobile", or the label that somebody gave by hand; null if the card says none. */
export function labelOf(property: Property, given: string | null): string | null {
  return given ?? customLabelOf(property) ?? labelFromTypes(typesOf(property))
}

export function labelFromTypes(types: readonly string[]): string | null {
  const words = types
    .map((type) => type.replace(/^x-/, ''))
    .filter((type) => !silent.has(type))
    .map((type) => plainWords[type] ?? type)
    .filter((word) => word !== '')
  const distinct = [...new Set(words)]
  const ordered = [
    ...distinct.filter((word) => places.has(word)),
    ...distinct.filter((word) => !places.has(word)),
  ]
  return ordered.join(' ') || null
}

/** Apple writes its own words as `_$!<HomePage>!$_`, and those of the user as they are. */
export function cleanLabel(text: string): string | null {
  const own = /^_\$!<(.*)>!\$_$/.exec(text.trim())?.[1]
  if (own === undefined) return plainLabel(text.trim()) || null
  return plainLabel(own.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase()).trim() || null
}

const commonWords =
  /^(?:home|work|other|mobile|main|pager|profile|blog|home ?page|(?:home |work |other )?fax)$/i

/** The words that every program has, written one way; any other label is somebody's own. */
export function plainLabel(label: string): string {
  return commonWords.test(label) ? label.toLowerCase().replace('home page', 'homepage') : label
}

export function isPreferred(property: Property): boolean {
  return typesOf(property).includes('pref') || parameterOf(property, 'PREF') === '1'
}

const customPattern = /^X-CUSTOM\((?:CHARSET=([\w-]+))?,?(?:ENCODING=QUOTED-PRINTABLE)?,?(.*)\)$/i

function customLabelOf(property: Property): string | null {
  for (const { name, values } of property.parameters) {
    if (!values[0]?.includes('(')) continue
    const isType = name === '' || name.toUpperCase() === 'TYPE'
    const match = isType ? customPattern.exec(values[0] ?? '') : null
    if (match)
      return decodeTextAs(match[1] ?? '', decodeQuotedPrintable(encodeUtf8(match[2] ?? '')).bytes)
  }
  return null
}
