import { gunzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { jsonAnswer } from './json-answer.ts'

function asked(encoding: string): Request {
  return new Request('http://x/api/today.show', { headers: { 'accept-encoding': encoding } })
}

const long = { lines: Array.from({ length: 500 }, (_, at) => `line ${at}: ñ, 語`) }

test('a long answer goes packed to who takes it so, and is the same', async () => {
  const answer = await jsonAnswer(asked('gzip, br'), long, { 'sobremesa-revision': '7' })
  expect(Object.fromEntries(answer.headers)).toMatchObject({
    'content-type': 'application/json',
    'content-encoding': 'gzip',
    vary: 'accept-encoding',
    'sobremesa-revision': '7',
  })
  const bytes = Buffer.from(await answer.arrayBuffer())
  expect(bytes.length).toBeLessThan(JSON.stringify(long).length / 3)
  expect(JSON.parse(gunzipSync(bytes).toString())).toEqual(long)
})

test.each([
  ['a short answer', 'gzip', { id: '1' }],
  ['a long one, to who takes none', 'identity', long],
  ['nothing', 'gzip', undefined],
])('%s goes as it is', async (_, encoding, value) => {
  const answer = await jsonAnswer(asked(encoding), value, {})
  expect(answer.headers.get('content-encoding')).toBeNull()
  expect(await answer.json()).toEqual(value ?? null)
})
