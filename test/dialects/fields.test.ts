import { expect, test } from 'vitest'
import { type Loose, onBothDatabases, person } from './notebook.ts'
import { talkWith } from './talk.ts'

const saidIn = (page: Loose) =>
  page.topics.flatMap(({ topic, insights }: Loose) =>
    insights.map(({ text, speaker }: Loose) => [topic, text, speaker]),
  )

onBothDatabases('the page of a field', (notebook) => {
  test('shows what was said, by topic, and counts everybody once', async () => {
    const { ask } = notebook()
    const { id: field } = await ask('fields.add', { name: 'Conservation', why: 'the torn map' })
    const ruth = await person(notebook(), 'Ruth Adeyemi', { fields: [{ field, kind: 'S' }] })
    const owen = await person(notebook(), 'Owen Clay', {
      roles: [{ title: 'Bookbinder' }],
      consent: { naming: 'role' },
    })
    const first = await talkWith(notebook(), [ruth], { fields: [field] })
    const second = await talkWith(notebook(), [ruth, owen])
    await ask('notes.save', {
      id: first,
      text: [
        '" Untagged, in a talk about the field',
        '! Learn with your hands /entry',
        '" About another #law',
        '? Who pays for it',
        'an unmarked line #conservation',
        '% " off the record #conservation',
      ].join('\n'),
    })
    await ask('notes.save', {
      id: second,
      text: '= @Owen it takes six years #conservation /entry\n" nobody knows who #conservation\n" untagged elsewhere',
    })
    const page = await ask('fields.show', { name: 'conservation' })
    expect(page).toMatchObject({ field: 'Conservation', id: field, why: 'the torn map', people: 2 })
    expect(saidIn(page).toSorted()).toEqual([
      ['', 'Untagged, in a talk about the field', 'Ruth Adeyemi'],
      ['', 'nobody knows who', null],
      ['entry', 'Learn with your hands', 'Ruth Adeyemi'],
      ['entry', 'it takes six years', 'Bookbinder'],
    ])
    expect(page.open).toMatchObject([
      { text: 'Who pays for it', person: 'Ruth Adeyemi', own: false },
    ])
    const inOrder = page.heard.toSorted((one: Loose, other: Loose) => (one.id < other.id ? -1 : 1))
    expect(inOrder).toMatchObject([
      { id: ruth, insights: 2, kind: 'S' },
      { id: owen, insights: 1, kind: null, speaker: 'Bookbinder' },
    ])
    expect(page.unheard).not.toContain('S')
    const { fields } = await ask('fields.list')
    expect(fields).toMatchObject([{ name: 'Conservation', people: 2, insights: 4, open: 1 }])
  })

  test('names nobody any more as soon as they do not agree', async () => {
    const { ask } = notebook()
    const ana = await person(notebook(), 'Ana Ruiz', { roles: [{ title: 'Judge' }] })
    const id = await talkWith(notebook(), [ana])
    await ask('notes.save', { id, text: '" the law is slow #justice' })
    await ask('fields.add', { name: 'Justice' })
    const speaker = async () => saidIn(await ask('fields.show', { name: 'Justice' }))[0][2]
    expect(await speaker()).toBe('Ana Ruiz')
    for (const [naming, name] of [
      ['role', 'Judge'],
      ['none', 'somebody'],
      ['name', 'Ana Ruiz'],
    ] as const) {
      await ask('people.change', { id: ana, consent: { naming, said: 'aloud' } })
      expect(await speaker()).toBe(name)
      const { hits } = await ask('search.everything', { text: 'law is slow' })
      expect(hits[0].under).toBe(name)
    }
  })

  test('has questions of its own and of notes, until they are settled', async () => {
    const { ask, refusal } = notebook()
    const ida = await person(notebook(), 'Ida Berg')
    await ask('fields.add', { name: 'Glass' })
    const own = await ask('fields.ask', { which: 'glass', text: 'What does a kiln cost?' })
    const id = await talkWith(notebook(), [ida])
    const { lines } = await ask('notes.save', { id, text: '? How hot is hot #glass' })
    const open = async () =>
      (await ask('fields.show', { name: 'Glass' })).open.map(({ text }: Loose) => text)
    expect(await open()).toEqual(['What does a kiln cost?', 'How hot is hot'])
    await ask('fields.settle', { question: own.id })
    await ask('fields.settle', { question: lines[0].id })
    expect(await open()).toEqual([])
    await ask('fields.settle', { question: lines[0].id, open: true })
    expect(await open()).toEqual(['How hot is hot'])
    expect(await refusal('fields.settle', { question: ida })).toMatchObject({
      code: 'question.unknown',
    })
  })

  test('tells nothing of a conversation in the bin', async () => {
    const { ask } = notebook()
    const who = await person(notebook(), 'Gone Soon')
    await ask('fields.add', { name: 'Radio' })
    const id = await talkWith(notebook(), [who])
    await ask('notes.save', { id, text: '" silence is a sound #radio' })
    await ask('conversations.remove', { conversations: [id] })
    expect(await ask('fields.show', { name: 'Radio' })).toMatchObject({ people: 0, topics: [] })
    await ask('bin.restore', { ids: [id] })
    expect(await ask('fields.show', { name: 'Radio' })).toMatchObject({ people: 1 })
  })
})

