import type { Entry } from '../offline/entry.ts'
import type { Words } from '../words/words.ts'

/** Where an operation holds what somebody wrote. */
const written: Readonly<Record<string, string>> = {
  'conversations.capture': 'text',
  'notes.save': 'text',
  'people.add': 'name',
  'places.add': 'name',
}

/** What somebody wrote with their own hand; null where there is nothing to change or copy. */
export function wordsIn({ operation, input }: Entry): string | null {
  const name = written[operation]
  if (!name || typeof input !== 'object' || input === null) return null
  const words = new Map<string, unknown>(Object.entries(input)).get(name)
  return typeof words === 'string' ? words : null
}

/** The input with other words in it. */
export function withWords({ operation, input }: Entry, words: string): unknown {
  const name = written[operation]
  return name && typeof input === 'object' ? { ...input, [name]: words } : input
}

export function whatItIs(t: Words, entry: Entry): string {
  const words = firstWords(wordsIn(entry) ?? '')
  switch (entry.operation) {
    case 'conversations.capture':
      return t('offline.what.capture', { words })
    case 'notes.save':
      return t('offline.what.note', { words })
    case 'people.add':
      return t('offline.what.person', { words })
    case 'places.add':
      return t('offline.what.place', { words })
    case 'conversations.attach':
      return t('offline.what.photo', { name: fileIn(entry) })
    case 'transcripts.import':
      return t('offline.what.transcript', { name: fileIn(entry) })
    case 'conversations.plan':
      return t('offline.what.plan')
    case 'consent.answer':
      return t('offline.what.consent')
    default:
      return t('offline.what.other')
  }
}

function fileIn({ files }: Entry): string {
  return files[0]?.name ?? ''
}

const most = 160

/** As much as a line of a list shows. */
function firstWords(text: string): string {
  const line = text.trim().split('\n', 1)[0] ?? ''
  const letters = [...line]
  return letters.length > most ? `${letters.slice(0, most).join('')}…` : line
}
