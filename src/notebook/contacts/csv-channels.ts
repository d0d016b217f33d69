import type { Around, Cell, Meaning } from './csv-row.ts'
import { plainLabel } from './label-words.ts'
import { type BareChannel, withoutMarks } from './said.ts'

/** Which channel a column holds, and the word of its own that it adds to the label. */
export const channelKinds: {
  readonly [meaning in Meaning]?: { kind: BareChannel['kind']; word: string | null }
} = {
  mail: { kind: 'mail', word: null },
  phone: { kind: 'phone', word: null },
  mobile: { kind: 'phone', word: 'mobile' },
  fax: { kind: 'phone', word: 'fax' },
  pager: { kind: 'phone', word: 'pager' },
  car: { kind: 'phone', word: 'car' },
  main: { kind: 'phone', word: 'main' },
  video: { kind: 'phone', word: 'video' },
  link: { kind: 'link', word: null },
  blog: { kind: 'link', word: 'blog' },
  profile: { kind: 'link', word: 'profile' },
  message: { kind: 'message', word: null },
  aim: { kind: 'message', word: 'AIM' },
  icq: { kind: 'message', word: 'ICQ' },
  jabber: { kind: 'message', word: 'Jabber' },
  msn: { kind: 'message', word: 'MSN' },
  skype: { kind: 'message', word: 'Skype' },
  yahoo: { kind: 'message', word: 'Yahoo' },
  whatsapp: { kind: 'message', word: 'WhatsApp' },
  telegram: { kind: 'message', word: 'Telegram' },
}

export function channelsIn(
  { column, text }: Cell,
  { kind, word }: { kind: BareChannel['kind']; word: string | null },
  { labels, services }: Around,
): BareChannel[] {
  const set = column.set ?? ''
  return addressesIn(kind, text).map((value, at) => {
    const { label, preferred } = labelAt(labels.get(set), at)
    const service = several(services.get(set) ?? '')[at] ?? null
    const own = [service, column.place, word, label].filter(Boolean).join(' ') || null
    return { kind, value: withoutMarks(value), label: own, preferred }
  })
}

/** Google joins several by ` ::: `; people themselves put addresses of mail side by side with commas. */
function addressesIn(kind: BareChannel['kind'], text: string): string[] {
  const values = several(text)
  if (kind !== 'mail') return values
  return values.flatMap((value) => {
    const pieces = value
      .split(/[,;]/)
      .map((piece) => piece.trim())
      .filter(Boolean)
    return pieces.length > 1 && pieces.every((piece) => piece.includes('@')) ? pieces : [value]
  })
}

export function several(text: string): string[] {
  return text
    .split(' ::: ')
    .map((one) => one.trim())
    .filter(Boolean)
}

/** `* Home` is the preferred one; the words that every program has are in small letters, others as given. */
export function labelAt(
  text: string | undefined,
  at: number,
): { label: string | null; preferred: boolean } {
  const labels = (text ?? '').split(' ::: ')
  const written = (labels.length > 1 ? labels[at] : labels[0]) ?? ''
  const preferred = written.trim().startsWith('*') && at === 0
  const label = written.replace(/^\s*\*/, '').trim()
  if (label === '') return { label: null, preferred }
  return { label: plainLabel(label), preferred }
}
