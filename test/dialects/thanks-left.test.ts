import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { mailServer } from '../stand/mail-server.ts'
import { type Loose, onBothDatabases, person } from './notebook.ts'
import { accountAt, postman } from './post.ts'
import { planned, take } from './talk.ts'

beforeAll(() => {
  // Two owners share the store of these tests, so whoever runs it has to allow a server of the house.
  process.env['SOBREMESA_MAIL_INSIDE'] = '1'
})
afterAll(() => {
  delete process.env['SOBREMESA_MAIL_INSIDE']
})

/** Letters of one template to many are asked about. */
const anyway = 'Each by hand'

onBothDatabases('who is still to be thanked at a table of several', (notebook) => {
  async function spokenWithTwo() {
    const ada = await person(notebook(), 'Ada Lind')
    const bea = await person(notebook(), 'Bea Falk')
    const conversation = await planned(notebook(), { people: [ada, bea], link: 'Ink' })
    await take(notebook(), conversation, 'held', 'captured')
    table = conversation
    return { ada, bea, conversation }
  }

  /** A day holds five thanks: each test has it to itself. */
  let table: string | null = null
  afterEach(async () => {
    if (table !== null) await notebook().ask('conversations.remove', { conversations: [table] })
    table = null
  })

  /** Whom Today would still like to be thanked at this table. */
  async function leftToThank(conversation: string): Promise<Loose[]> {
    const { next } = await notebook().ask('today.show')
    return next.filter(
      (item: Loose) => item.what === 'thank-too' && item.conversation === conversation,
    )
  }

  test('Today tells of those who sat there too, until each is thanked, or let go of by hand', async () => {
    const { ask, answer } = notebook()
    const { ada, bea, conversation } = await spokenWithTwo()
    const cleo = await person(notebook(), 'Cleo Rand')
    await ask('conversations.change', { id: conversation, people: [ada, bea, cleo] })
    expect(await leftToThank(conversation)).toEqual([])
    await ask('letters.sent', { conversation, to: ada, anyway })
    const left = await leftToThank(conversation)
    expect(left).toMatchObject([
      { person: bea, group: 'thank', why: 'Bea Falk sat there too. You thanked Ada Lind today.' },
      { person: cleo, who: 'Cleo Rand', code: 'sat-there-too' },
    ])
    await ask('letters.sent', { conversation, to: bea, anyway })
    expect(await leftToThank(conversation)).toMatchObject([{ person: cleo }])

    const { result: letter, change } = await answer('letters.let-go', { conversation, to: cleo })
    expect(letter.each).toMatchObject([
      { id: ada, sentOn: '2026-03-11', letGoOn: null },
      { id: bea, sentOn: '2026-03-11', letGoOn: null },
      { id: cleo, sentOn: null, letGoOn: '2026-03-11' },
    ])
    expect(letter.body).not.toBe('')
    expect(await leftToThank(conversation)).toEqual([])
    // Of nobody who was let go of a letter is shown that nobody wrote.
    expect((await ask('letters.list', { conversation })).letters).toHaveLength(2)
    await ask('changes.undo', { id: change })
    expect(await leftToThank(conversation)).toMatchObject([{ person: cleo }])
    await ask('letters.let-go', { conversation, to: cleo })
    await ask('letters.keep', { conversation, to: cleo, body: 'Dear Cleo, after all.' })
    expect(await leftToThank(conversation)).toMatchObject([{ person: cleo }])
  })

  test('nobody is let go of who was thanked, or sat there alone, or not at all; who is one with somebody thanked is thanked', async () => {
    const { ask, refusal } = notebook()
    const { ada, bea, conversation } = await spokenWithTwo()
    await ask('letters.sent', { conversation, to: ada, anyway })
    const letGo = (to: string) => refusal('letters.let-go', { conversation, to })
    expect(await letGo(ada)).toMatchObject({ code: 'letter.already-sent' })
    const other = await person(notebook(), 'Nils Otter')
    expect(await letGo(other)).toMatchObject({ code: 'letter.not-at-table' })
    await ask('people.remove', { people: [bea] })
    expect(await leftToThank(conversation)).toEqual([])
    await ask('bin.restore', { kind: 'person', ids: [bea] })
    expect(await leftToThank(conversation)).toHaveLength(1)
    await ask('people.merge', { people: [ada, bea] })
    expect(await leftToThank(conversation)).toEqual([])
    await ask('people.unmerge', { id: bea })
    expect(await leftToThank(conversation)).toMatchObject([{ person: bea }])
    await ask('conversations.change', { id: conversation, people: [bea] })
    expect(await letGo(bea)).toMatchObject({ code: 'letter.not-at-table' })
  })

  test('whom one let go of is let go of under every record of theirs, and forgotten with them', async () => {
    const { ask, documents } = notebook()
    const { ada, bea, conversation } = await spokenWithTwo()
    await ask('letters.sent', { conversation, to: ada, anyway })
    const head = await person(notebook(), 'Bea of the Guild')
    await ask('people.merge', { people: [head, bea] })
    await ask('letters.let-go', { conversation, to: head })
    expect(await leftToThank(conversation)).toEqual([])
    await ask('people.unmerge', { id: head })
    expect(await leftToThank(conversation)).toEqual([])
    await ask('people.forget', { people: [bea] })
    expect(JSON.stringify((await documents())['letters'])).not.toContain(bea)
  })

  test('beside a thank-you stands a line of whom it names, and of nobody else at the table', async () => {
    const { ask } = notebook()
    const { ada, conversation } = await spokenWithTwo()
    const quoteNow = async () => {
      const { next } = await ask('today.show')
      const thanks = next.filter((one: Loose) => one.conversation === conversation)
      expect(thanks).toMatchObject([{ what: 'thank', person: ada }])
      return thanks[0].quote
    }
    const bea = '" @Bea begin with paste\n" the loud ones leave first'
    await ask('notes.save', { id: conversation, text: bea })
    expect(await quoteNow()).toBeNull()
    await ask('notes.save', { id: conversation, text: `${bea}\n" @Ada hands count` })
    expect(await quoteNow()).toBe('hands count')
  })

  test('who was let go of, then written to, and did not get it, is to be thanked again', async () => {
    const { ask, clock } = notebook()
    const server = await mailServer({ does: [550] })
    await ask('mail.set', accountAt(server))
    const { ada, bea, conversation } = await spokenWithTwo()
    await ask('people.change', {
      id: bea,
      channels: [{ kind: 'mail', value: 'bea@falk.example' }],
    })
    await ask('letters.sent', { conversation, to: ada, anyway })
    await ask('letters.let-go', { conversation, to: bea })
    const which = { conversation, template: 'thanks', to: bea }
    await ask('letters.send', { ...which, body: 'Dear Bea, after all.', anyway })
    clock.pass(0.2)
    await postman(notebook())
    // It is spoken of as a letter that did not go; taken back, she is one who is left.
    expect(await leftToThank(conversation)).toEqual([])
    await ask('letters.take-back', which)
    expect(await leftToThank(conversation)).toMatchObject([{ person: bea }])
    await server.close()
  })
})
