import type { JobOutput } from '../shell/client.ts'
import { capitalized, type Words } from '../words/words.ts'

type Forgotten = Pick<
  JobOutput<'people.forget'>,
  'conversations' | 'shared' | 'lines' | 'letters' | 'cards'
>

const kinds = ['conversations', 'lines', 'letters', 'cards'] as const

/** "Tomasz Wilk is forgotten. Two conversations and twelve lines went along." */
export function forgottenInWords(t: Words, name: string, forgotten: Forgotten): string {
  const went = kinds.flatMap((kind) =>
    forgotten[kind] > 0 ? [t(`people.forget.went.${kind}`, { count: forgotten[kind] })] : [],
  )
  return [
    t('people.forget.done', { name }),
    went.length > 0 ? capitalized(t('people.forget.along', { what: went.join(', ') })) : null,
    forgotten.shared > 0
      ? capitalized(t('people.forget.shared', { count: forgotten.shared }))
      : null,
  ]
    .filter((part) => part !== null)
    .join(' ')
}
