import type { LinkRecord } from '../../src/craft/linkage/records.ts'

/** A made-up card as an address book gives it out. */
export function asCard({ id, values }: LinkRecord): string {
  const all = (field: string) => values[field] ?? []
  const one = (field: string) => all(field)[0] ?? ''
  const lines = (name: string, field: string) => all(field).map((value) => `${name}:${value}`)
  return [
    'BEGIN:VCARD',
    'VERSION:3.0',
    `UID:${id}`,
    `N:${one('family')};${one('given')};;;`,
    `FN:${[one('given'), one('family')].join(' ').trim()}`,
    ...lines('NICKNAME', 'nickname'),
    ...lines('EMAIL', 'mail'),
    ...lines('TEL', 'phone'),
    ...lines('URL', 'link'),
    ...lines('ORG', 'organisation'),
    ...lines('TITLE', 'title'),
    ...lines('BDAY', 'birth'),
    ...(one('street') || one('locality') || one('postcode')
      ? [`ADR:;;${one('street')};${one('locality')};;${one('postcode')};`]
      : []),
    'END:VCARD',
    '',
  ].join('\r\n')
}
