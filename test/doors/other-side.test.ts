import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { maskedPath } from '../../src/doors/http/other-side-path.ts'
import { triesAllowed } from '../../src/doors/http/tries.ts'
import { command, freshHome, json, removeHome, type RunningServer, serve } from './stand.ts'

let home: string
let server: RunningServer
let path: string
let conversation: string

beforeAll(async () => {
  home = await freshHome()
  server = await serve(home)
  await command(home, ['settings', 'change', '--name', 'Lucía Ferrer'])
  const { id } = await json(home, ['people', 'add', 'Tomasz <b>Zieliński</b>'])
  conversation = (await json(home, ['conversations', 'plan', '--people', id])).id
  path = (await json(home, ['links', 'make', conversation])).path
})
afterAll(async () => {
  await server.stop()
  await removeHome(home)
})

function ask(at: string, init: RequestInit = {}): Promise<Response> {
  return fetch(`${server.origin}${at}`, { redirect: 'manual', ...init })
}

const unknown = `/o/${'A'.repeat(43)}`
const form = { 'content-type': 'application/x-www-form-urlencoded', origin: 'null' }

describe('the page for somebody without an account', () => {
  test('opens without a cookie, gives none, and brings nothing from elsewhere', async () => {
    const answer = await ask(path)
    expect(answer.status).toBe(200)
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'referrer-policy': 'no-referrer',
      'x-robots-tag': 'noindex, nofollow',
      'cache-control': 'no-store',
      'content-security-policy': expect.stringContaining("default-src 'none'"),
    })
    expect(answer.headers.get('set-cookie')).toBeNull()
    const page = await answer.text()
    expect(page).toContain('You and Lucía Ferrer')
    expect(page).toContain('Tomasz &lt;b&gt;Zieliński&lt;/b&gt;')
    expect(page).toContain('<meta name="robots" content="noindex, nofollow">')
    expect(page).not.toMatch(/<script|<img|<link|https?:/)
  })

  test('is not changed by being opened, however often and by whatever program', async () => {
    const before = await json(home, ['links', 'list'])
    for (const method of ['GET', 'HEAD', 'GET']) await (await ask(path, { method })).text()
    expect(await json(home, ['links', 'list'])).toEqual(before)
    expect(before.links[0]).toMatchObject({ usedAt: null, open: true })
  })

  test('takes twenty deeds in ten minutes, and can be opened all the same', async () => {
    const mine = await json(home, ['links', 'make', conversation])
    const press = () => ask(mine.path, { method: 'POST', headers: form, body: 'do=something' })
    const pressed: number[] = []
    for (let count = 0; count <= triesAllowed.each; count++) pressed.push((await press()).status)
    expect(pressed).toEqual([...Array.from({ length: triesAllowed.each }, () => 303), 429])
    expect((await ask(mine.path)).status).toBe(200)
  })

  test('leads nowhere else: what is not one of its forms does nothing', async () => {
    for (const init of [
      { method: 'POST', headers: { ...form, 'content-type': 'application/json' }, body: '{}' },
      { method: 'POST', headers: form, body: 'x='.padEnd(50_000, 'x') },
    ]) {
      expect((await ask(path, init)).status).toBe(404)
    }
    const misunderstood = await ask(path, { method: 'POST', headers: form, body: 'do=something' })
    expect(misunderstood.status).toBe(303)
    expect(misunderstood.headers.get('location')).toBe('?said=not-understood')
    const put = await ask(path, { method: 'PUT' })
    expect([put.status, put.headers.get('content-type')]).toEqual([401, 'text/html; charset=utf-8'])
    expect((await ask(`${path}/people`)).status).toBe(401)
  })

  test('says the same in the same words, whyever it does not open', async () => {
    const revoked = await json(home, ['links', 'make', conversation])
    await command(home, ['links', 'revoke', revoked.id])
    const closed = [unknown, '/o/short', `/o/${'%00'.repeat(9)}`, revoked.path, `${path}x`]
    const answers = await Promise.all(closed.map((at) => ask(at)))
    const said = await Promise.all(answers.map((answer) => answer.text()))
    expect(answers.map(({ status }) => status)).toEqual(closed.map(() => 404))
    expect(new Set(said).size).toBe(1)
    expect(said[0]).toContain('This page is closed')
  })

  test('stays open to who is right while wrong addresses are tried from the same place', async () => {
    const tries = Array.from({ length: triesAllowed.each + 5 }, () => ask(unknown))
    const answers = await Promise.all(tries)
    // Also of those that come at once no more are taken than that.
    const taken = answers.filter(({ status }) => status === 404)
    expect(taken.length).toBeLessThanOrEqual(triesAllowed.each)
    const after = await ask(unknown)
    expect(after.status).toBe(429)
    expect((await ask(path)).status).toBe(200)
    const fresh = await json(home, ['links', 'make', conversation])
    await expect.poll(async () => (await ask(fresh.path)).status).toBe(200)
  })
})

test('what opens a page is written into no log', () => {
  expect(maskedPath(path)).toBe('/o/…')
  expect(maskedPath('/api/people.list')).toBe('/api/people.list')
})
