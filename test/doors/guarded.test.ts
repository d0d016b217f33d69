import { request } from 'node:http'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  accessKey,
  freshHome,
  json,
  removeHome,
  type RunningServer,
  serve,
  signIn,
} from './stand.ts'

let home: string
let server: RunningServer
let cookie: string
let key: string

beforeAll(async () => {
  home = await freshHome()
  server = await serve(home)
  cookie = await signIn(server)
  key = await accessKey(home)
})
afterAll(async () => {
  await server.stop()
  await removeHome(home)
})

interface Asked {
  readonly method?: string
  readonly path: string
  readonly headers?: Record<string, string>
  readonly body?: string
}

/** As `fetch`, which sets Host and Origin itself and would not let us lie. */
function ask({ method = 'GET', path, headers = {}, body = '' }: Asked) {
  const { hostname, port } = new URL(server.origin)
  return new Promise<{ status: number; headers: Record<string, unknown>; body: string }>(
    (resolve, reject) => {
      const asked = request({ hostname, port, method, path, headers }, (answer) => {
        let text = ''
        answer.on('data', (piece) => (text += String(piece)))
        answer.on('end', () =>
          resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: text }),
        )
      })
      asked.on('error', reject)
      asked.end(body)
    },
  )
}

const postJson = { 'content-type': 'application/json' }

describe('who has no cookie and no key', () => {
  test.each(['/', '/people', '/api', '/api/openapi.json', '/api/events', '/assets/index.js'])(
    'gets nothing at %s',
    async (path) => {
      expect((await ask({ path })).status).toBe(401)
    },
  )

  test.each(['/api/people.list', '/api/today.show', '/api/nothing.there', '/mcp'])(
    'gets nothing from %s, and does not learn whether it exists',
    async (path) => {
      const answer = await ask({ method: 'POST', path, headers: postJson, body: '{}' })
      expect(answer.status).toBe(401)
      expect(JSON.parse(answer.body).code).toBe('access.missing')
    },
  )

  test('hears that the server is well, and no more', async () => {
    const answer = await ask({ path: '/api/health' })
    expect([answer.status, answer.body]).toEqual([200, '{"ok":true,"offline":true}'])
  })

  test('is given what a phone shows of any app, which is nothing of the notebook', async () => {
    for (const path of ['/manifest.webmanifest', '/icons/icon-192.png', '/sobremesa.svg']) {
      expect((await ask({ path })).status).not.toBe(401)
    }
    for (const path of [
      '/worker.js',
      '/icons',
      '/icons/people',
      '/icons/..%2findex.html',
      '/index.html',
    ]) {
      expect([401, 404]).toContain((await ask({ path })).status)
    }
  })

  test('is told in a page what to do', async () => {
    const answer = await ask({ path: '/' })
    expect(answer.headers['content-type']).toContain('text/html')
    expect(answer.body).toContain('sobremesa access invite')
  })

  test('does not come in with a made-up cookie or key', async () => {
    const headers = {
      cookie: `sobremesa_session_${new URL(server.origin).port}=AAAA`,
      authorization: 'Bearer sobremesa_AAAA',
    }
    expect((await ask({ path: '/api', headers: { cookie: headers.cookie } })).status).toBe(401)
    expect((await ask({ path: '/api', headers })).status).toBe(401)
  })
})

