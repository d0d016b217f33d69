import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { getCACertificates, setDefaultCACertificates } from 'node:tls'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { heardSoFar } from '../../src/notebook/hearing/heard-so-far.store.ts'
import { breakingLine } from '../stand/breaking-line.ts'
import { type ImapStand, imapServer, whyNoImap } from '../stand/imap-server.ts'
import { leafOfTests, type MailStand, mailServer, rootOfTests } from '../stand/mail-server.ts'
import {
  gone,
  heardIn,
  hearing,
  hearingAt,
  mailbox,
  mailFrom,
  untilHeard,
  untilLooked,
} from './hearing.ts'
import { onBothDatabases } from './notebook.ts'
import { accountAt } from './post.ts'

describe.skipIf(whyNoImap !== null)('a mailbox in trouble', () => {
  beforeAll(() => {
    process.env['SOBREMESA_MAIL_INSIDE'] = '1'
  })
  afterAll(() => {
    delete process.env['SOBREMESA_MAIL_INSIDE']
  })

  onBothDatabases('says what it is, and loses nothing', (notebook) => {
    let server: MailStand
    let box: ImapStand
    let provider: Awaited<ReturnType<typeof tokenProvider>>
    beforeAll(async () => {
      server = await mailServer()
      provider = await tokenProvider()
      box = await imapServer({ tls: leafOfTests, tokens: `${provider.url}/whose?token=` })
      await notebook().ask('mail.set', accountAt(server, { minutes: 0 }))
    })
    afterAll(async () => {
      await server.close()
      await box.stop()
      await provider.close()
    })

    const said = async () => (await notebook().ask('mail.hearing')).trouble as string | null
    const untilSaid = async (what: string) => {
      await expect.poll(said, { timeout: 20_000 }).toContain(what)
    }
    const signedIn = () => box.log().match(/Login: user=|auth failed/g)?.length ?? 0

    test('where nobody vouches for the server: no password is sent, and nothing is lost', async () => {
      const { ask } = notebook()
      const vera = await gone(notebook(), server, 'Vera Sealed')
      const before = signedIn()
      const line = hearing(notebook())
      const mail = (id: string) =>
        mailFrom({ from: `Vera Sealed <${vera.address}>`, answers: vera.messageId, id })
      box.deliver(mailbox, mail('meanwhile@archive.example'))
      for (const [port, security, says] of [
        [
          box.tlsPort,
          'tls',
          'The certificate of 127.0.0.1 is not one this computer trusts, so the password was not sent.',
        ],
        [
          box.port,
          'starttls',
          'The certificate of 127.0.0.1 is not one this computer trusts, so the password was not sent.',
        ],
        [
          box.port,
          'tls',
          'What answers at 127.0.0.1 is no mail server of this kind; at another port there may be one.',
        ],
      ] as const) {
        await ask('mail.hear', hearingAt(box, { port, security }))
        expect(await ask('mail.try-hearing')).toEqual({ ok: false, says })
        await untilSaid(says)
      }
      expect(signedIn()).toBe(before)
      const usual = getCACertificates('default')
      setDefaultCACertificates([...usual, rootOfTests])
      try {
        const named = { host: 'localhost', port: box.tlsPort, security: 'tls' }
        await ask('mail.hear', hearingAt(box, named))
        await untilHeard(notebook(), vera.conversation, 1)
        await ask('mail.hear', hearingAt(box, { host: 'localhost', security: 'starttls' }))
        box.deliver(mailbox, mail('later@archive.example'))
        await untilHeard(notebook(), vera.conversation, 2)
        expect(await said()).toBeNull()
      } finally {
        setDefaultCACertificates(usual)
        await line.stop()
      }
    })

    test('where no encryption is offered that was asked for, no password is sent', async () => {
      const { ask } = notebook()
      const plain = await imapServer()
      await ask('mail.hear', hearingAt(plain, { security: 'starttls' }))
      const line = hearing(notebook())
      await untilSaid('127.0.0.1 offers no encryption at this port, so the password was not sent.')
      await line.stop()
      expect(plain.log()).not.toMatch(/Login: user=|auth failed/)
      await plain.stop()
    })

    test('where a token opens it, a new one is fetched for each line; one that is over is said', async () => {
      const { ask } = notebook()
      const otto = await gone(notebook(), server, 'Otto Token')
      const { url } = provider
      const oauth = { password: undefined, clientId: 'us', tokenUrl: `${url}/token` }
      await ask('mail.hear', hearingAt(box, { ...oauth, refreshToken: 'over' }))
      const line = hearing(notebook())
      await untilSaid('No new token was given for this account. It said: “invalid_grant”')
      box.deliver(mailbox, mailFrom({ from: `Otto <${otto.address}>`, answers: otto.messageId }))
      await ask('mail.hear', hearingAt(box, { ...oauth, refreshToken: 'stale' }))
      await untilSaid('127.0.0.1 did not take this name and password.')
      await ask('mail.hear', hearingAt(box, { ...oauth, refreshToken: 'for-ever' }))
      const [heard] = await untilHeard(notebook(), otto.conversation, 1)
      expect(await said()).toBeNull()
      const { conversation } = otto
      const asked = provider.given()
      await ask('letters.open', { conversation, message: heard.mail.message })
      expect(provider.given()).toBe(asked + 1)
      await line.stop()
    })

    test('where all its numbers are new, each mail is still heard once, and opened', async () => {
      const { ask } = notebook()
      const nora = await gone(notebook(), server, 'Nora Numbers')
      const mail = (id: string) =>
        mailFrom({ from: `Nora Numbers <${nora.address}>`, answers: nora.messageId, id })
      await ask('mail.hear', hearingAt(box))
      let line = hearing(notebook())
      box.deliver(mailbox, mail('n1@archive.example'))
      await untilHeard(notebook(), nora.conversation, 1)
      await line.stop()
      box.deliver(mailbox, mail('n2@archive.example'))
      const { peek, owner } = notebook()
      const numbers = () => peek(async (db) => (await heardSoFar(db, owner())).box)
      const before = await numbers()
      box.numberAnew(mailbox)
      const { conversation } = nora
      const open = () => ask('letters.open', { conversation, message: 'n1@archive.example' })
      expect((await open()).words).toBe('Gladly, any time.')
      line = hearing(notebook())
      const heard = await untilHeard(notebook(), conversation, 2)
      await line.stop()
      expect(heard.map((one) => one.mail.message)).toEqual([
        'n1@archive.example',
        'n2@archive.example',
      ])
      expect(await numbers()).not.toBe(before)
      expect((await open()).words).toBe('Gladly, any time.')
    })

    test('where the line breaks in the middle of whatever is said, each mail is heard once', async () => {
      const { ask } = notebook()
      const mira = await gone(notebook(), server, 'Mira Cut')
      const from = `Mira Cut <${mira.address}>`
      const head = ['Auto-Submitted: auto-generated']
      for (let at = 0; at < 66; at += 1) {
        const id = `m${at}@archive.example`
        // What a machine wrote is looked at, and let go: so there are several lots of heads.
        const isTheirs = at % 6 === 0
        box.deliver(
          mailbox,
          isTheirs ? mailFrom({ from, answers: mira.messageId, id }) : mailFrom({ from, id, head }),
        )
      }
      const counts = [10, 300, 700, 1500, 3000, 8000, 20_000, 35_000]
      const way = await breakingLine(box.port, counts)
      await ask('mail.hear', hearingAt(box, { port: way.port, folder: 'INBOX' }))
      const line = hearing(notebook(), { minute: 1 })
      await untilHeard(notebook(), mira.conversation, 11)
      await expect.poll(said, { timeout: 20_000 }).toBeNull()
      await line.stop()
      const heard = await heardIn(notebook(), mira.conversation)
      expect(new Set(heard.map((one) => one.mail.message)).size).toBe(11)
      expect(way.broken()).toBeGreaterThan(4)
      await way.close()
    })

    test('where there are more of them than lines, each has its turn, who waited longest first', async () => {
      const { ask } = notebook()
      const mateo = { who: 'mateo' } as const
      await ask('mail.hear', hearingAt(box, { user: 'turn-of-lucia' }))
      await ask('mail.hear', hearingAt(box, { user: 'turn-of-mateo' }), mateo)
      const line = hearing(notebook(), { most: 1, turn: 1 })
      const turns = () =>
        [...box.log().matchAll(/Login: user=<turn-of-(\w+)>/g)].map(([, whose]) => whose)
      await expect.poll(() => turns().length, { timeout: 20_000 }).toBeGreaterThan(3)
      await untilLooked(notebook())
      await untilLooked(notebook(), mateo)
      await line.stop()
      const [first, second] = turns()
      expect(new Set([first, second])).toEqual(new Set(['lucia', 'mateo']))
      expect(turns().slice(0, 4)).toEqual([first, second, first, second])
      await ask('mail.stop-hearing', {}, mateo)
    })
  })
})

/** Who gives tokens for the mailbox, and says to the mail server whose one is. */
async function tokenProvider() {
  let given = 0
  const provider = createServer((request, answer) => {
    const say = (status: number, what: object) => {
      answer.writeHead(status, { 'content-type': 'application/json' })
      answer.end(JSON.stringify(what))
    }
    if (request.url?.startsWith('/whose')) {
      const isFresh = request.url.endsWith('=fresh')
      return isFresh ? say(200, { email: mailbox }) : say(401, { error: 'invalid_token' })
    }
    let asked = ''
    request.on('data', (piece) => (asked += String(piece)))
    return request.on('end', () => {
      const refresh = new URLSearchParams(asked).get('refresh_token')
      if (refresh === 'over') return say(400, { error: 'invalid_grant' })
      given += 1
      return say(200, { access_token: refresh === 'for-ever' ? 'fresh' : 'stale' })
    })
  })
  provider.listen(0, '127.0.0.1')
  await once(provider, 'listening')
  return {
    url: `http://127.0.0.1:${(provider.address() as AddressInfo).port}`,
    given: () => given,
    close: () => new Promise((resolve) => provider.close(resolve)),
  }
}
