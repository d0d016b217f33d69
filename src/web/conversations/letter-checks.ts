import type { Words } from '../words/words.ts'
import type { Letter } from './types.ts'

type Check = Letter['checks'][number]

/** A check in plain words: what the letter has, or what one may look at again. */
export function checkInWords(t: Words, { code, ok, values }: Check): string {
  switch (code) {
    case 'words':
      return wordsInWords(t, Number(values['words']), ok)
    case 'said':
      return t(ok ? 'conversations.letter.said' : 'conversations.letter.saidNot')
    case 'promise':
      if (values['promises'] === 0) return t('conversations.letter.promiseNone')
      return t(ok ? 'conversations.letter.promise' : 'conversations.letter.promiseNot')
    case 'asks':
      return t(ok ? 'conversations.letter.asks' : 'conversations.letter.asksNot')
    default:
      return code
  }
}

function wordsInWords(t: Words, words: number, ok: boolean): string {
  if (ok) return t('conversations.letter.words', { words })
  return t(words < 60 ? 'conversations.letter.wordsShort' : 'conversations.letter.wordsLong', {
    words,
  })
}