describe('the address with a token', () => {
  test('signs one browser in, once, and leaves no token in its address', async () => {
    const { token } = await json(home, ['access', 'invite'])
    const first = await ask({ path: `/people?sort=name&token=${token}` })
    expect([first.status, first.headers['location']]).toEqual([303, '/people?sort=name'])
    expect(String(first.headers['set-cookie'])).toMatch(
      /^sobremesa_session_\d+=[\w-]{43}; .*Path=\/; HttpOnly; SameSite=Strict$/,
    )
    const second = await ask({ path: `/?token=${token}` })
    expect(second.status).toBe(401)
    expect(second.body).toContain('used before')
    expect(second.headers['set-cookie']).toBeUndefined()
  })

  test('opens also when it was used, for a browser that is signed in', async () => {
    const answer = await ask({ path: new URL(server.address).search.slice(0), headers: { cookie } })
    expect(answer.status).toBe(400)
    const used = await ask({ path: `/${new URL(server.address).search}`, headers: { cookie } })
    expect([used.status, used.headers['location']]).toEqual([303, '/'])
  })

  test('never sends anybody to another site', async () => {
    const { token } = await json(home, ['access', 'invite'])
    const answer = await ask({ path: `//evil.example/?token=${token}` })
    expect(String(answer.headers['location'])).toMatch(/^\/(?!\/)/)
  })

  test('is kept as a digest only', async () => {
    const { token } = await json(home, ['access', 'invite'])
    const { readFile } = await import('node:fs/promises')
    const bytes = await Promise.all(
      ['notebook.db', 'notebook.db-wal'].map((name) => readFile(`${home}/${name}`)),
    )
    expect(bytes.some((one) => one.includes(token) || one.includes(key))).toBe(false)
  })
})

describe('a request from elsewhere', () => {
  test('is refused by a name that is not ours', async () => {
    const headers = { cookie, host: 'evil.example' }
    const answer = await ask({ path: '/api/openapi.json', headers })
    expect([answer.status, JSON.parse(answer.body).code]).toEqual([421, 'host.forbidden'])
    expect((await ask({ path: '/api/health', headers })).status).toBe(421)
  })

  test('is refused from a page of another origin, also one of this computer', async () => {
    const body = JSON.stringify({ name: 'Mallory' })
    for (const origin of ['https://evil.example', 'http://localhost:9', 'null']) {
      const headers = { cookie, ...postJson, origin }
      const answer = await ask({ method: 'POST', path: '/api/people.add', headers, body })
      expect([answer.status, JSON.parse(answer.body).code]).toEqual([403, 'origin.forbidden'])
    }
    expect((await json(home, ['people', 'find', 'Mallory'])).people).toEqual([])
  })

  test('is refused where the browser says it comes from another site', async () => {
    const headers = { cookie, 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors' }
    expect((await ask({ path: '/api/openapi.json', headers })).status).toBe(403)
  })

  test('cannot send a form or plain text in place of JSON', async () => {
    const body = JSON.stringify({ name: 'Mallory' })
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', '']) {
      const headers = { cookie, 'content-type': type }
      const answer = await ask({ method: 'POST', path: '/api/people.add', headers, body })
      expect([answer.status, JSON.parse(answer.body).code]).toEqual([415, 'input.no-json'])
    }
  })

  test('cannot change anything by GET', async () => {
    const answer = await ask({ path: '/api/people.add?name=Mallory', headers: { cookie } })
    expect(answer.status).toBe(405)
  })
})

describe('every answer', () => {
  test.each(['/', '/api/health', '/api/openapi.json', '/nothing.js'])(
    'at %s carries the headers that keep a browser safe',
    async (path) => {
      const { headers } = await ask({ path, headers: { cookie } })
      expect(headers['content-security-policy']).toContain("script-src 'self';")
      expect(headers['content-security-policy']).toContain("frame-ancestors 'none'")
      expect(headers).toMatchObject({
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
        'cross-origin-opener-policy': 'same-origin',
        'cross-origin-resource-policy': 'same-origin',
      })
    },
  )

  test('never holds a file outside of the web app', async () => {
    const paths = ['/../package.json', '/%2e%2e/package.json', '/..%2f..%2fpackage.json']
    for (const path of [...paths, '/assets/..%2f..%2f..%2fpackage.json', '/%00', '/%ff']) {
      const { body } = await ask({ path, headers: { cookie } })
      expect(body).not.toContain('AGPL')
    }
  })
})

