import { expect, test } from 'vitest'
import { type Loose, type Notebook, onBothDatabases, person, raw } from './notebook.ts'
import { idsOf, planned, take, talkWith } from './talk.ts'

/** Does a deed, takes it back, brings it again, and so once more; each time all stands as it stood. */
async function expectToAndFro(notebook: Notebook, operation: string, input: object) {
  const { ask, answer } = notebook
  const all = async () => ({
    operation,
    documents: await notebook.documents(),
    derived: await notebook.derived(),
  })
  const before = await all()
  const done = await answer(operation, input)
  const after = await all()
  let latest = done.change
  for (const stands of [before, after, before, after]) {
    latest = (await answer('changes.undo', { id: latest })).change
    expect(await all()).toEqual(stands)
  }
  expect((await ask('changes.list', { limit: 1 })).changes[0].id).toBe(latest)
  return done.result
}

onBothDatabases('every kind of write', (notebook) => {
  test('can be taken back and brought again, as if nothing had been', async () => {
    const both = (operation: string, input: object) => expectToAndFro(notebook(), operation, input)
    const ruth = (await both('people.add', { name: 'Ruth', roles: [{ organisation: 'Archive' }] }))
      .id
    const ana = (await both('people.add', { name: 'Ana', labels: ['x'] })).id
    await both('people.change', { id: ruth, name: 'Ruth Adeyemi', words: 'w' })
    await both('people.label', { people: [ruth, ana], add: ['Book club', 'y'], remove: ['x'] })
    const field = (await both('fields.add', { name: 'Law' })).id
    const other = (await both('fields.add', { name: 'Justice' })).id
    await both('people.place', { people: [ruth, ana], field, kind: 'P' })
    await both('fields.rename', { which: field, name: 'Law and order' })
    await both('fields.change', { which: field, why: 'because' })
    await both('fields.merge', { which: other, into: field })
    const question = (await both('fields.ask', { which: field, text: 'Why?' })).id
    await both('fields.settle', { question })
    await both('organisations.rename', { which: 'Archive', name: 'City Archive' })
    const talk = (await both('conversations.plan', { people: [ruth], fields: [field], link: 'x' }))
      .id
    await both('conversations.change', { id: talk, people: [ruth, ana], minutes: 30 })
    const { step } = await both('conversations.step', { id: talk, kind: 'sent' })
    await both('conversations.untake', { step })
    await both('conversations.step', { id: talk, kind: 'held' })
    const note = await both('notes.save', {
      id: talk,
      text: '" a line #law /hard\n% closed\n> write by Friday',
    })
    await both('notes.save', { id: talk, text: '" another line\n% closed\n> write by Friday' })
    await both('promises.settle', { line: idsOf(note)[2] })
    await both('topics.rename', { which: 'hard', name: 'Hardship' })
    await both('letters.keep', { conversation: talk, body: 'Thank you' })
    await both('conversations.finish', { id: talk })
    await both('letters.sent', { conversation: talk })
    await both('conversations.capture', { text: 'Zed New, potter at Kiln: " clay #pottery' })
    await both('settings.change', { name: 'Lucía', holidays: ['2026-03-19'] })
    await both('people.remove', { people: [ana] })
    await both('bin.restore', { ids: [ana] })
    await both('conversations.remove', { conversations: [talk] })
    await both('fields.remove', { which: 'Pottery' })
    expect((await notebook().ask('bin.list')).things).toHaveLength(2)
  })
})

