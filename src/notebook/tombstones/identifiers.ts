import { mailOf, namesSomebody } from '../../craft/linkage/mail.ts'
import { linkOf } from '../../craft/linkage/profile-link.ts'
import { fold, wordsOf } from '../../kit/text.ts'
import { nameOf, type Person } from '../people/person.ts'

/** What tells who a record is about: of a person who goes, and of a record that comes. */
export interface Known {
  readonly person: Pick<Person, 'names' | 'channels' | 'roles'>
  /** By what the record itself is known: `uid:…`, `link:…`, `content:…`. */
  readonly cards: readonly string[]
}

/** Whether this is who goes, or a record that comes. */
export type Side = 'forgotten' | 'coming'

/**
 * By what somebody is recognised when a file brings them again. A mail address, a page of their own, a name at a
 * messenger and the number of a card are theirs alone. A phone, and the mail of an office, are shared in a house or at
 * a desk, so they count only together with a name they go by; and a name alone never counts, since others bear it too.
 * `dialled` says by which numbers a phone is known, whatever stands before it.
 */
export function identifiersOf(
  { person, cards }: Known,
  side: Side,
  dialled: (phone: string) => readonly string[],
): string[] {
  const words = wordsOf(nameOf(person))
  const called = callNamesOf(person, side)
  const withName = (key: string) => called.map((name) => `${key}:${name}`)
  const found = person.channels.flatMap(({ kind, value, label }) => {
    if (kind === 'mail') {
      const mail = mailOf(value)
      if (mail === null) return []
      const isTheirs = side === 'coming' || namesSomebody(mail) || words.includes(mail.local)
      const key = `mail:${mail.address}`
      return isTheirs ? [key, ...withName(key)] : withName(key)
    }
    if (kind === 'link') return ownPage(value, words)
    if (kind === 'message') return [`message:${fold(label ?? '')}:${fold(value)}`]
    return dialled(value).flatMap((number) => withName(`phone:${number}`))
  })
  return [...new Set([...found, ...cards])]
}

/** The bare address of a house is its people's together; a page below it, or one that bears their name, is one person's. */
function ownPage(link: string, words: readonly string[]): string[] {
  const page = linkOf(link)
  if (page === null) return []
  const isTheirs =
    page.includes('/') || words.some((word) => word.length > 3 && page.includes(word))
  return isTheirs ? [`link:${page}`] : []
}

/**
 * What one calls them: given name or nickname, and the initial with the family name. A record that comes stands by its
 * initial only where it gives no more: "R. Adeyemi" may be Ruth, "Robert Adeyemi" is not. "" where nobody is named.
 */
function callNamesOf(person: Known['person'], side: Side): string[] {
  const given = partsOf(person, ['given', 'nickname'])
  const [first, ...rest] = wordsOf(partsOf(person, ['full']).join(' '))
  const called = given.length > 0 ? given : first === undefined ? [] : [first]
  if (called.length === 0) return person.roles.some((role) => role.organisation) ? [] : ['']
  const family = partsOf(person, ['family']).at(-1) ?? rest.at(-1)
  const initials = called
    .filter((name) => side === 'forgotten' || isShort(name))
    .map((name) => `${[...name][0] ?? ''} ${family ?? ''}`.trim())
  const nobody = side === 'forgotten' ? [''] : []
  return [...called.filter((name) => !isShort(name)), ...initials, ...nobody]
}

function isShort(name: string): boolean {
  return [...name].length === 1
}

function partsOf({ names }: Known['person'], wanted: readonly string[]): string[] {
  return names.filter(({ part }) => wanted.includes(part)).flatMap(({ text }) => wordsOf(text))
}