describe('a key', () => {
  test('opens what its rights say and no more', async () => {
    const readOnly = await accessKey(home, 'notebook:read')
    const headers = { authorization: `Bearer ${readOnly}`, ...postJson }
    const read = await ask({ method: 'POST', path: '/api/people.list', headers, body: '{}' })
    expect(read.status).toBe(200)
    const body = JSON.stringify({ name: 'Nobody' })
    const write = await ask({ method: 'POST', path: '/api/people.add', headers, body })
    expect([write.status, JSON.parse(write.body).code]).toEqual([403, 'rights.missing'])
    const invite = await ask({ method: 'POST', path: '/api/access.invite', headers, body: '{}' })
    expect(invite.status).toBe(403)
  })

  test('that was ended opens nothing', async () => {
    const made = await json(home, ['access', 'grant', 'Gone'])
    await json(home, ['access', 'revoke', made.id])
    const headers = { authorization: `Bearer ${made.secret}` }
    expect((await ask({ path: '/api', headers })).status).toBe(401)
  })

  test('is needed for MCP: a cookie does not do', async () => {
    const answer = await ask({ method: 'POST', path: '/mcp', headers: { cookie, ...postJson } })
    expect([answer.status, JSON.parse(answer.body).code]).toEqual([401, 'access.missing'])
  })
})

describe('a refusal', () => {
  test('is problem details', async () => {
    const id = '01890000-0000-7000-8000-000000000000'
    const answer = await ask({
      method: 'POST',
      path: '/api/people.show',
      headers: { cookie, ...postJson },
      body: JSON.stringify({ id }),
    })
    expect(answer.headers['content-type']).toBe('application/problem+json')
    expect(JSON.parse(answer.body)).toMatchObject({
      type: '/api/problems#person.unknown',
      title: 'Not there',
      status: 404,
      detail: 'There is no such person in your notebook',
      code: 'person.unknown',
    })
  })

  test.each([
    ['{', 400, 'input.unreadable'],
    ['[]', 400, 'input.unreadable'],
    ['{"name":""}', 422, 'input.invalid'],
    [`{"name":"${'x'.repeat(9 * 1024 ** 2)}"}`, 413, 'input.too-large'],
  ])('has the status that fits (%#)', async (body, status, code) => {
    const headers = { cookie, ...postJson }
    const answer = await ask({ method: 'POST', path: '/api/people.add', headers, body })
    expect([answer.status, JSON.parse(answer.body).code]).toEqual([status, code])
  })

  test('names an operation that is not there', async () => {
    const headers = { cookie, ...postJson }
    const answer = await ask({ method: 'POST', path: '/api/people.fly', headers, body: '{}' })
    expect([answer.status, JSON.parse(answer.body).code]).toEqual([404, 'operation.unknown'])
  })

  test('is given to a file of this computer that is named from afar', async () => {
    const answer = await ask({
      method: 'POST',
      path: '/api/contacts.import',
      headers: { cookie, ...postJson },
      body: JSON.stringify({ files: [{ name: 'x', path: '/etc/passwd', size: 1 }] }),
    })
    expect([answer.status, JSON.parse(answer.body).code]).toEqual([422, 'input.invalid'])
  })
})

describe('what a phone shares', () => {
  test('is passed over unread where the app is not there to take it, whoever asks, and nothing is kept', async () => {
    const form = { 'content-type': 'multipart/form-data; boundary=b', origin: 'null' }
    const body = '--b\r\nContent-Disposition: form-data; name="text"\r\n\r\ndulcimers\r\n--b--\r\n'
    for (const headers of [form, { ...form, cookie }]) {
      const answer = await ask({ method: 'POST', path: '/share', headers, body })
      expect(answer.status).toBe(200)
      expect(answer.headers['cache-control']).toBe('no-store')
      expect(answer.body).toContain('Open Sobremesa')
      expect(answer.body).not.toContain('dulcimers')
    }
  })

  test('opens no other door to pages of other sites', async () => {
    for (const path of ['/share/', '/share/x', '/api/share', '/people']) {
      const headers = { 'content-type': 'text/plain', origin: 'null', cookie }
      expect((await ask({ method: 'POST', path, headers })).status).toBe(403)
    }
    const wrong = await ask({ method: 'POST', path: '/share', headers: { host: 'evil.example' } })
    expect(wrong.status).toBe(421)
  })
})