onBothDatabases('taking back', (notebook) => {
  test('is refused when something later is in the way, and changes nothing', async () => {
    const { ask, answer, refusal, documents, revision } = notebook()
    const id = await person(notebook(), 'Ruth Adeyemi')
    const first = await answer('people.change', { id, words: 'one' })
    const second = await answer('people.change', { id, words: 'two' })
    const before = [await documents(), await revision()]
    const { code, says } = await refusal('changes.undo', { id: first.change })
    expect(code).toBe('change.in-the-way')
    expect(says).toContain('Ruth Adeyemi')
    expect([await documents(), await revision()]).toEqual(before)
    await ask('changes.undo', { id: second.change })
    await ask('changes.undo', { id: first.change })
    expect((await ask('people.show', { id })).words).toBe('')
    expect(await refusal('changes.undo', { id: first.change })).toMatchObject({
      code: 'change.already-undone',
    })
    expect(await refusal('changes.undo', { id })).toMatchObject({ code: 'change.unknown' })
  })

  test('takes nobody away with whom there is a conversation, or about whom there is a note', async () => {
    const { ask, answer, refusal } = notebook()
    const talked = await answer('people.add', { name: 'Talked With' })
    const noted = await answer('people.add', { name: 'Noted Down' })
    const plan = await answer('conversations.plan', { people: [talked.result.id] })
    await ask('notes.save', { kind: 'person', id: noted.result.id, text: 'tall' })
    for (const { change, result } of [talked, noted]) {
      expect(await refusal('changes.undo', { id: change })).toMatchObject({
        code: 'change.in-the-way',
        says: expect.stringContaining(result.name),
      })
    }
    await take(notebook(), plan.result.id, 'researched')
    expect(await refusal('changes.undo', { id: plan.change })).toMatchObject({
      code: 'change.in-the-way',
    })
  })

  test('leaves an organisation and a field that somebody else is at by now', async () => {
    const { ask, answer } = notebook()
    const first = await answer('people.add', { name: 'A', roles: [{ organisation: 'Kiln House' }] })
    await person(notebook(), 'B', { roles: [{ organisation: 'kiln house' }] })
    await ask('changes.undo', { id: first.change })
    const house = await ask('organisations.show', { which: 'Kiln House' })
    expect(house.people.map(({ name }: Loose) => name)).toEqual(['B'])
  })

  test('of a note that somebody wrote on since is refused', async () => {
    const { ask, answer, refusal } = notebook()
    const id = await planned(notebook())
    const first = await answer('notes.save', { id, text: 'one' })
    await ask('notes.save', { id, text: 'one\ntwo' })
    expect(await refusal('changes.undo', { id: first.change })).toMatchObject({
      code: 'change.in-the-way',
    })
  })
})

onBothDatabases('the list of changes', (notebook) => {
  test('tells what, when, by which door and how much, the latest first, page by page', async () => {
    const { ask, answer, clock } = notebook()
    const { result, change } = await answer('people.add', {
      name: 'A',
      roles: [{ organisation: 'B' }],
    })
    clock.pass(24)
    await ask('people.change', { id: result.id, words: 'x' })
    const undo = await answer('changes.undo', {
      id: (await ask('changes.list', { limit: 1 })).changes[0].id,
    })
    const { changes } = await ask('changes.list')
    expect(changes).toMatchObject([
      { operation: 'changes.undo', id: undo.change, undoes: changes[1].id, undone: false },
      { operation: 'people.change', things: 1, undone: true, day: '2026-03-12' },
      {
        operation: 'people.add',
        id: change,
        things: 2,
        undone: false,
        door: 'api',
        day: '2026-03-11',
      },
    ])
    const paged: string[] = []
    let after: string | undefined
    do {
      const page = await ask('changes.list', { limit: 1, after })
      paged.push(...page.changes.map(({ id }: Loose) => id))
      after = page.next ?? undefined
    } while (after)
    expect(paged).toEqual(changes.map(({ id }: Loose) => id))
    await person(notebook(), 'Another')
    expect((await ask('changes.list', { thing: result.id })).changes).toHaveLength(3)
  })

  test('holds no write that changed nothing', async () => {
    const { ask } = notebook()
    const before = await ask('changes.list')
    await ask('settings.change', {})
    await ask('settings.change', { name: '' })
    await ask('settings.change', { name: '' }, { key: 'a key' })
    expect(await ask('changes.list')).toEqual(before)
  })
})

