import { X509Certificate } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { request as plainRequest } from 'node:http'
import { request } from 'node:https'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeLeaf, makeRoot } from '../../src/server/tls/certificates.ts'
import { type RunningServer, startServer } from '../stand/server.ts'
import { temporaryFolder } from '../stand/temporary.ts'
import { command, freshHome, json, removeHome } from './stand.ts'

interface Asked {
  readonly path: string
  readonly method?: string
  readonly headers?: Record<string, string>
  readonly body?: string
  /** What is trusted; without it, whatever answers. */
  readonly ca?: string
  readonly servername?: string
}

interface Answer {
  readonly status: number
  readonly headers: Record<string, unknown>
  readonly body: string
}

function ask(server: RunningServer, asked: Asked): Promise<Answer> {
  const { port, protocol } = new URL(server.origin)
  const { ca, servername, body = '', ...rest } = asked
  const trust = ca === undefined ? { rejectUnauthorized: false } : { ca }
  const named = servername === undefined ? {} : { servername }
  const options = { hostname: '127.0.0.1', port, agent: false, ...rest, ...trust, ...named }
  return new Promise((resolve, reject) => {
    const sent = (protocol === 'https:' ? request : plainRequest)(options, (answer) => {
      let text = ''
      answer.on('data', (piece) => (text += String(piece)))
      answer.on('end', () =>
        resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: text }),
      )
    })
    sent.on('error', reject)
    sent.end(body)
  })
}

