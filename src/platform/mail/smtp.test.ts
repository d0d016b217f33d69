import { once } from 'node:events'
import { createServer as createHttp } from 'node:http'
import { createServer, type AddressInfo, type Server } from 'node:net'
import { getCACertificates, setDefaultCACertificates } from 'node:tls'
import { afterEach, describe, expect, test } from 'vitest'
import {
  mailServer,
  type MailWish,
  mailUser,
  rootOfTests,
} from '../../../test/stand/mail-server.ts'
import { MailFault } from './faults.ts'
import { carry, type MailServer, trySmtp } from './smtp.ts'

const closing: (() => unknown)[] = []
afterEach(async () => {
  for (const close of closing.splice(0)) await close()
})

async function stand(wish: MailWish = {}) {
  const server = await mailServer(wish)
  closing.push(server.close)
  return server
}

const inside = { inside: true, patience: 1500 }

function account(port: number, more: Partial<MailServer> = {}): MailServer {
  const secret = { kind: 'password', password: mailUser.password } as const
  return { host: '127.0.0.1', port, security: 'none', user: mailUser.user, secret, ...more }
}

function faultOfTry(server: MailServer, manner = inside): Promise<unknown> {
  return trySmtp(server, manner).then(
    () => 'let in',
    (error: unknown) => (error instanceof MailFault ? error.code : error),
  )
}

async function listening(server: Server): Promise<number> {
  closing.push(() => server.close())
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return (server.address() as AddressInfo).port
}

describe('trying an account', () => {
  test('is let in with the right password, and not with another', async () => {
    const { port } = await stand()
    expect(await faultOfTry(account(port))).toBe('let in')
    const wrong = { secret: { kind: 'password', password: 'wrong' } } as const
    expect(await faultOfTry(account(port, wrong))).toBe('wrong-password')
  })

  test('gives no password to a server whose certificate nobody vouches for', async () => {
    let asked = 0
    const onAuth: MailWish['onAuth'] = (_auth, _session, done) => {
      asked += 1
      done(null, { user: 'anybody' })
    }
    const direct = await stand({ secure: true, onAuth })
    const later = await stand({ disabledCommands: [], onAuth })
    expect(await faultOfTry(account(direct.port, { security: 'tls' }))).toBe('not-trusted')
    expect(await faultOfTry(account(later.port, { security: 'starttls' }))).toBe('not-trusted')
    expect(asked).toBe(0)
  })

  test('is let in by a server whose certificate is vouched for, under its own name alone', async () => {
    const usual = getCACertificates('default')
    setDefaultCACertificates([...usual, rootOfTests])
    closing.push(() => setDefaultCACertificates(usual))
    const { port } = await stand({ secure: true })
    const later = await stand({ disabledCommands: [] })
    const named = { host: 'localhost', security: 'tls' } as const
    expect(await faultOfTry(account(port, named))).toBe('let in')
    expect(await faultOfTry(account(later.port, { ...named, security: 'starttls' }))).toBe('let in')
    expect(await faultOfTry(account(port, { security: 'tls' }))).toBe('not-trusted')
  })

  test('gives no password to a server that offers no encryption where some was asked for', async () => {
    const { port } = await stand()
    expect(await faultOfTry(account(port, { security: 'starttls' }))).toBe('no-tls')
  })

  test('knows a server that is not there, a port that is closed, and one that speaks another tongue', async () => {
    expect(await faultOfTry(account(25, { host: 'nowhere.invalid' }))).toBe('not-found')
    const { port, close } = await stand()
    await close()
    expect(await faultOfTry(account(port))).toBe('refused')
    const web = createServer((socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'))
    expect(await faultOfTry(account(await listening(web)))).toBe('not-mail')
    expect(await faultOfTry(account((await stand()).port, { security: 'tls' }))).toBe('not-mail')
  })

  test('gives up on a server that says nothing', async () => {
    const silent = createServer(() => {})
    const port = await listening(silent)
    expect(await faultOfTry(account(port), { inside: true, patience: 200 })).toBe('timed-out')
  })

  test('speaks to nobody inside the network of a server that several share, by whatever name', async () => {
    const { port } = await stand()
    const shared = { inside: false, patience: 1500 }
    for (const host of [
      '127.0.0.1',
      'localhost',
      '::1',
      '::ffff:127.0.0.1',
      '10.0.0.1',
      '0.0.0.0',
    ]) {
      expect([host, await faultOfTry(account(port, { host }), shared)]).toEqual([host, 'private'])
    }
  })

  test('changes a refresh token for one of an hour, and signs in with that', async () => {
    const { port } = await stand()
    const asked: string[] = []
    const provider = createHttp((request, answer) => {
      request.on('data', (piece) => asked.push(String(piece)))
      request.on('end', () => {
        const isKnown = asked.at(-1)?.includes('refresh_token=for-ever')
        const isBusy = asked.at(-1)?.includes('refresh_token=busy')
        const refused = isBusy ? 503 : 400
        answer.writeHead(isKnown ? 200 : refused, { 'content-type': 'application/json' })
        answer.end(JSON.stringify(isKnown ? { access_token: 'fresh' } : { error: 'invalid_grant' }))
      })
    })
    const tokenUrl = `http://127.0.0.1:${await listening(provider)}/token`
    const secret = (refreshToken: string) =>
      ({ kind: 'oauth2', tokenUrl, clientId: 'us', clientSecret: '', refreshToken }) as const
    expect(await faultOfTry(account(port, { secret: secret('for-ever') }))).toBe('let in')
    expect(await faultOfTry(account(port, { secret: secret('ended') }))).toBe('no-token')
    expect(await faultOfTry(account(port, { secret: secret('busy') }))).toBe('later')
  })
})

const parcel = {
  from: 'lucia@example.org',
  to: 'ruth@archive.example',
  bytes: Buffer.from('Subject: Hello\r\n\r\nDear Ruth\r\n.\r\nA line of one dot stays\r\n'),
}

describe('a letter', () => {
  test('arrives as it was given, after the moment at which it was said to go', async () => {
    const { port, taken } = await stand()
    const order: number[] = []
    await carry(account(port), inside, {
      parcel,
      beforeWords: async () => void order.push(taken.length),
    })
    expect(order).toEqual([0])
    expect(taken).toEqual([{ from: parcel.from, to: [parcel.to], text: parcel.bytes.toString() }])
  })

  test('that is stopped at the last moment does not arrive at all', async () => {
    const { port, taken } = await stand()
    const stop = new Error('Taken back')
    const going = carry(account(port), inside, {
      parcel,
      beforeWords: async () => {
        throw stop
      },
    })
    await expect(going).rejects.toBe(stop)
    expect(taken).toEqual([])
  })

  test.each([
    ['later', 421],
    ['later', 451],
    ['rejected', 550],
    ['rejected', 554],
    ['gone', 'die before'],
    ['gone', 'die after'],
  ] as const)('is told as %s where the server answers %s', async (code, does) => {
    const { port } = await stand({ does: [does] })
    const going = carry(account(port), inside, { parcel, beforeWords: async () => {} })
    await expect(going).rejects.toMatchObject({ code })
  })

  test('is not begun where the recipient is refused', async () => {
    const { port, tries } = await stand({
      onRcptTo: (_address, _session, done) =>
        done(Object.assign(new Error('No such user'), { responseCode: 550 })),
    })
    let begun = 0
    const beforeWords = async () => void (begun += 1)
    await expect(carry(account(port), inside, { parcel, beforeWords })).rejects.toMatchObject({
      code: 'rejected',
    })
    expect([begun, tries()]).toEqual([0, 0])
  })
})
