import { afterAll, beforeAll, expect, test } from 'vitest'
import { carryLetters } from '../../src/server/postman.ts'
import { type MailStand, mailServer } from '../stand/mail-server.ts'
import { type Notebook, onBothDatabases, person } from './notebook.ts'
import { accountAt, firstLetter, inMinutes, minutes, postman, shown, words } from './post.ts'
import { planned, take } from './talk.ts'

beforeAll(() => {
  // Two owners share the store of these tests, so whoever runs it has to allow a server of the house.
  process.env['SOBREMESA_MAIL_INSIDE'] = '1'
})
afterAll(() => {
  delete process.env['SOBREMESA_MAIL_INSIDE']
})

const mail = (value: string) => ({ channels: [{ kind: 'mail', value }] })

onBothDatabases('what happens while a letter waits', (notebook) => {
  let server: MailStand
  beforeAll(async () => {
    server = await mailServer()
    await notebook().ask('mail.set', accountAt(server, { minutes: 5 }))
  })
  afterAll(() => server.close())

  /** A first letter that waits for its five minutes. */
  async function waiting(name: string, lucia: Notebook = notebook()) {
    const { conversation, template, ruth } = await firstLetter(lucia, name)
    const which = { conversation, template }
    const body = `Dear ${name}, could you spare 20 minutes?`
    await lucia.ask('letters.send', { ...which, ...words, body, anyway: 'Really' })
    return { which, ruth }
  }

  /** Why it is a draft again, once its time has come; nothing was on a line. */
  async function whyNot(which: Awaited<ReturnType<typeof waiting>>['which'], hours = 0.2) {
    const before = server.tries()
    notebook().clock.pass(hours)
    await postman(notebook())
    expect(server.tries()).toBe(before)
    const { going, sentOn } = await shown(notebook(), which)
    expect([going?.state, sentOn]).toEqual(['failed', null])
    return going.trouble
  }

  test('it goes the day it was to go, or is a draft again', async () => {
    const { which } = await waiting('Old Copy')
    expect(await whyNot(which, 26)).toContain('It waited too long')
  })

  test('it does not go to somebody who said no', async () => {
    const { which } = await waiting('Said No')
    await take(notebook(), which.conversation, 'sent', 'replied-no')
    expect(await whyNot(which)).toContain('They said no')
  })

  test('it does not go to somebody who is not at the table any more', async () => {
    const { ask } = notebook()
    const { which } = await waiting('Not There')
    const other = await person(notebook(), 'Somebody Else')
    await ask('conversations.change', { id: which.conversation, people: [other] })
    expect(await whyNot(which)).toBe('Not There is not at this table any more.')
  })

  test('it does not go to somebody who lies in the bin', async () => {
    const { which, ruth } = await waiting('Binned Somebody')
    await notebook().ask('people.remove', { people: [ruth] })
    expect(await whyNot(which)).toBe('Binned Somebody is not at this table any more.')
  })

  test('who is forgotten while it is on the line does not come back with it', async () => {
    const { ask, clock, documents } = notebook()
    const { which, ruth } = await waiting('Zenobia Quill')
    let isForgotten = false
    async function forget(taken: () => void): Promise<void> {
      await ask('people.forget', { people: [ruth] })
      isForgotten = true
      taken()
    }
    const slow = await mailServer({
      onData: (stream, _session, done) => void stream.resume().on('end', () => void forget(done)),
    })
    await ask('mail.set', accountAt(slow, { minutes: 0 }))
    clock.pass(0.2)
    await postman(notebook())
    expect(isForgotten).toBe(true)
    expect(JSON.stringify(await documents())).not.toMatch(/Zenobia|Quill/)
    expect(JSON.stringify(await documents())).not.toContain(which.conversation)
    await slow.close()
    await ask('mail.set', accountAt(server, { minutes: 5 }))
  })

  test('at a table of several it goes to one after the other, and moves the conversation once', async () => {
    const { ask, refusal, clock } = notebook()
    const ada = await person(notebook(), 'Ada Both', mail('ada@both.example'))
    const bea = await person(notebook(), 'Bea Both', mail('bea@both.example'))
    const conversation = await planned(notebook(), { people: [ada, bea], link: 'Ink' })
    const letter = { conversation, template: 'outreach', ...words, anyway: 'To both' }
    await ask('letters.send', { ...letter, to: ada, body: 'Dear Ada, 20 minutes?' })
    clock.pass(0.2)
    await postman(notebook())
    await ask('letters.send', { ...letter, to: bea, body: 'Dear Bea, 20 minutes?' })
    clock.pass(0.2)
    await postman(notebook())
    expect(server.taken.slice(-2).map(({ to }) => to)).toEqual([
      ['ada@both.example'],
      ['bea@both.example'],
    ])
    expect((await ask('letters.list', { conversation })).letters).toHaveLength(2)
    const { state, steps } = await ask('conversations.show', { id: conversation })
    expect(state).toBe('sent')
    expect(steps.filter(({ kind }: { kind: string }) => kind === 'sent')).toHaveLength(1)
    for (const to of [ada, bea]) {
      expect(await refusal('letters.send', { ...letter, to })).toMatchObject({
        code: 'step.not-now',
      })
    }
  })

  test('the mail server of one owner holds up no letter of another', async () => {
    const { ask, clock, house, store, owner, peek } = notebook()
    const silent = await mailServer({ does: ['wait'] })
    const mateo: Notebook = {
      ...notebook(),
      ask: (operation, input, manner) => ask(operation, input, { ...manner, who: 'mateo' }),
    }
    await ask('mail.set', accountAt(silent, { minutes: 0 }))
    await mateo.ask('mail.set', accountAt(server, { minutes: 0 }))
    const { which: left } = await waiting('Left Behind')
    const rows = () =>
      peek((db) =>
        db
          .selectFrom('outgoing')
          .selectAll()
          .where('conversation_id', '=', left.conversation as never)
          .executeTakeFirstOrThrow(),
      )
    // As it stands while a server is on the line with it, this one before it was killed or another one now.
    const { letter_id: letter, doc } = await rows()
    const due = inMinutes(notebook(), 6)
    const going = { ...JSON.parse(doc), state: 'handing', due }
    await store.write(owner(), (db) =>
      db
        .updateTable('outgoing')
        .set({ state: 'handing', doc: JSON.stringify(going), due_at: due })
        .where('owner_id', '=', owner())
        .where('letter_id', '=', letter)
        .execute(),
    )
    const { which: hanging } = await waiting('Hanging There')
    await waiting('Quick There', mateo)
    const before = server.taken.length
    clock.pass(minutes(0.1))
    const stop = new AbortController()
    const faults: unknown[] = []
    const carried = carryLetters(house.engine, {
      stopping: stop.signal,
      failed: (_what, error) => faults.push(error),
    })
    await expect.poll(() => server.taken.length, { timeout: 30_000 }).toBe(before + 1)
    await expect.poll(() => silent.tries(), { timeout: 30_000 }).toBe(1)
    expect((await shown(notebook(), hanging)).going.state).toBe('handing')
    stop.abort()
    await silent.close()
    await carried
    expect(faults).toEqual([])
    // Files have one server; beside a database there may be others, whose letters are theirs until their time is over.
    const isAlone = notebook().dialect === 'sqlite'
    expect((await shown(notebook(), left)).going.state).toBe(isAlone ? 'unsure' : 'handing')
    clock.pass(0.2)
    await postman(notebook())
    expect((await shown(notebook(), left)).going.state).toBe('unsure')
  })
})