describe('serve --tls', () => {
  let home: string
  let server: RunningServer
  let root: string
  beforeAll(async () => {
    home = await freshHome()
    server = await startServer({ home, words: ['--tls'] })
    root = (await ask(server, { path: '/sobremesa-root.crt' })).body
  })
  afterAll(async () => {
    await server.stop()
    await removeHome(home)
  })

  test('speaks https to a client that trusts its root, by address and by name', async () => {
    const answer = await ask(server, { path: '/api/health', ca: root })
    expect([answer.status, answer.body]).toEqual([200, '{"ok":true,"offline":true}'])
    const { port } = new URL(server.origin)
    const headers = { host: `localhost:${port}` }
    const named = await ask(server, {
      path: '/api/health',
      ca: root,
      servername: 'localhost',
      headers,
    })
    expect(named.status).toBe(200)
  })

  test('is not trusted by a client that does not know its root', async () => {
    await expect(ask(server, { path: '/api/health', ca: 'none' })).rejects.toThrow(/certificate/)
  })

  test('answers nothing over plain http', async () => {
    const { port } = new URL(server.origin)
    const plain = fetch(`http://127.0.0.1:${port}/api/health`)
    await expect(plain).rejects.toThrow('fetch failed')
  })

  test('signs in with a cookie that goes over https alone, and works with it', async () => {
    const { pathname, search } = new URL(server.address)
    const entered = await ask(server, { path: pathname + search, ca: root })
    const cookie = String(entered.headers['set-cookie'])
    expect(cookie).toMatch(/^__Host-sobremesa_session_\d+=[\w-]{43}; .*HttpOnly; Secure; /)
    const headers = { 'content-type': 'application/json', cookie: cookie.split(';')[0] ?? '' }
    const added = await ask(server, {
      method: 'POST',
      path: '/api/people.add',
      headers: { ...headers, origin: server.origin },
      body: JSON.stringify({ name: 'Ana Ruiz' }),
      ca: root,
    })
    expect(added.status).toBe(200)
    const reach = await ask(server, { path: '/api/reach', headers, ca: root })
    const { addresses, root: told } = JSON.parse(reach.body)
    expect(told.fingerprint).toBe(new X509Certificate(root).fingerprint256)
    for (const address of addresses) expect(address).toMatch(/^https:\/\//)
  })

  test('gives its root to everybody, and its key to nobody', async () => {
    const { headers, body } = await ask(server, { path: '/sobremesa-root.crt' })
    expect(headers['content-type']).toBe('application/x-x509-ca-cert')
    expect(body).toContain('BEGIN CERTIFICATE')
    expect(body).not.toContain('KEY')
    expect((await ask(server, { path: '/tls/root.pem' })).status).toBe(401)
  })

  test('says where an invited browser comes in', async () => {
    const { stdout, stderr } = await command(home, ['access', 'invite'])
    expect(stdout + stderr).toContain(`Open ${server.origin}/?token=`)
  })

  test('keeps its root from start to start', async () => {
    await server.stop()
    server = await startServer({ home, words: ['--tls'] })
    expect((await ask(server, { path: '/sobremesa-root.crt', ca: root })).body).toBe(root)
  })
})

describe('serve --tls-cert and --tls-key', () => {
  const life = { from: new Date(Date.now() - 1e6), until: new Date(Date.now() + 1e9) }

  test('speak with a certificate of somebody else, by its names and no other', async () => {
    using folder = temporaryFolder('tls')
    const root = makeRoot({ name: 'Another root', ...life })
    const names = ['notebook.lan', '*.rooms.lan']
    const leaf = makeLeaf(root, { name: 'notebook.lan', ...life, names })
    const [cert, key] = [join(folder.path, 'cert.pem'), join(folder.path, 'key.pem')]
    writeFileSync(cert, leaf.certificate.toString())
    writeFileSync(key, String(leaf.key.export({ type: 'pkcs8', format: 'pem' })))
    const words = ['--tls-cert', cert, '--tls-key', key]
    const server = await startServer({ home: folder.path, words })
    try {
      const ca = root.certificate.toString()
      const health = async (name: string) =>
        (await ask(server, { path: '/api/health', headers: { host: name } })).status
      const trusted = { path: '/api/health', ca, servername: 'notebook.lan' }
      expect((await ask(server, { ...trusted, headers: { host: 'notebook.lan' } })).status).toBe(
        200,
      )
      expect(await health('blue.rooms.lan')).toBe(200)
      expect(await health('rooms.lan')).toBe(421)
      expect(await health('a.blue.rooms.lan')).toBe(421)
      expect(await health('evil.example')).toBe(421)
      expect((await ask(server, { path: '/sobremesa-root.crt' })).status).toBe(404)
    } finally {
      await server.stop()
    }
  })

  test('are refused in words where they do not fit', async () => {
    using folder = temporaryFolder('tls')
    const file = (name: string, text: string) => {
      writeFileSync(join(folder.path, name), text)
      return join(folder.path, name)
    }
    const root = makeRoot({ name: 'One', ...life })
    const other = makeRoot({ name: 'Another', ...life })
    const past = { from: new Date(0), until: new Date(1e9) }
    const ended = makeLeaf(root, { name: 'Ended', ...past, names: ['localhost'] })
    const pem = ({ key }: typeof root) => String(key.export({ type: 'pkcs8', format: 'pem' }))
    const cases = [
      [
        file('one.pem', root.certificate.toString()),
        file('other.key', pem(other)),
        'is not the one',
      ],
      [file('text.pem', 'hello'), file('one.key', pem(root)), 'no PEM'],
      [join(folder.path, 'gone.pem'), file('one.key', pem(root)), 'cannot be read'],
      [file('old.pem', ended.certificate.toString()), file('old.key', pem(ended)), 'ended on'],
    ] as const
    for (const [cert, key, words] of cases) {
      const said = await command(folder.path, [
        'serve',
        '--no-open',
        '--tls-cert',
        cert,
        '--tls-key',
        key,
      ])
      expect(said.code).toBe(1)
      expect(said.stderr).toContain(words)
    }
    const alone = await command(folder.path, ['serve', '--tls-cert', 'x.pem'])
    expect([alone.code, alone.stderr]).toEqual([2, expect.stringContaining('go together')])
  })
})

describe('a server on plain http', () => {
  test('that others reach says what such an address cannot do', async () => {
    const home = await freshHome()
    const server = await startServer({ home, words: ['--host', '0.0.0.0'] })
    try {
      const { port } = new URL(server.origin)
      const health = async (name: string) =>
        (await ask(server, { path: '/api/health', headers: { host: `${name}:${port}` } })).body
      expect(await health('192.168.1.9')).toBe('{"ok":true,"offline":false}')
      expect(await health('localhost')).toBe('{"ok":true,"offline":true}')
      expect((await ask(server, { path: '/sobremesa-root.crt' })).status).toBe(404)
      const { addresses } = await reachOf(home, server)
      for (const address of addresses) {
        expect(address).toMatch(/^http:\/\//)
        expect(server.said()).toContain('sobremesa serve --tls')
      }
    } finally {
      await server.stop()
      await removeHome(home)
    }
  })
})

async function reachOf(home: string, server: RunningServer) {
  const { secret } = await json(home, ['access', 'grant', 'a test'])
  const headers = { authorization: `Bearer ${secret}` }
  return JSON.parse((await ask(server, { path: '/api/reach', headers })).body)
}
