import { capitalized, type Words } from '../words/words.ts'
import type { Letter } from './letter-types.ts'

type Check = Letter['checks'][number]

/** A check in plain words: what the letter has, or what one may look at again. */
export function checkInWords(t: Words, check: Check): string {
  const words = sentenceFor(t, check)
  return check.ok ? words : capitalized(words)
}

function sentenceFor(t: Words, { code, ok, values }: Check): string {
  if (!isKnown(code)) return code
  if (code === 'words') return wordsInWords(t, values, ok)
  if (code === 'promise' && values['promises'] === 0) return t('letters.checks.promiseNone')
  if (ok) return t(`letters.checks.${code}`, values)
  if (code === 'link' && values['known'] === 0) return t('letters.checks.linkUnknown')
  if (code === 'question' && values['questions'] === 0) return t('letters.checks.questionNone')
  return t(`letters.checks.${code}Not`, values)
}

/** A newer server may know more than these. */
const known = [
  'words',
  'gaps',
  'subject',
  'name',
  'link',
  'question',
  'questions',
  'no-question',
  'you',
  'jobs',
  'guilt',
  'links',
  'times',
  'repeat',
  'house',
  'elsewhere',
  'discreet',
  'said',
  'promise',
] as const

function isKnown(code: string): code is (typeof known)[number] {
  return known.some((one) => one === code)
}

function wordsInWords(t: Words, values: Check['values'], ok: boolean): string {
  if (ok) return t('letters.checks.words', values)
  const isShort = Number(values['words']) < Number(values['fewest'])
  return t(isShort ? 'letters.checks.wordsShort' : 'letters.checks.wordsLong', values)
}
