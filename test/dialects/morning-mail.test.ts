import PostalMime from 'postal-mime'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { goodMornings } from '../../src/server/mornings.ts'
import { type Does, mailServer } from '../stand/mail-server.ts'
import { type Notebook, onBothDatabases, person } from './notebook.ts'
import { accountAt, minutes } from './post.ts'
import { planned } from './talk.ts'

beforeAll(() => {
  // Two owners share the store of these tests, so whoever runs it has to allow a server of the house.
  process.env['SOBREMESA_MAIL_INSIDE'] = '1'
})
afterAll(() => {
  delete process.env['SOBREMESA_MAIL_INSIDE']
})

const zone = 'Europe/Madrid'
const wish = { zone, at: '10:00', days: 'every', link: 'https://notebook.example/settings' }

/** A day with something, and a server that does this with what it is given. */
async function settled({ ask }: Notebook, does: readonly Does[], more: object = {}) {
  const server = await mailServer({ does })
  await ask('mail.set', accountAt(server, more))
  await ask('mornings.write', wish)
  return server
}

onBothDatabases('a mail to oneself in the morning', (notebook) => {
  const look = () => goodMornings(notebook().house)
  const shown = async () => (await notebook().ask('mornings.show')).letter
  /** Ten in Madrid on the next day. */
  const nextMorning = () => {
    const { clock, house } = notebook()
    clock.pass(24)
    clock.set(`${house.engine.world.now().slice(0, 10)}T09:00:00.000Z`)
  }

  beforeAll(async () => {
    const ruth = await person(notebook(), 'Ruth Adeyemi')
    await planned(notebook(), { people: [ruth], link: 'Her talk on ink' })
  })

  test('is off until it is asked for, and wants an account of one’s own', async () => {
    const { ask, refusal } = notebook()
    expect(await refusal('mornings.write', wish)).toMatchObject({ code: 'mail.not-set' })
    expect(await ask('mornings.show')).toMatchObject({ letter: null, address: null })
    const server = await mailServer()
    await ask('mail.set', accountAt(server))
    expect(await ask('mornings.show')).toMatchObject({
      letter: null,
      address: 'lucia@example.org',
    })
    nextMorning()
    await look()
    expect(server.taken).toEqual([])
    await server.close()
  })

  test('goes to the account’s own address, once, at its hour, in the words of Today', async () => {
    const { clock } = notebook()
    const server = await settled(notebook(), ['take'])
    nextMorning()
    clock.pass(-minutes(1))
    expect(await look()).toBe(0)
    clock.pass(minutes(1))
    // Whoever looks at the same moment, or starts anew, sends no second one.
    expect((await Promise.all([look(), look()])).toSorted()).toEqual([0, 1])
    expect(await look()).toBe(0)
    expect(server.taken).toHaveLength(1)
    const [{ from, to, text }] = server.taken as [(typeof server.taken)[0]]
    expect([from, to]).toEqual(['lucia@example.org', ['lucia@example.org']])
    const mail = await PostalMime.parse(text)
    expect(mail.subject).toBe('This morning’s page')
    expect(mail.html).toBeUndefined()
    expect(mail.attachments).toEqual([])
    expect(text).toMatch(/^Auto-Submitted: auto-generated\r$/m)
    expect(mail.text?.trim()).toBe(
      [
        'One small thing. About five minutes in all.',
        '',
        '– Ruth Adeyemi: You know what links you. A short letter to Ruth Adeyemi can be drafted.',
        '',
        'https://notebook.example',
        '',
        'You asked for this in Settings, In the morning, and end it there.',
      ].join('\n'),
    )
    nextMorning()
    clock.pass(3.1)
    expect(await look()).toBe(0)
    nextMorning()
    expect(await look()).toBe(1)
    await server.close()
  })

  test('tells only how much the day holds where one wants no names, and ends by a press', async () => {
    const { ask } = notebook()
    const server = await settled(notebook(), ['take'])
    await ask('mornings.write', { ...wish, says: 'size' })
    nextMorning()
    expect(await look()).toBe(1)
    expect((await PostalMime.parse(server.taken[0]!.text)).text).not.toContain('Ruth')
    expect(await ask('mornings.write-no-more')).toEqual({ ended: true })
    nextMorning()
    expect(await look()).toBe(0)
    expect(await shown()).toBeNull()
    await server.close()
  })

  test('that no server takes is tried again while it is morning, and what was wrong is said until one goes', async () => {
    const { ask, clock } = notebook()
    let isBusy = true
    const server = await mailServer({
      onConnect: (_session, done) =>
        isBusy ? done(Object.assign(new Error('Too busy'), { responseCode: 421 })) : done(),
    })
    await ask('mail.set', accountAt(server))
    await ask('mornings.write', wish)
    nextMorning()
    expect(await look()).toBe(0)
    expect(await shown()).toMatchObject({ trouble: expect.any(String), stopped: false })
    isBusy = false
    clock.pass(minutes(5))
    expect(await look()).toBe(0)
    clock.pass(minutes(11))
    expect(await look()).toBe(1)
    expect(await shown()).toMatchObject({ trouble: null })
    await server.close()
  })

  test('is never sent twice where nobody knows whether the first went', async () => {
    const { clock } = notebook()
    const server = await settled(notebook(), ['die after', 'take'])
    nextMorning()
    expect(await look()).toBe(0)
    expect(server.taken).toHaveLength(1)
    clock.pass(0.5)
    expect(await look()).toBe(0)
    expect(server.tries()).toBe(1)
    expect((await shown()).trouble).toContain('closed the connection')
    nextMorning()
    expect(await look()).toBe(1)
    expect((await shown()).trouble).toBeNull()
    await server.close()
  })

  test('does not knock again with a password that was not taken, until the account is set anew', async () => {
    const { ask } = notebook()
    const server = await settled(notebook(), ['take'], { password: 'wrong' })
    for (let morning = 0; morning < 2; morning++) {
      nextMorning()
      expect(await look()).toBe(0)
    }
    expect(await shown()).toMatchObject({
      trouble: expect.stringContaining('did not take this name and password'),
      stopped: true,
    })
    await ask('mail.set', accountAt(server))
    expect(await look()).toBe(1)
    await server.close()
  })

  test('ends with the account, and no later one is written to unasked', async () => {
    const { ask } = notebook()
    const server = await settled(notebook(), ['take'])
    await ask('mail.forget')
    await ask('mail.set', accountAt(server))
    expect(await shown()).toBeNull()
    nextMorning()
    expect(await look()).toBe(0)
    expect(server.taken).toEqual([])
    await server.close()
  })
})
