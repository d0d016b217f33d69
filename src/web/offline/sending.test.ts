import { expect, test } from 'vitest'
import type { Entry } from './entry.ts'
import { sendEntry } from './sending.ts'

const kept = { key: 'f', field: 'file', name: 'page.jpg', mediaType: 'image/jpeg', size: 5 }
const entry: Entry = {
  at: 1,
  key: 'k',
  operation: 'conversations.attach',
  input: { conversation: 'c' },
  files: [kept],
  done: '2026-03-12T10:00:00.000Z',
  zone: 'Europe/Madrid',
  slot: null,
  held: null,
  before: [],
  sent: true,
  broken: 0,
  refused: null,
  landed: null,
}
const open = async (): Promise<File> => new File(['paper'], 'page.jpg', { type: 'image/jpeg' })

/** A wire on which each request is answered with this, and kept. */
function wire(answer: Response): { send: typeof fetch; heard: RequestInit[] } {
  const heard: RequestInit[] = []
  return { heard, send: async (_to, init = {}) => (heard.push(init), answer) }
}

test('a file goes out as a form, with the key of its entry', async () => {
  const { send, heard } = wire(
    Response.json({ id: 'a' }, { headers: { 'Sobremesa-Revision': '7' } }),
  )
  expect(await sendEntry(send, 'me', entry, open)).toMatchObject({ is: 'answered', revision: 7 })
  const { body, headers } = heard[0] ?? {}
  expect(headers).toMatchObject({ 'Idempotency-Key': 'k', 'Sobremesa-At': entry.done })
  expect(headers).not.toHaveProperty('Content-Type')
  const form = body instanceof FormData ? body : new FormData()
  expect(form.get('input')).toBe('{"conversation":"c"}')
  const file = form.get('file')
  expect(file).toMatchObject({ name: 'page.jpg', type: 'image/jpeg', size: 5 })
})

test('without its bytes nothing is sent, and its owner hears why', async () => {
  const { send, heard } = wire(Response.json({}))
  const sent = await sendEntry(send, 'me', entry, async () => null)
  expect(sent).toMatchObject({ is: 'refused', told: { code: 'file.gone' } })
  expect(heard).toEqual([])
})

test('what a gateway finds too large is not sent for ever', async () => {
  const gateway = wire(new Response('<h1>413</h1>', { status: 413 }))
  expect(await sendEntry(gateway.send, 'me', entry, open)).toMatchObject({
    is: 'refused',
    told: { code: 'input.too-large' },
  })
})

test('work that stopped with the server is asked for again', async () => {
  const stopped = Response.json({ code: 'job.interrupted', detail: 'Stopped' }, { status: 409 })
  expect(await sendEntry(wire(stopped).send, 'me', entry, open)).toEqual({ is: 'unreachable' })
})