onBothDatabases('the bin', (notebook) => {
  test('gives things back as they were', async () => {
    const { ask, refusal, documents, derived } = notebook()
    const id = await person(notebook(), 'Ruth', { labels: ['a'], roles: [{ organisation: 'B' }] })
    const talk = await talkWith(notebook(), [id])
    await ask('fields.add', { name: 'Law' })
    const field = (await ask('fields.show', { name: 'Law' })).id
    const before = [await documents(), await derived()]
    await ask('people.remove', { people: [id] })
    await ask('conversations.remove', { conversations: [talk] })
    await ask('fields.remove', { which: field })
    expect((await ask('bin.list')).things).toEqual(
      expect.arrayContaining([
        { kind: 'person', id, name: 'Ruth', binnedOn: '2026-03-11', until: '2026-04-10' },
        expect.objectContaining({ kind: 'conversation', id: talk }),
        expect.objectContaining({ kind: 'field', id: field, name: 'Law' }),
      ]),
    )
    expect(await ask('bin.restore', { ids: [id, talk, field] })).toEqual({
      changed: 3,
      renamed: [],
    })
    expect([await documents(), await derived()]).toEqual(before)
    expect(await refusal('bin.restore', { ids: [id] })).toMatchObject({ code: 'thing.unknown' })
  })

  test('emptied leaves not a word, in no table, no index and no log', async () => {
    const { ask, answer, refusal, peek, documents } = notebook()
    const kept = await person(notebook(), 'Stays Here')
    const added = await answer(
      'people.add',
      { name: 'Xiphias Gladius', words: 'xiphias', labels: ['xiphias club'] },
      { key: 'xiphias' },
    )
    const { id } = added.result
    await ask('notes.save', { kind: 'person', id, text: 'xiphias likes tea\n% xiphias secret' })
    const talk = await talkWith(notebook(), [id, kept])
    const note = await ask(
      'notes.save',
      { id: talk, text: '" xiphias said\n> write to xiphias' },
      {
        key: 'note of xiphias',
      },
    )
    await ask('promises.settle', { line: idsOf(note)[1] })
    await take(notebook(), talk, { kind: 'held', words: 'xiphias was there' })
    await ask('letters.keep', { conversation: talk, body: 'Dear Xiphias' })
    await ask('people.remove', { people: [id] })
    await ask('conversations.remove', { conversations: [talk] })
    expect(await ask('bin.empty', { ids: [id, talk] })).toEqual({ changed: 2 })
    expect(JSON.stringify(await documents())).not.toMatch(/xiphias/i)
    for (const table of [
      'changes',
      'search_texts',
      'name_words',
      'name_variants',
      'person_keys',
      'lines',
    ]) {
      const rows = await peek((db) => raw(db, `select * from ${table}`))
      expect(JSON.stringify([table, rows])).not.toMatch(/xiphias/i)
    }
    const contents = await peek((db) => db.selectFrom('contents').select('bytes').execute())
    for (const { bytes } of contents) {
      expect(Buffer.from(bytes).toString('utf8')).not.toMatch(/xiphias/i)
    }
    for (const one of [added.change]) {
      expect(await refusal('changes.undo', { id: one })).toMatchObject({
        code: 'change.already-erased',
      })
    }
    expect(
      await refusal(
        'people.add',
        { name: 'Xiphias Gladius', words: 'xiphias', labels: ['xiphias club'] },
        { key: 'xiphias' },
      ),
    ).toMatchObject({ code: 'key.already-done' })
    expect(await refusal('people.show', { id })).toMatchObject({ code: 'person.unknown' })
    expect(await ask('people.show', { id: kept })).toMatchObject({ name: 'Stays Here' })
  })

  test('emptied of what is old leaves what is not', async () => {
    const { ask, clock } = notebook()
    const [old, young] = [await person(notebook(), 'Old'), await person(notebook(), 'Young')]
    await ask('people.remove', { people: [old] })
    clock.pass(24 * 29)
    await ask('people.remove', { people: [young] })
    expect(await ask('bin.empty')).toEqual({ changed: 0 })
    clock.pass(24)
    expect(await ask('bin.empty')).toEqual({ changed: 1 })
    expect((await ask('bin.list')).things.map(({ name }: Loose) => name)).toEqual(['Young'])
    expect(await notebook().refusal('bin.empty', { ids: [old] })).toMatchObject({
      code: 'thing.unknown',
    })
  })
})
