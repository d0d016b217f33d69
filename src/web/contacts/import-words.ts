import type { JobOutput } from '../shell/client.ts'
import type { client } from '../shell/server.ts'
import { plainDay, type Wall } from '../words/dates.ts'
import { capitalized, type Words } from '../words/words.ts'

export type BroughtIn = Awaited<ReturnType<typeof client.contacts.imports>>['imports'][number]

/** "twelve new people, three with something new": what a file brought; empty where nobody counted. */
export function hadInWords(
  t: Words,
  { created, changed, conversations, exchanges }: BroughtIn,
): string {
  return [
    created ? t('contacts.sum.created', { count: created }) : null,
    changed ? t('contacts.sum.changed', { count: changed }) : null,
    conversations ? t('contacts.sum.conversations', { count: conversations }) : null,
    exchanges ? t('contacts.sum.exchanges', { count: exchanges }) : null,
  ]
    .filter((part) => part !== null)
    .join(', ')
}

/** The same, and whether it was taken out again. */
export function broughtInWords(t: Words, one: BroughtIn, wall: Wall): string {
  const { created, takenOutOn, unfinished } = one
  const parts = [
    hadInWords(t, one) || (created === null ? null : t('contacts.imports.nobody')),
    takenOutOn === null || unfinished
      ? null
      : t('contacts.imports.takenOut', { day: plainDay(takenOutOn, wall) }),
    unfinished ? t('contacts.imports.unfinished') : null,
  ].filter((part) => part !== null)
  return capitalized(parts.join(', '))
}

type TakenOut = JobOutput<'contacts.undo-import'>

/** What happened when one was taken out: who went, who lost something, who stays. */
export function takenOutInWords(t: Words, out: TakenOut): string {
  const { people, changed, kept, conversations, exchanges } = out
  const parts = [
    people > 0 ? t('contacts.imports.went', { count: people }) : null,
    conversations > 0 ? t('contacts.imports.talks', { count: conversations }) : null,
    exchanges > 0 ? t('contacts.imports.days', { count: exchanges }) : null,
    changed > 0 ? t('contacts.imports.lost', { count: changed }) : null,
    kept > 0 ? t('contacts.imports.kept', { count: kept }) : null,
  ].filter((part) => part !== null)
  const what = parts.length > 0 ? parts.join(', ') : t('contacts.imports.nothing')
  return t('contacts.imports.out', { file: out.import.file, what: capitalized(what) })
}
