import { readdir } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  accessKey,
  command,
  freshHome,
  type Json,
  json,
  removeHome,
  type RunningServer,
  serve,
} from './stand.ts'

let home: string
let server: RunningServer
let authorization: string

beforeAll(async () => {
  home = await freshHome()
  server = await serve(home)
  authorization = `Bearer ${await accessKey(home)}`
})
afterAll(async () => {
  await server.stop()
  await removeHome(home)
})

async function post(operation: string, input: unknown): Promise<Json> {
  const headers = { authorization, 'content-type': 'application/json' }
  const body = JSON.stringify(input)
  return (
    await fetch(`${server.origin}/api/${operation}`, { method: 'POST', headers, body })
  ).json()
}

describe('the command and a server on the same home', () => {
  test('see what the other wrote', async () => {
    const byCommand = await json(home, ['people', 'add', 'Written by Command'])
    expect(await post('people.show', { id: byCommand.id })).toMatchObject({ id: byCommand.id })
    const byServer = await post('people.add', { name: 'Written by Server' })
    expect(await json(home, ['people', 'show', byServer.id])).toMatchObject({ id: byServer.id })
  })

  test('write at the same time and lose nothing', async () => {
    const commands = Array.from({ length: 6 }, (_, at) =>
      json(home, ['people', 'add', `Cee ${at}`]),
    )
    const posts = Array.from({ length: 40 }, (_, at) => post('people.add', { name: `Aitch ${at}` }))
    const written = await Promise.all([...commands, ...posts])
    expect(written.map((one) => one.id?.length)).toEqual(written.map(() => 36))
    const { people } = await post('people.list', { limit: 200 })
    const ids = new Set(people.map((person: { id: string }) => person.id))
    expect(written.filter(({ id }) => !ids.has(id))).toEqual([])
  })

  test('the server tells its pages when the command wrote', async () => {
    const stop = new AbortController()
    const { body } = await fetch(`${server.origin}/api/events`, {
      headers: { authorization },
      signal: stop.signal,
    })
    let told = ''
    const heard = (async () => {
      for await (const piece of body!.pipeThrough(new TextDecoderStream())) {
        told += piece
        if (told.includes('event: open') && !told.includes('event: changed')) {
          void json(home, ['people', 'add', 'Heard of'])
        }
        if (told.includes('event: changed')) return
      }
    })()
    await heard
    stop.abort()
    expect(told).toContain('event: changed')
  })

  test('an invitation by the command opens the server that runs', async () => {
    const { stdout, stderr } = await command(home, ['access', 'invite', '--json'])
    const address = `${server.origin}/?token=${JSON.parse(stdout).token}`
    expect(stderr).toBe(`Open ${address}\n`)
    expect((await fetch(address, { redirect: 'manual' })).status).toBe(303)
  })
})

test('several programs may open a fresh home at the same moment', async () => {
  const fresh = await freshHome()
  const names = ['Una', 'Dos', 'Tres', 'Cuatro']
  const ended = await Promise.all(names.map((name) => command(fresh, ['people', 'add', name])))
  expect(ended.map(({ code, stderr }) => [code, stderr.split('\n').length])).toEqual(
    names.map(() => [0, 2]),
  )
  expect((await json(fresh, ['people', 'list'])).count).toBe(4)
  await removeHome(fresh)
})

describe('a server', () => {
  test('says so and stops where its port is taken', async () => {
    const { port } = new URL(server.origin)
    const { code, stdout, stderr } = await command(home, ['serve', '--port', port, '--no-open'])
    expect([code, stdout]).toEqual([1, ''])
    expect(stderr).toBe(
      `Port ${port} is taken by another program\nStop it, or choose another with --port.\n`,
    )
  })

  test('ends in good order when it is asked to, also while somebody listens', async () => {
    const fresh = await freshHome()
    const other = await serve(fresh)
    const key = await accessKey(fresh)
    const headers = { authorization: `Bearer ${key}` }
    const { body } = await fetch(`${other.origin}/api/events`, { headers })
    const started = performance.now()
    expect(await other.stop('SIGINT')).toBe(0)
    expect(performance.now() - started).toBeLessThan(60_000)
    await body?.cancel().catch(() => {})
    expect(await readdir(fresh)).not.toContain('server.json')
    await removeHome(fresh)
  })

  test('leaves all that was acknowledged when it is killed', async () => {
    const fresh = await freshHome()
    const killed = await serve(fresh)
    const headers = {
      authorization: `Bearer ${await accessKey(fresh)}`,
      'content-type': 'application/json',
    }
    const body = JSON.stringify({ name: 'Kept for good' })
    await fetch(`${killed.origin}/api/people.add`, { method: 'POST', headers, body })
    await killed.stop('SIGKILL')
    expect((await json(fresh, ['people', 'find', 'Kept'])).people).toHaveLength(1)
    await removeHome(fresh)
  })
})
