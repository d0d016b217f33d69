import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Loose } from '../crash/wire.ts'
import { root, signIn, startServer } from '../stand/server.ts'
import { temporaryFolder } from '../stand/temporary.ts'

const photo = new Uint8Array(readFileSync(join(root, 'src/web/public/icons/icon-192.png')))

test('a file that a device sends again, because the answer was lost, is there once, and says at which revision', async () => {
  using home = temporaryFolder('uploads')
  const server = await startServer({ home: home.path })
  try {
    const cookie = await signIn(server)
    const headers = { cookie, origin: server.origin }
    const ask = async (operation: string, body: BodyInit, more: object = {}): Promise<Response> =>
      fetch(`${server.origin}/api/${operation}`, {
        method: 'POST',
        headers: { ...headers, ...more },
        body,
      })
    const json = { 'content-type': 'application/json' }
    const kept = async (operation: string, input: object): Promise<Loose> =>
      (await ask(operation, JSON.stringify(input), json)).json()
    const ana = await kept('people.add', { name: 'Ana Ruiz' })
    const { id } = await kept('conversations.plan', { people: [ana.id] })
    const key = randomUUID()
    const attach = (name: string): Promise<Response> => {
      const form = new FormData()
      form.append('input', JSON.stringify({ conversation: id }))
      form.append('file', new Blob([photo], { type: 'image/png' }), name)
      return ask('conversations.attach', form, {
        'idempotency-key': key,
        'sobremesa-at': '2026-01-01T10:00:00Z',
        'sobremesa-zone': 'Europe/Madrid',
      })
    }
    const [first, second] = await Promise.all([attach('page.png'), attach('page.png')])
    const [one, other]: Loose[] = [await first.json(), await second.json()]
    expect(other).toEqual(one)
    expect(one).toMatchObject({ name: 'page.png', on: '2026-01-01' })
    expect(first.headers.get('sobremesa-change')).toBe(second.headers.get('sobremesa-change'))
    const near = await kept('notebook.near', {})
    expect(Number(first.headers.get('sobremesa-revision'))).toBe(near.revision)

    expect((await kept('attachments.list', { conversation: id })).attachments).toHaveLength(1)
    expect((await attach('another.png')).status).toBe(409)
  } finally {
    await server.stop()
  }
})
