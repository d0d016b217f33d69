import type { Words } from '../words/words.ts'
import type { Looked } from './columns.ts'

/** "vCard", "a table of Google", "nobody can tell what this is": what a file is. */
export function fileInWords(t: Words, { is, from, holds }: Looked): string {
  if (is === null) return t('contacts.is.unknown')
  if (is === 'csv' && from !== null) return t('contacts.is.of', { program: from })
  if (is === 'csv' && holds === 'conversations') return t('contacts.is.conversations')
  return t(`contacts.is.${is}`)
}
