import { expect, test } from 'vitest'
import { pairsIn } from './both-kept.ts'
import type { NoteLine } from './types.ts'

function line(about: Partial<NoteLine>): NoteLine {
  return {
    id: 'a line',
    text: 'words',
    mark: null,
    said: 'words',
    offRecord: false,
    speaker: null,
    speakerUnknown: false,
    people: [],
    fields: [],
    topics: [],
    due: null,
    doneOn: null,
    ...about,
  }
}

test('a line that stands beside another is shown with it, theirs first', () => {
  const theirs = line({ id: 'theirs', text: 'from the phone' })
  const yours = line({ id: 'yours', text: 'from the desk', beside: 'theirs' })
  expect(pairsIn([theirs, yours, line({ id: 'alone' })])).toEqual([{ theirs, yours }])
})

test('once the other is gone there is nothing left to choose', () => {
  expect(pairsIn([line({ id: 'yours', beside: 'gone' })])).toEqual([])
  expect(pairsIn([line({ id: 'yours', beside: null })])).toEqual([])
})

test('the words of a line off the record are not put on the table to choose between', () => {
  const theirs = line({ id: 'theirs', offRecord: true })
  expect(pairsIn([theirs, line({ id: 'yours', beside: 'theirs' })])).toEqual([])
})