onBothDatabases('names of fields, organisations and topics', (notebook) => {
  test('a renamed field is found by every name it had, and tags lead to it', async () => {
    const { ask, refusal } = notebook()
    const { id } = await ask('fields.add', { name: 'Book binding' })
    const who = await person(notebook(), 'Ruth Adeyemi')
    const talk = await talkWith(notebook(), [who])
    await ask('notes.save', { id: talk, text: '" glue is patient #book-binding' })
    await ask('fields.rename', { which: 'book_binding', name: 'Bookbinding' })
    for (const name of ['Bookbinding', 'Book binding', '#book-binding', 'BOOK  BINDING', id]) {
      const page = await ask('fields.show', { name })
      expect(page).toMatchObject({
        id,
        field: 'Bookbinding',
        otherNames: ['Book binding'],
        people: 1,
      })
    }
    await ask('fields.add', { name: 'Law' })
    for (const [operation, input] of [
      ['fields.add', { name: 'book-BINDING' }],
      ['fields.rename', { which: 'law', name: 'bookbinding' }],
    ] as const) {
      expect(await refusal(operation, input)).toMatchObject({ code: 'name.already-taken' })
    }
    expect(await refusal('fields.rename', { which: 'law', name: '##' })).toMatchObject({
      code: 'name.empty',
    })
    expect(await refusal('fields.rename', { which: 'nope', name: 'x' })).toMatchObject({
      code: 'field.unknown',
    })
    const back = await ask('fields.rename', { which: 'bookbinding', name: 'Book binding' })
    expect(back).toMatchObject({ name: 'Book binding', otherNames: ['Bookbinding'] })
  })

  test('merged fields are one to every reader, and two again when it is taken back', async () => {
    const { ask, answer, refusal } = notebook()
    const a = await ask('fields.add', { name: 'River science' })
    const b = await ask('fields.add', { name: 'Hydrology' })
    const one = await person(notebook(), 'One', { fields: [{ field: a.id, kind: 'P' }] })
    const two = await person(notebook(), 'Two', { fields: [{ field: b.id, kind: 'S' }] })
    const talks = [await talkWith(notebook(), [one]), await talkWith(notebook(), [two])]
    await ask('notes.save', { id: talks[0], text: '" water remembers #river-science' })
    await ask('notes.save', { id: talks[1], text: '" so does mud #hydrology' })
    const { change } = await answer('fields.merge', { which: 'hydrology', into: 'River science' })
    const page = await ask('fields.show', { name: 'Hydrology' })
    expect(page).toMatchObject({ id: a.id, people: 2 })
    expect((await ask('fields.list')).fields.map(({ name }: Loose) => name)).not.toContain(
      'Hydrology',
    )
    expect((await ask('people.show', { id: two })).fields).toMatchObject([
      { name: 'River science' },
    ])
    expect((await ask('people.list', { field: a.id })).people).toHaveLength(2)
    expect((await ask('people.list', { field: b.id })).people).toHaveLength(2)
    expect(
      await refusal('fields.merge', { which: 'hydrology', into: 'River science' }),
    ).toMatchObject({ code: 'name.already-merged' })
    await ask('changes.undo', { id: change })
    expect(await ask('fields.show', { name: 'Hydrology' })).toMatchObject({ id: b.id, people: 1 })
    expect((await ask('people.list', { field: a.id })).people).toHaveLength(1)
  })

  test('a merged field keeps its note, which is opened from the page of the other', async () => {
    const { ask } = notebook()
    const kept = await ask('fields.add', { name: 'Letterpress' })
    const gone = await ask('fields.add', { name: 'Hand printing' })
    const note = { kind: 'field', id: gone.id }
    await ask('notes.save', { ...note, text: 'From the years before' })
    const { change } = await notebook().answer('fields.merge', {
      which: 'Hand printing',
      into: 'Letterpress',
    })
    const { notes } = await ask('fields.show', { name: 'Hand printing' })
    expect(notes).toEqual([{ field: gone.id, name: 'Hand printing' }])
    expect(await ask('notes.show', note)).toMatchObject({ text: 'From the years before' })

    await ask('notes.save', { kind: 'field', id: 'Hand printing', text: 'Since they are one' })
    expect((await ask('fields.show', { name: kept.id })).notes).toEqual([
      { field: kept.id, name: 'Letterpress' },
      { field: gone.id, name: 'Hand printing' },
    ])
    expect(await ask('notes.save', { ...note, text: 'Mended' })).toMatchObject({ text: 'Mended' })
    expect(await ask('notes.show', { kind: 'field', id: kept.id })).toMatchObject({
      text: 'Since they are one',
    })
    await ask('changes.undo', { id: change })
    expect((await ask('fields.show', { name: 'Hand printing' })).notes).toEqual([
      { field: gone.id, name: 'Hand printing' },
    ])
  })

  test('a field that comes back from the bin takes no name from another, and says so', async () => {
    const { ask, answer, documents } = notebook()
    const put = async (name: string) => {
      const { id } = await ask('fields.add', { name })
      await ask('fields.rename', { which: id, name: `${name} twice` })
      await ask('fields.rename', { which: id, name })
      await ask('fields.remove', { which: id })
      return id as string
    }
    const [first, second] = [await put('Tanning'), await put('Tanning')]
    const before = await documents()
    const now = await ask('fields.add', { name: 'tanning' })
    const { result, change } = await answer('bin.restore', { ids: [first, second] })
    expect(result).toMatchObject({
      changed: 2,
      renamed: [
        { kind: 'field', id: first, was: 'Tanning', name: 'Tanning (2)' },
        { kind: 'field', id: second, was: 'Tanning', name: 'Tanning (3)' },
      ],
    })
    const idOf = async (name: string) => (await ask('fields.show', { name })).id
    expect(await idOf('Tanning')).toBe(now.id)
    expect(await idOf('Tanning (2)')).toBe(first)
    // Only the first to come back leads there by the other name that both had.
    expect(await idOf('Tanning twice')).toBe(first)
    await ask('fields.merge', { which: first, into: 'Tanning' })
    expect(await idOf('Tanning (2)')).toBe(now.id)

    await ask('changes.undo', { id: (await ask('changes.list', {})).changes[0].id })
    await ask('changes.undo', { id: change })
    await ask('fields.remove', { which: now.id })
    await ask('bin.empty', { ids: [now.id] })
    expect(await documents()).toEqual(before)
    expect(await ask('bin.restore', { ids: [second] })).toMatchObject({ renamed: [] })
    expect(await idOf('Tanning')).toBe(second)
  })

  test('merged organisations are one, with everybody who was at either', async () => {
    const { ask, answer } = notebook()
    await person(notebook(), 'Ann', { roles: [{ organisation: 'City Archive' }] })
    await person(notebook(), 'Ben', { roles: [{ organisation: 'Archive of the City' }] })
    const { change } = await answer('organisations.merge', {
      which: 'Archive of the City',
      into: 'City Archive',
    })
    const shown = await ask('organisations.show', { which: 'archive of the city' })
    expect(shown).toMatchObject({ name: 'City Archive' })
    expect(shown.people.map(({ name }: Loose) => name)).toEqual(['Ann', 'Ben'])
    expect((await ask('people.list', { organisation: shown.id })).people).toHaveLength(2)
    const listed = await ask('organisations.list')
    expect(listed.organisations).toMatchObject([{ name: 'City Archive', people: 2 }])
    await person(notebook(), 'Cy', { roles: [{ organisation: 'archive of the CITY' }] })
    expect((await ask('organisations.show', { which: 'City Archive' })).people).toHaveLength(3)
    await ask('changes.undo', { id: change })
    expect((await ask('organisations.list')).organisations).toHaveLength(2)
  })

  test('lists of organisations page by name and begin where they are asked to', async () => {
    const { ask } = notebook()
    for (let at = 0; at < 9; at++) {
      await person(notebook(), `P${at}`, { roles: [{ organisation: `Zoo ${at}` }] })
    }
    const found: string[] = []
    let after: string | undefined
    do {
      const page = await ask('organisations.list', { text: 'zo', limit: 4, after })
      found.push(...page.organisations.map(({ name }: Loose) => name))
      after = page.next ?? undefined
    } while (after)
    expect(found).toEqual(Array.from({ length: 9 }, (_, at) => `Zoo ${at}`))
    await ask('organisations.rename', { which: 'Zoo 3', name: 'Menagerie' })
    expect(await ask('organisations.show', { which: 'zoo 3' })).toMatchObject({ name: 'Menagerie' })
  })

  test('topics are renamed and merged, and their lines go with them', async () => {
    const { ask, refusal } = notebook()
    const who = await person(notebook(), 'Topical')
    await ask('fields.add', { name: 'Clay' })
    const id = await talkWith(notebook(), [who])
    await ask('notes.save', { id, text: '" a #clay /kiln\n" b #clay /oven\n" c #clay /money' })
    const topics = async () =>
      (await ask('fields.show', { name: 'Clay' })).topics.map(({ name }: Loose) => name)
    expect((await topics()).toSorted()).toEqual(['Kiln', 'Oven', 'Pay'])
    await ask('topics.rename', { which: 'kiln', name: 'Fire' })
    await ask('topics.rename', { which: 'money', name: 'Wages' })
    expect((await topics()).toSorted()).toEqual(['Fire', 'Oven', 'Wages'])
    await ask('topics.merge', { which: 'oven', into: 'fire' })
    expect((await topics()).toSorted()).toEqual(['Fire', 'Wages'])
    const list = (await ask('topics.list')).topics
    expect(list.find(({ name }: Loose) => name === 'Fire')).toMatchObject({ lines: 2, own: true })
    expect(list.find(({ name }: Loose) => name === 'Wages')).toMatchObject({
      id: 'money',
      own: false,
    })
    expect(await refusal('topics.rename', { which: 'nowhere', name: 'x' })).toMatchObject({
      code: 'topic.unknown',
    })
    expect(await refusal('topics.merge', { which: 'fire', into: 'oven' })).toMatchObject({
      code: 'name.already-merged',
    })
    expect(await refusal('topics.merge', { which: 'skills', into: 'skills' })).toMatchObject({
      code: 'name.already-merged',
    })
  })
})
