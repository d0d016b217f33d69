import { expect, test } from 'vitest'
import { type Stretch, stretchesOf } from './letter-words.ts'

function wordsOf(stretches: readonly Stretch[]) {
  return stretches.map(({ text, family }) => ({ text, family }))
}

test('words from the notes are found where they stand, in the order of the letter', () => {
  const body = 'Thank you. “A torn letter” stays with me. I send the handout by Sunday.'
  expect(
    wordsOf(
      stretchesOf(body, [
        { text: 'I send the handout by Sunday', family: 'promise' },
        { text: 'A torn letter', family: 'said' },
      ]),
    ),
  ).toEqual([
    { text: 'Thank you. “', family: null },
    { text: 'A torn letter', family: 'said' },
    { text: '” stays with me. ', family: null },
    { text: 'I send the handout by Sunday', family: 'promise' },
    { text: '.', family: null },
  ])
})

test('words that the owner took out are underlined nowhere', () => {
  expect(
    wordsOf(stretchesOf('My own letter', [{ text: 'A torn letter', family: 'said' }])),
  ).toEqual([{ text: 'My own letter', family: null }])
})

test('of words that lie in each other the longer is underlined', () => {
  const stretches = stretchesOf('a torn letter', [
    { text: 'a torn', family: 'said' },
    { text: 'a torn letter', family: 'said' },
  ])
  expect(wordsOf(stretches)).toEqual([{ text: 'a torn letter', family: 'said' }])
})
