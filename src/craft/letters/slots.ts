/**
 * All that a letter can ask the notebook for, with the words that stand in the letter's gap where nobody knows it. An
 * owner's own templates use the same names.
 */
export const gapWords = {
  to: 'their name',
  from: 'your name',
  me: 'who you are, in one line',
  link: 'what links you',
  through: 'who gave you their name',
  work: 'one thing about their work',
  field: 'what you want to understand',
  house: 'where they work',
  minutes: 'how many minutes',
  'asked-on': 'the day of your letter',
  news: 'one new thing that helps them to answer',
  times: 'two or three times, in their zone',
  page: 'the address of their page',
  zone: 'their zone',
  day: 'the day',
  clock: 'the hour',
  where: 'where, or the link',
  questions: 'two or three questions',
  reach: 'how they reach you',
  advice: 'what they told you',
  did: 'what you did with it',
  came: 'what came of it',
  gift: 'something for them',
  reason: 'why you write now',
  whom: 'whom you would like to meet',
  'why-them': 'why them',
  hope: 'what you hope to learn',
  worth: 'why it may be worth their time',
  question: 'the one question',
  requester: 'who asks',
  'requester-line': 'one good line about who asks',
  target: 'whom they ask for',
  'target-line': 'one good line about whom they ask for',
  both: 'what both gain',
  connector: 'who brought you together',
  gained: 'one thing it gave you',
  instead: 'something kind instead',
  words: 'the exact words',
  naming: 'how they would be named',
  shown: 'where it would stand, and who can read it',
} as const

export type SlotName = keyof typeof gapWords

/** Slots whose words may stand on several lines. */
const several: ReadonlySet<string> = new Set(['times', 'questions', 'words'])

export function isSlot(name: string): name is SlotName {
  return Object.hasOwn(gapWords, name)
}

/** What stands in the letter where nobody knows it: "{what links you}". */
export function gapFor(name: string): string {
  return `{${isSlot(name) ? gapWords[name] : name}}`
}

const gap = /\{([^{}\n]{1,80})\}/gu

/** What a letter still leaves open, in its words. */
export function gapsIn(letter: string): readonly string[] {
  return [...new Set([...letter.matchAll(gap)].map(([, words = '']) => words))]
}

/** Words as they may stand in a slot: no braces or brackets of a template, and one line where the slot is one. */
export function fillingText(name: string, text: string): string {
  const plain = text
    .replaceAll('{', '(')
    .replaceAll('}', ')')
    .replace(/\p{Cc}+/gu, (found) => (several.has(name) && found.includes('\n') ? '\n' : ' '))
  return several.has(name) ? plain.trim() : plain.replace(/\s+/gu, ' ').trim()
}
