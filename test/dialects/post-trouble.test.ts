import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type MailStand, mailServer } from '../stand/mail-server.ts'
import { type Loose, onBothDatabases } from './notebook.ts'
import { accountAt, firstLetter, inMinutes, minutes, postman, shown, words } from './post.ts'

beforeAll(() => {
  // Two owners share the store of these tests, so whoever runs it has to allow a server of the house.
  process.env['SOBREMESA_MAIL_INSIDE'] = '1'
})
afterAll(() => {
  delete process.env['SOBREMESA_MAIL_INSIDE']
})

onBothDatabases('a letter that meets trouble', (notebook) => {
  async function told(server: MailStand, name: string) {
    const { ask, clock } = notebook()
    await ask('mail.set', accountAt(server, { minutes: 0 }))
    const { conversation, template } = await firstLetter(notebook(), name)
    const which = { conversation, template }
    await ask('letters.send', {
      ...which,
      ...words,
      body: `${words.body} ${name}`,
      anyway: 'Really',
    })
    clock.pass(minutes(0.1))
    await postman(notebook())
    return which
  }

  test('is tried again when the server asks for it, and arrives once', async () => {
    const server = await mailServer({ does: [451, 421, 'take'] })
    const which = await told(server, 'Later One')
    const { going } = await shown(notebook(), which)
    expect(going).toMatchObject({ state: 'waiting', due: inMinutes(notebook(), 1) })
    expect(going.trouble).toContain('asks to try again later')
    await postman(notebook())
    expect(server.tries()).toBe(1)
    for (const pause of [1, 5, 10]) {
      notebook().clock.pass(minutes(pause))
      await postman(notebook())
    }
    expect([server.tries(), server.taken.length]).toEqual([3, 1])
    expect((await notebook().ask('conversations.show', { id: which.conversation })).state).toBe(
      'sent',
    )
    await server.close()
  })

  test('that nobody takes for a day is a draft again, and says why', async () => {
    const server = await mailServer()
    const { port } = server
    await server.close()
    const which = await told({ ...server, port }, 'Nobody There')
    for (let hour = 0; hour < 26; hour += 1) {
      notebook().clock.pass(1)
      await postman(notebook())
    }
    const letter = await shown(notebook(), which)
    expect(letter).toMatchObject({
      sentOn: null,
      going: { state: 'failed', trouble: '127.0.0.1 takes no connection at this port.' },
    })
    expect(letter.body).toContain('Nobody There')
  })

  test.each([550, 554])('that is refused with %s is a draft again, at once', async (code) => {
    const server = await mailServer({ does: [code] })
    const which = await told(server, `Refused ${code}`)
    const letter = await shown(notebook(), which)
    expect(letter).toMatchObject({ sentOn: null, own: true, going: { state: 'failed' } })
    expect(letter.going.trouble).toContain('does not take this letter.')
    notebook().clock.pass(30)
    await postman(notebook())
    expect(server.tries()).toBe(1)
    const { ask } = notebook()
    const cardOf = async () =>
      (await ask('today.show')).next.find((one: Loose) => one.conversation === which.conversation)
    expect(await cardOf()).toMatchObject({ what: 'send-again', template: which.template })
    expect((await cardOf()).why).toMatch(
      /^Your letter to .+ did not go\. .+does not take this letter\./u,
    )
    // Words may be changed, and it may be told to go again.
    await ask('letters.keep', { ...which, body: letter.body.replace('Dear', 'Good day') })
    const again = await ask('letters.send', { ...which, anyway: 'Once more' })
    expect(again).toMatchObject({ going: { state: 'waiting', trouble: null } })
    expect(again.body).toContain('Good day')
    await ask('letters.take-back', which)
    await server.close()
  })

  test('whose password is wrong waits for the owner, with its words', async () => {
    const { ask } = notebook()
    const server = await mailServer()
    const right = accountAt(server, { minutes: 0 })
    await ask('mail.set', { ...right, password: 'wrong' })
    const { conversation, template } = await firstLetter(notebook(), 'Wrong Password')
    const which = { conversation, template }
    await ask('letters.send', { ...which, ...words, body: 'Dear Wrong, hello?', anyway: 'Really' })
    await postman(notebook())
    const { going, body } = await shown(notebook(), which)
    expect(going.trouble).toContain('did not take this name and password')
    expect([going.state, body, server.tries()]).toEqual(['failed', 'Dear Wrong, hello?', 0])
    expect((await ask('letters.take-back', which)).going).toBeNull()
    const { next } = await ask('today.show')
    expect(
      next.some((one: Loose) => one.conversation === conversation && one.what === 'send-again'),
    ).toBe(false)
    await server.close()
  })

  describe.each(['die before', 'die after'] as const)(
    'where the server should %s the last line',
    (does) => {
      test('nobody here knows whether it went: it is not sent again by itself', async () => {
        const server = await mailServer({ does: [does, 'take'] })
        const { ask, refusal, clock } = notebook()
        const which = await told(server, does)
        expect(await shown(notebook(), which)).toMatchObject({
          sentOn: null,
          going: { state: 'unsure' },
        })
        clock.pass(100)
        await postman(notebook(), { restarted: true })
        expect(server.tries()).toBe(1)
        for (const operation of ['letters.send', 'letters.take-back']) {
          expect(
            await refusal(operation, {
              ...which,
              ...(operation.endsWith('send') ? { anyway: 'go on' } : {}),
            }),
          ).toMatchObject({ code: 'letter.unsure' })
        }
        await ask('letters.send', { ...which, anyway: 'It did not', again: true })
        await postman(notebook())
        expect(server.tries()).toBe(2)
        expect((await shown(notebook(), which)).going).toBeNull()
        const ids = server.taken.map(({ text }) => /^Message-ID: (.+)\r$/im.exec(text)?.[1])
        const bodies = server.taken.map(({ text }) =>
          text.includes('Your talk on ink stayed with me'),
        )
        expect(new Set(bodies)).toEqual(new Set([true]))
        // Whoever got it twice has one letter under one name.
        expect(new Set(ids).size).toBe(1)
        await server.close()
      })

      test('the owner may say that it went, and it is kept as of then', async () => {
        const server = await mailServer({ does: [does] })
        const { ask, clock } = notebook()
        const which = await told(server, `${does} again`)
        clock.pass(48)
        await ask('letters.went', which)
        const { letters } = await ask('letters.list', { conversation: which.conversation })
        const then = new Date(Date.parse(notebook().house.engine.world.now()) - 48 * 3_600_000)
        expect(letters).toMatchObject([{ sentOn: then.toISOString().slice(0, 10) }])
        await server.close()
      })
    },
  )

  test('that was being handed over when the server stopped is asked about, and not sent again', async () => {
    const server = await mailServer()
    const { ask, peek, store, owner } = notebook()
    await ask('mail.set', accountAt(server, { minutes: 0 }))
    const { conversation, template } = await firstLetter(notebook(), 'Stopped There')
    const which = { conversation, template }
    await ask('letters.send', {
      ...which,
      ...words,
      body: 'Dear Stopped, hello?',
      anyway: 'Really',
    })
    const row = await peek((db) =>
      db
        .selectFrom('outgoing')
        .selectAll()
        .where('conversation_id', '=', conversation as never)
        .executeTakeFirstOrThrow(),
    )
    // As it stands on disk in the moment in which the words go on the line.
    const doc = JSON.stringify({ ...JSON.parse(row.doc), state: 'handing' })
    await store.write(owner(), (db) =>
      db
        .updateTable('outgoing')
        .set({ state: 'handing', doc })
        .where('owner_id', '=', owner())
        .where('letter_id', '=', row.letter_id)
        .execute(),
    )
    await postman(notebook(), { restarted: true })
    expect((await shown(notebook(), which)).going.state).toBe('unsure')
    const { next } = await notebook().ask('today.show')
    const card = next.find((one: Loose) => one.conversation === which.conversation)
    expect(card).toMatchObject({ what: 'look-sent', code: 'letter-unsure' })
    expect(server.tries()).toBe(0)
    await server.close()
  })

  test('whose conversation went into the bin stays at home', async () => {
    const server = await mailServer()
    const { ask } = notebook()
    await ask('mail.set', accountAt(server, { minutes: 1 }))
    const { conversation, template } = await firstLetter(notebook(), 'Binned There')
    await ask('letters.send', {
      conversation,
      template,
      ...words,
      body: 'Dear Binned?',
      anyway: 'Really',
    })
    await ask('conversations.remove', { conversations: [conversation] })
    notebook().clock.pass(1)
    await postman(notebook())
    expect(server.tries()).toBe(0)
    await server.close()
  })

  test('goes nowhere once the person is forgotten, and is kept no longer', async () => {
    const server = await mailServer()
    const { ask, owner, peek } = notebook()
    await ask('mail.set', accountAt(server, { minutes: 1 }))
    const { conversation, template, ruth } = await firstLetter(notebook(), 'Forgotten Quince')
    const body = 'Dear Forgotten, hello?'
    await ask('letters.send', { conversation, template, ...words, body, anyway: 'Really' })
    const waiting = () =>
      peek((db) =>
        db.selectFrom('outgoing').select('doc').where('owner_id', '=', owner()).execute(),
      )
    expect(JSON.stringify(await waiting())).toContain('Quince')
    await ask('people.forget', { people: [ruth] })
    expect(JSON.stringify(await waiting())).not.toContain('Quince')
    notebook().clock.pass(1)
    await postman(notebook())
    expect(server.tries()).toBe(0)
    await server.close()
  })

  test('is told to others as little as any letter, and counts as sent where the same text is asked about', async () => {
    const server = await mailServer()
    const { ask, refusal } = notebook()
    await ask('mail.set', accountAt(server, { minutes: 30 }))
    const same = `${words.body} I would bring the good tea and a map of the river.`
    for (const name of ['Same One', 'Same Two']) {
      const { conversation, template } = await firstLetter(notebook(), name)
      await ask('letters.send', { conversation, template, ...words, body: same })
    }
    const { conversation, template } = await firstLetter(notebook(), 'Same Three')
    expect(
      await refusal('letters.send', { conversation, template, ...words, body: same }),
    ).toMatchObject({ code: 'letter.unready' })
    await server.close()
  })
})
