import { expect, test } from 'vitest'
import { createClient } from './client.ts'
import { fileName, startJob } from './jobs.ts'
import { isSignedOut, isUnreachable, Refusal } from './refusal.ts'
import type { Wire } from './wire.ts'

interface Sent {
  readonly url: string
  readonly headers: Headers
  readonly body: unknown
}
type Answer = Response | 'no answer'

/** A wire whose other end answers from a list, and keeps what it was sent. */
function wireWith(...answers: Answer[]): { wire: Wire; sent: Sent[]; pauses: number[] } {
  const sent: Sent[] = []
  const pauses: number[] = []
  let keys = 0
  const wire: Wire = {
    async send(url, init) {
      sent.push({
        url: typeof url === 'string' ? url : 'another',
        headers: new Headers(init?.headers),
        body: init?.body,
      })
      const answer = answers.shift()
      if (answer === undefined || answer === 'no answer') throw new TypeError('Failed to fetch')
      return answer
    },
    newKey: () => `key-${++keys}`,
    wait: async (milliseconds) => void pauses.push(milliseconds),
  }
  return { wire, sent, pauses }
}

const json = (body: unknown, status = 200) => Response.json(body, { status })
const job = (state: string, more: object = {}) =>
  json({ id: 'j', state, done: 0, total: null, words: '', result: null, refusal: null, ...more })

test('an operation is posted under its name, with what it was asked', async () => {
  const { wire, sent } = wireWith(json({ people: [], next: null }))
  expect(await createClient(wire).people.find({ text: 'ruth' })).toEqual({ people: [], next: null })
  expect(sent[0]?.url).toBe('/api/people.find')
  expect(sent[0]?.body).toBe('{"text":"ruth"}')
  expect(sent[0]?.headers.get('Content-Type')).toBe('application/json')
})

test('a write tells the id of its change, for taking it back', async () => {
  const { wire } = wireWith(Response.json({}, { headers: { 'Sobremesa-Change': 'change-1' } }))
  const told: string[] = []
  const onChange = (change: string) => void told.push(change)
  await createClient(wire).people.remove({ people: ['a'] }, { onChange })
  expect(told).toEqual(['change-1'])
})

test('an operation is the same function each time, and knows its name', () => {
  const client = createClient(wireWith().wire)
  expect(client.people.find).toBe(client.people.find)
  expect(client.people.find.operation).toBe('people.find')
})

test('a lost answer is asked for again under the same key, so that nothing is written twice', async () => {
  const { wire, sent, pauses } = wireWith('no answer', json({}, 503), json({ changed: 1 }))
  await createClient(wire).people.remove({ people: ['a'] })
  expect(sent.map(({ headers }) => headers.get('Idempotency-Key'))).toEqual([
    'key-1',
    'key-1',
    'key-1',
  ])
  expect(pauses).toEqual([200, 800])
})

test('when nobody answers, the refusal says so after three attempts', async () => {
  const { wire, sent } = wireWith()
  const failure = await createClient(wire)
    .today.show({})
    .catch((error: unknown) => error)
  expect(isUnreachable(failure)).toBe(true)
  expect(sent).toHaveLength(3)
})

test('what a gateway says in the place of the server is no answer', async () => {
  const pages = [1, 2, 3].map(() => new Response('between two servers', { status: 503 }))
  const { wire } = wireWith(...pages)
  const failure = await createClient(wire)
    .today.show({})
    .catch((error: unknown) => error)
  expect(isUnreachable(failure)).toBe(true)
})

test('a refusal carries the code, the sentence, what is safe, what to do, and where', async () => {
  const { wire, sent } = wireWith(
    json(
      {
        type: '/refusals/input.invalid',
        title: 'Not understood',
        detail: 'name: too long',
        code: 'input.invalid',
        safe: 'Nothing was changed.',
        where: [{ path: 'name', says: 'too long' }],
      },
      422,
    ),
  )
  const failure = await createClient(wire)
    .people.add({ name: 'x' })
    .catch((error: unknown) => error)
  expect(failure).toBeInstanceOf(Refusal)
  expect(failure).toMatchObject({
    code: 'input.invalid',
    message: 'name: too long',
    status: 422,
    safe: 'Nothing was changed.',
    mend: null,
    where: [{ path: 'name', says: 'too long' }],
  })
  expect(sent).toHaveLength(1)
})

test('an answer that is no problem document still becomes a refusal', async () => {
  const { wire } = wireWith(new Response('<html>', { status: 401 }))
  const failure = await createClient(wire)
    .today.show({})
    .catch((error: unknown) => error)
  expect(isSignedOut(failure)).toBe(true)
})

test('chosen files travel as parts of a form, the rest of the input as JSON beside them', async () => {
  const { wire, sent } = wireWith(json({ job: { id: 'j' } }, 202), job('done', { result: {} }))
  const file = new File(['BEGIN:VCARD'], 'all.vcf')
  await startJob(wire, 'contacts.import', { files: [file], dryRun: true })
  const form = sent[0]?.body
  expect(form).toBeInstanceOf(FormData)
  expect((form as FormData).get('input')).toBe('{"dryRun":true}')
  expect(((form as FormData).get('files') as File).name).toBe('all.vcf')
  expect(sent[0]?.headers.get('Content-Type')).toBeNull()
  expect(sent[0]?.headers.get('Prefer')).toBe('respond-async')
})

test('long work is followed to its result, with its progress on the way', async () => {
  const { wire } = wireWith(
    json({ job: { id: 'j' } }, 202),
    job('running', { done: 5, total: 10, words: 'Reading' }),
    'no answer',
    job('done', { done: 10, total: 10, result: { dryRun: false, files: [] } }),
  )
  const seen: number[] = []
  const result = await startJob(
    wire,
    'contacts.import',
    { files: [new File([], 'a.vcf')] },
    { onProgress: ({ done }) => seen.push(done) },
  )
  expect(result).toEqual({ dryRun: false, files: [] })
  expect(seen).toEqual([5, 10])
})

test('stopping long work tells the server, and ends in its refusal', async () => {
  const { wire, sent } = wireWith(
    json({ job: { id: 'j' } }, 202),
    job('running'),
    job('cancelled', { refusal: { code: 'job.cancelled', sentence: 'Stopped' } }),
  )
  const stop = new AbortController()
  stop.abort()
  const failure = await startJob(
    wire,
    'contacts.import',
    { files: [new File([], 'a.vcf')] },
    { signal: stop.signal },
  ).catch((error: unknown) => error)
  expect(sent[1]?.url).toBe('/api/jobs.cancel')
  expect(failure).toMatchObject({ code: 'job.cancelled', message: 'Stopped' })
})

test('a file keeps the name the server gave it, in any script', () => {
  expect(fileName(`attachment; filename="x.vcf"; filename*=UTF-8''Mar%C3%ADa.vcf`)).toBe(
    'María.vcf',
  )
  expect(fileName('attachment; filename="all people.csv"')).toBe('all people.csv')
  expect(fileName(null)).toBe('sobremesa')
})
