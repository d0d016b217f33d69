import { expect, test } from 'vitest'
import { grouped, wayTo } from './hit-groups.ts'

type Kind = 'person' | 'line' | 'field' | 'organisation' | 'place' | 'introduction'

const hit = (kind: Kind, own: object = {}) => ({
  kind,
  id: `the ${kind}`,
  person: null,
  conversation: null,
  ...own,
})

test('what was found stands in groups, people first, each in the order it was given', () => {
  const hits = [hit('line'), hit('person'), hit('line', { id: 'another' }), hit('field')]
  expect(grouped(hits).map((one) => [one.group, one.hits.map(({ id }) => id)])).toEqual([
    ['people', ['the person']],
    ['said', ['the line', 'another']],
    ['fields', ['the field']],
  ])
})

test('a line leads to its notes, else to whom it is about; an organisation to its people', () => {
  expect(wayTo(hit('line', { conversation: 'c', person: 'p' }))).toEqual({
    to: '/conversations/$id/during',
    id: 'c',
  })
  expect(wayTo(hit('line', { person: 'p' }))).toEqual({ to: '/people/$id', id: 'p' })
  expect(wayTo(hit('organisation'))).toEqual({ to: '/people', organisation: 'the organisation' })
})

test('a place and an introduction lead to their own pages', () => {
  expect(wayTo(hit('place'))).toEqual({ to: '/places/$id', id: 'the place' })
  expect(wayTo(hit('introduction'))).toEqual({
    to: '/giving/introductions/$id',
    id: 'the introduction',
  })
})
