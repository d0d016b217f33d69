import type { Words } from '../words/words.ts'
import type { Happening } from './shapes.ts'

const steps = [
  'sent',
  'nudged',
  'replied-yes',
  'replied-no',
  'replied-later',
  'scheduled',
  'confirmed',
  'no-show-mine',
  'no-show-theirs',
  'thanked',
  'thanked-no',
  'followed-up',
  'updated',
] as const
const lines = ['referral', 'mine', 'theirs'] as const

/** What happened, without its place and its quote; what only a newer server knows is told by its words alone. */
export function happeningInWords(t: Words, { what, words }: Happening): string {
  if (what === 'spoke' || what === 'met') return t(`people.between.${what}`)
  const line = lines.find((known) => known === what)
  if (line) return t(`people.between.${line}`, { words: words ?? '' })
  const step = steps.find((known) => known === what)
  if (!step) return words ?? ''
  const done = t(`people.between.step.${step}`)
  return words ? t('people.between.words', { what: done, words }) : done
}

/** ", 24 minutes, at his shop": how a conversation was. */
export function surroundingsInWords(t: Words, { minutes, place }: Happening): string {
  const parts = [minutes === null ? null : t('people.between.minutes', { count: minutes }), place]
  return parts.filter((part) => part !== null && part !== '').join(', ')
}

/** "3 quotes, 2 pieces of advice, 1 person to meet"; empty while nothing was marked. */
export function saidInWords(t: Words, { said }: Happening): string {
  const kinds = ['quotes', 'advice', 'facts', 'referrals'] as const
  return kinds
    .flatMap((kind) => {
      const count = said?.[kind] ?? 0
      return count === 0 ? [] : [t(`people.between.${kind}`, { count })]
    })
    .join(', ')
}
