import { expect, test } from 'vitest'
import { idShape } from './shapes.ts'

test.each([
  ['person', 'This is not the id of a person'],
  ['import', 'This is not the id of an import'],
])('what is no id of a kind (%s) is refused in good English', (kind, says) => {
  expect(idShape(kind).safeParse('nope').error?.issues).toMatchObject([{ message: says }])
})
