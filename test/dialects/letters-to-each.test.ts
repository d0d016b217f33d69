import { expect, test } from 'vitest'
import { mailServer } from '../stand/mail-server.ts'
import { type Loose, onBothDatabases, person } from './notebook.ts'
import { accountAt, postman, words } from './post.ts'
import { planned, take } from './talk.ts'

const mail = (value: string) => ({ channels: [{ kind: 'mail', value }] })

onBothDatabases('thanks to several at one table', (notebook) => {
  async function spokenWithTwo() {
    const { ask } = notebook()
    const ada = await person(notebook(), 'Ada Lind', mail('ada@lind.example'))
    const bea = await person(notebook(), 'Bea Falk', mail('bea@falk.example'))
    const conversation = await planned(notebook(), { people: [ada, bea], link: 'Ink' })
    await take(notebook(), conversation, 'held')
    const text = '" @Ada hands count before papers\n! @Bea begin with paste, not glue'
    await ask('notes.save', { id: conversation, text })
    await take(notebook(), conversation, 'captured')
    return { ada, bea, conversation }
  }

  test('each gets a letter of their own, with what they said, and the first moves the conversation on', async () => {
    const { ask, refusal } = notebook()
    const { ada, bea, conversation } = await spokenWithTwo()
    const both = await ask('letters.draft', { conversation })
    expect(both.each).toMatchObject([
      { name: 'Ada Lind', sentOn: null },
      { name: 'Bea Falk', sentOn: null },
    ])
    const toAda = await ask('letters.draft', { conversation, to: ada })
    expect(toAda.to).toMatchObject([{ id: ada }])
    expect(toAda.body).toContain('hands count before papers')
    expect(toAda.body).not.toContain('paste')
    await ask('letters.keep', { conversation, to: bea, body: 'Dear Bea, my own words.' })
    expect((await ask('letters.draft', { conversation })).own).toBe(false)

    const { letter, conversation: moved } = await ask('letters.sent', { conversation, to: ada })
    expect(moved.state).toBe('thanked')
    expect(letter).toMatchObject({
      to: [{ id: ada }],
      each: [{ sentOn: '2026-03-11' }, { sentOn: null }],
    })
    const toBea = await ask('letters.draft', { conversation, to: bea })
    expect(toBea).toMatchObject({ body: 'Dear Bea, my own words.', sentOn: null })
    const last = await ask('letters.sent', { conversation, to: bea })
    expect(last.letter.each.map(({ sentOn }: Loose) => sentOn)).toEqual([
      '2026-03-11',
      '2026-03-11',
    ])
    expect(last.conversation.steps.filter(({ kind }: Loose) => kind === 'thanked')).toHaveLength(1)
    const other = await person(notebook(), 'Otto Kern')
    expect(await refusal('letters.draft', { conversation, to: other })).toMatchObject({
      code: 'letter.not-at-table',
    })
  })

  test('one letter to all thanks everybody, and what was begun for all begins each', async () => {
    const { ask } = notebook()
    const { ada, conversation } = await spokenWithTwo()
    await ask('letters.keep', { conversation, body: 'Dear both, I have begun with paste.' })
    expect((await ask('letters.draft', { conversation, to: ada })).body).toContain('Dear both')
    const { letter } = await ask('letters.sent', { conversation })
    expect(letter.each.every(({ sentOn }: Loose) => sentOn !== null)).toBe(true)
    expect(await ask('letters.draft', { conversation, to: ada })).toMatchObject({
      sentOn: letter.sentOn,
    })
  })

  test('the letter that went to all stays the letter to all, whoever of them it is opened for', async () => {
    const { ask, refusal, documents } = notebook()
    const { ada, bea, conversation } = await spokenWithTwo()
    const { letter } = await ask('letters.sent', { conversation, body: 'Dear both, thank you.' })
    const before = await documents()
    const again = { conversation, to: ada, body: 'Dear Ada, once more.' }
    expect(await refusal('letters.sent', again)).toMatchObject({ code: 'letter.already-sent' })
    expect(await documents()).toEqual(before)
    for (const to of [undefined, ada, bea]) {
      const other = { conversation, to, body: 'Other words.', aside: true }
      expect(await refusal('letters.keep', other)).toMatchObject({ code: 'letter.already-sent' })
      expect(await refusal('letters.sent', other)).toMatchObject({ code: 'letter.already-sent' })
      const shown = await ask('letters.draft', { conversation, to })
      expect(shown).toMatchObject({
        body: 'Dear both, thank you.',
        each: letter.each,
      })
    }
    expect(await documents()).toEqual(before)
  })

  test('what went to one stays as it went, and what was not sent to the other is still theirs to write', async () => {
    const { ask, refusal } = notebook()
    const { ada, bea, conversation } = await spokenWithTwo()
    await ask('letters.sent', { conversation, to: ada, body: 'Dear Ada, thank you.' })
    const other = { conversation, to: ada, body: 'Dear Ada, on second thoughts.' }
    expect(await refusal('letters.keep', other)).toMatchObject({ code: 'letter.already-sent' })
    await ask('letters.keep', { conversation, to: bea, body: 'Dear Bea, thank you.' })
    await ask('letters.keep', { conversation, body: 'Dear both, thank you.' })
    const shown = async (to?: string) => (await ask('letters.draft', { conversation, to })).body
    expect(await Promise.all([shown(ada), shown(bea), shown()])).toEqual([
      'Dear Ada, thank you.',
      'Dear Bea, thank you.',
      'Dear both, thank you.',
    ])
  })

  test('who sits down where a seat was given on has a letter of their own', async () => {
    const { ask } = notebook()
    const one = await person(notebook(), 'Lou One')
    const two = await person(notebook(), 'Lou Two')
    await ask('people.merge', { people: [one, two] })
    const people = [one, await person(notebook(), 'Mia Fern')]
    const conversation = await planned(notebook(), { people, link: 'Ink' })
    await take(notebook(), conversation, 'held', 'captured')
    await ask('letters.keep', { conversation, to: one, body: 'For the one who sat here.' })
    await ask('people.unmerge', { id: two })
    await ask('people.assign', { to: two, things: [conversation] })
    await ask('conversations.change', { id: conversation, people: [one, two, people[1]] })
    const before = await ask('letters.draft', { conversation, to: two })
    const fresh = await ask('letters.keep', { conversation, to: one, body: 'For the other Lou.' })
    expect(fresh.id).not.toBe(before.id)
    expect(await ask('letters.draft', { conversation, to: one })).toMatchObject({
      id: fresh.id,
      body: 'For the other Lou.',
    })
    expect(await ask('letters.draft', { conversation, to: two })).toEqual({
      ...before,
      each: expect.anything(),
    })
  })

  test('what nobody is known to have said, or was promised, is told to none as theirs', async () => {
    const { ask } = notebook()
    const { ada, bea, conversation } = await spokenWithTwo()
    const text = '" the loud ones leave first\n" @Ada hands count before papers\n> send the list'
    await ask('notes.save', { id: conversation, text })
    const to = async (one?: string) =>
      (await ask('letters.draft', { conversation, to: one })).body as string
    const unnamed = /loud ones|the list/u
    expect(await to()).toMatch(unnamed)
    expect(await to(ada)).toContain('hands count before papers')
    for (const one of [ada, bea]) expect(await to(one)).not.toMatch(unnamed)
  })

  test('a draft to all that nobody changed begins no letter to one: what names nobody is promised to none alone', async () => {
    const { ask } = notebook()
    const { ada, bea, conversation } = await spokenWithTwo()
    const text = '" @Ada hands count before papers\n> send the list\n> @Bea bring the paste'
    await ask('notes.save', { id: conversation, text })
    const all = await ask('letters.draft', { conversation })
    expect(all.body).toMatch(/send the list[^]*bring the paste|bring the paste[^]*send the list/u)
    await ask('letters.keep', { conversation, body: all.body, aside: true })
    const to = async (one: string) => (await ask('letters.draft', { conversation, to: one })).body
    expect(await to(ada)).toContain('hands count')
    expect(await to(ada)).not.toMatch(/send the list|bring the paste/u)
    expect(await to(bea)).toContain('bring the paste')
    expect(await to(bea)).not.toMatch(/send the list|hands count/u)
  })

  test('who is left of several is told nothing that may be of who is there no more', async () => {
    const { ask } = notebook()
    const { ada, bea, conversation } = await spokenWithTwo()
    const text =
      '" @Ada hands count before papers\n> send the list\n> @Bea bring the paste\n! be late'
    await ask('notes.save', { id: conversation, text })
    await ask('people.forget', { people: [bea] })
    const { body, to } = await ask('letters.draft', { conversation })
    expect(to).toMatchObject([{ id: ada }])
    expect(body).toContain('hands count before papers')
    expect(body).not.toMatch(/send the list|bring the paste|be late/u)
  })

  test('what was written or went to one is shown, kept and sent when they are alone at the table', async () => {
    const { ask } = notebook()
    const { ada, bea, conversation } = await spokenWithTwo()
    await ask('letters.keep', { conversation, to: ada, body: 'Dear Ada, my own words.' })
    await ask('letters.sent', { conversation, to: bea, body: 'Dear Bea, thank you.' })
    const leave = (one: string) => ask('conversations.change', { id: conversation, people: [one] })
    await leave(bea)
    const toBea = await ask('letters.draft', { conversation })
    expect(toBea).toMatchObject({ body: 'Dear Bea, thank you.', sentOn: '2026-03-11' })
    await leave(ada)
    const toAda = await ask('letters.draft', { conversation })
    expect(toAda).toMatchObject({ body: 'Dear Ada, my own words.', sentOn: null })
    const { letter } = await ask('letters.sent', { conversation })
    expect(letter).toMatchObject({
      id: toAda.id,
      body: 'Dear Ada, my own words.',
      sentOn: '2026-03-11',
    })
    expect((await ask('letters.list', { conversation })).letters).toHaveLength(2)
  })

  test('what was written to one is theirs through merging and parting, in no dossier of another, and goes with them', async () => {
    const { ask, answer, documents } = notebook()
    const { ada, bea, conversation } = await spokenWithTwo()
    await ask('letters.keep', { conversation, to: ada, body: 'For Ada’s eyes.' })
    await ask('letters.keep', { conversation, to: bea, body: 'For the eyes of the other.' })
    const dossier = async (id: string) => {
      const { text } = await ask('people.dossier', { id, format: 'json' })
      let all = ''
      for await (const part of text) all += part
      return all
    }
    expect(await dossier(ada)).toContain('For Ada’s eyes.')
    expect(await dossier(bea)).not.toContain('For Ada’s eyes.')

    const head = await person(notebook(), 'Ada L.')
    const { change } = await answer('people.merge', { people: [head, ada] })
    expect((await ask('letters.draft', { conversation, to: ada })).body).toBe('For Ada’s eyes.')
    await ask('letters.keep', { conversation, to: head, body: 'For Ada’s own eyes.' })
    expect((await ask('letters.list', { conversation })).letters).toHaveLength(2)
    await ask('changes.undo', { id: change })
    expect((await ask('letters.draft', { conversation, to: ada })).body).toBe('For Ada’s own eyes.')

    await ask('people.forget', { people: [ada] })
    const kept = JSON.stringify(await documents())
    expect(kept).not.toContain('own eyes')
    expect(kept).toContain('eyes of the other')
  })
  test('what was written to who sat there, went to them or waits to go, goes with the seat to whom it is given', async () => {
    const { ask } = notebook()
    await ask('mail.set', accountAt({ port: 2525 }, { minutes: 5 }))
    const one = await person(notebook(), 'Kit One', mail('kit@one.example'))
    const two = await person(notebook(), 'Kit Two', mail('kit@two.example'))
    await ask('people.merge', { people: [one, two] })
    const tables = []
    for (const guest of ['Gil Rook', 'Hal Finch', 'Ivo Wren']) {
      const people = [one, await person(notebook(), guest)]
      const conversation = await planned(notebook(), { people, link: 'Ink' })
      await take(notebook(), conversation, 'held', 'captured')
      tables.push(conversation)
    }
    const [written, gone, waiting] = tables
    await ask('letters.keep', { conversation: written, to: one, body: 'My own words.' })
    await ask('letters.sent', { conversation: gone, to: one, body: 'Thank you, Kit.' })
    const told = { to: one, body: 'Thank you for the paste.', anyway: 'As it is' }
    await ask('letters.send', {
      conversation: waiting,
      template: 'thanks',
      subject: 'Ink',
      ...told,
    })
    await ask('people.unmerge', { id: two })
    await ask('people.assign', { to: two, things: tables })
    const shown = (conversation: Loose) => ask('letters.draft', { conversation, to: two })
    expect(await shown(written)).toMatchObject({ body: 'My own words.', sentOn: null })
    expect(await shown(gone)).toMatchObject({ body: 'Thank you, Kit.', sentOn: '2026-03-11' })
    expect(await shown(waiting)).toMatchObject({
      body: 'Thank you for the paste.',
      going: { state: 'waiting', to: { address: 'kit@one.example' } },
    })
  })
  test('a thank-you that did not go is let go of by who has left the table, and is no trouble once another reached them', async () => {
    const { ask, clock } = notebook()
    const closed = await mailServer()
    await closed.close()
    await ask('mail.set', accountAt(closed, { minutes: 5 }))
    const { ada, bea, conversation } = await spokenWithTwo()
    for (const to of [ada, bea]) {
      const which = { conversation, template: 'thanks', to }
      await ask('letters.send', { ...which, ...words, anyway: 'As it is' })
    }
    // Too late to go by itself.
    clock.pass(26)
    await postman(notebook())
    const trouble = async (): Promise<string[]> => {
      const { next } = await ask('today.show')
      const hers = next.filter((item: Loose) => item.conversation === conversation)
      return hers
        .filter(({ what }: Loose) => what === 'send-again')
        .map(({ person: one }: Loose) => one)
    }
    expect((await trouble()).toSorted()).toEqual([ada, bea].toSorted())
    await ask('conversations.change', { id: conversation, people: [bea] })
    await ask('letters.take-back', { conversation, template: 'thanks', to: ada })
    expect(await trouble()).toEqual([bea])
    await ask('conversations.change', { id: conversation, people: [ada, bea] })
    await ask('letters.sent', {
      conversation,
      body: 'Dear both, thank you, after all.',
      anyway: 'Both',
    })
    expect(await trouble()).toEqual([])
  })
  test('what went to somebody while they were merged went to who sat there, also once they are parted', async () => {
    const { ask } = notebook()
    const { ada, conversation } = await spokenWithTwo()
    const head = await person(notebook(), 'Ada of the Guild')
    const { id } = await ask('people.merge', { people: [head, ada] })
    const body = 'Dear Ada, the guild was a joy.'
    const { letter } = await ask('letters.sent', { conversation, to: id, body, anyway: 'Really' })
    expect(letter.sentOn).not.toBeNull()
    await ask('people.unmerge', { id: head })
    const shown = await ask('letters.draft', { conversation, to: ada })
    expect(shown).toMatchObject({ body, sentOn: letter.sentOn })
  })
})
