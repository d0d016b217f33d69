import { expect, test } from 'vitest'
import { type Loose, onBothDatabases, person } from './notebook.ts'

const valuesIn = (one: Loose) => one.channels.map(({ value, label }: Loose) => [value, label])
const subject = (id: string) => ({ kind: 'person', id })
const idsOf = (answer: Loose): string[] => answer.people.map(({ id }: Loose) => id)

onBothDatabases('people are merged', (notebook) => {
  test('two become one under the first, with all that both say, found by either name', async () => {
    const { ask } = notebook()
    const a = await person(notebook(), 'Robert Ruiz', {
      channels: [{ kind: 'mail', value: 'rob@work.example' }],
      labels: ['Archive'],
      words: 'Tall.',
    })
    const b = await person(notebook(), 'Bob Ruíz', {
      channels: [{ kind: 'mail', value: 'bob@home.example' }],
      labels: ['archive', 'Choir'],
      words: 'Sings.',
    })
    const merged = await ask('people.merge', { people: [a, b] })
    expect(merged).toMatchObject({
      id: a,
      name: 'Robert Ruiz',
      merged: [b],
      bond: expect.any(String),
      already: false,
      labels: ['Archive', 'Choir'],
      words: 'Tall.\n\nSings.',
      records: [
        { id: a, name: 'Robert Ruiz', words: 'by hand', since: '2026-03-11' },
        { id: b, name: 'Bob Ruíz' },
      ],
    })
    expect(merged.channels.map(({ value }: Loose) => value)).toEqual([
      'rob@work.example',
      'bob@home.example',
    ])
    const { merged: _merged, bond: _bond, already: _already, ...shown } = merged
    expect(await ask('people.show', { id: b })).toEqual(shown)
    expect(idsOf(await ask('people.list'))).toEqual([a])
    expect(idsOf(await ask('people.find', { text: 'bob' }))).toEqual([a])
    expect(idsOf(await ask('people.list', { label: 'choir' }))).toEqual([a])
  })

  test('the history tells the changes of all records, and whose each was', async () => {
    const { ask } = notebook()
    const a = await person(notebook(), 'Ottilie Berg')
    const b = await person(notebook(), 'Tilly Berg')
    await ask('people.change', { id: b, words: 'hers' })
    await ask('people.merge', { people: [a, b] })
    await ask('people.label', { people: [a], add: ['Loom'] })
    await ask('people.remove', { people: [a] })
    for (const id of [a, b]) {
      const { changes } = await ask('changes.list', { thing: id })
      const told = changes.map(({ operation, whose }: Loose) => [
        operation,
        whose.map(({ name }: Loose) => name),
      ])
      expect(told).toEqual([
        ['people.remove', ['Ottilie Berg', 'Tilly Berg']],
        ['people.label', ['Ottilie Berg']],
        ['people.merge', []],
        ['people.change', ['Tilly Berg']],
        ['people.add', ['Tilly Berg']],
        ['people.add', ['Ottilie Berg']],
      ])
    }
    const { changes } = await ask('changes.list')
    expect(changes.every(({ whose }: Loose) => whose.length === 0)).toBe(true)
  })

  test('un-merging gives both back as they were', async () => {
    const { ask } = notebook()
    const a = await person(notebook(), 'Ada One', { labels: ['x'] })
    const b = await person(notebook(), 'Ada Two', { words: 'hers' })
    const [before, other] = [
      await ask('people.show', { id: a }),
      await ask('people.show', { id: b }),
    ]
    await ask('people.merge', { people: [a, b] })
    const { people, undecided } = await ask('people.unmerge', { id: b })
    expect(undecided).toEqual([])
    expect(people).toEqual([before, other])
    expect(idsOf(await ask('people.find', { text: 'ada' }))).toEqual([a, b])
  })

  test('a conversation from before goes back, one from since is asked about and given', async () => {
    const { ask } = notebook()
    const a = await person(notebook(), 'Kim Old')
    const b = await person(notebook(), 'Kim New')
    const c1 = (await ask('conversations.plan', { people: [a], link: 'x' })).id
    const c2 = (await ask('conversations.plan', { people: [b], link: 'y' })).id
    await ask('people.merge', { people: [a, b] })
    const c3 = (await ask('conversations.plan', { people: [a], link: 'z' })).id
    const list = await ask('conversations.list', { person: b })
    expect(new Set(list.conversations.map(({ id }: Loose) => id))).toEqual(new Set([c1, c2, c3]))
    expect((await ask('conversations.show', { id: c2 })).people).toMatchObject([{ id: a }])
    const preview = await ask('people.parting', { id: a })
    expect(preview.undecided).toMatchObject([{ kind: 'conversation', id: c3, with: a }])
    const after = await ask('people.unmerge', { id: a })
    expect(after.undecided).toEqual(preview.undecided)
    const open = await ask('people.parting', { id: b })
    expect(open.undecided).toEqual(preview.undecided)
    expect(open.members.map(({ id }: Loose) => id)).toEqual(expect.arrayContaining([a, b]))
    await ask('people.assign', { to: b, things: [c3] })
    const of = async (id: string) =>
      (await ask('conversations.list', { person: id })).conversations.map((one: Loose) => one.id)
    expect(await of(a)).toEqual([c1])
    expect(new Set(await of(b))).toEqual(new Set([c2, c3]))
    expect((await ask('people.parting', { id: a })).undecided).toEqual([])
  })
})

onBothDatabases('somebody who stands in two records', (notebook) => {
  const two = async () => {
    const { ask } = notebook()
    const a = await person(notebook(), 'Vera Lind', {
      channels: [{ kind: 'phone', value: '+46 70 1', label: 'work' }],
      words: 'Weaves.',
      fields: [],
    })
    const b = await person(notebook(), 'V. Lindqvist', {
      channels: [{ kind: 'phone', value: '+46 70 2', label: 'home' }],
      words: 'Has a loom.',
      consent: { notes: 'facts', sharing: 'yes' },
    })
    await ask('people.merge', { people: [a, b] })
    return { a, b }
  }
  const alone = async (id: string): Promise<Loose> => {
    const rows: Loose[] = ((await notebook().documents())['people'] ?? []).map((row) =>
      JSON.parse(row),
    )
    return JSON.parse(rows.find((row) => row.id === id).doc)
  }

  test('is changed where each value stands, and what is new goes to the one who was kept', async () => {
    const { ask } = notebook()
    const { a, b } = await two()
    const { channels } = await ask('people.show', { id: a })
    await ask('people.change', {
      id: a,
      channels: [
        channels[0],
        { ...channels[1], label: 'cell', sources: undefined },
        { kind: 'mail', value: 'vera@x.example' },
      ],
      words: 'Weaves.\nBy hand.\n\nHas two looms.',
    })
    expect(valuesIn(await alone(a))).toEqual([
      ['+46 70 1', 'work'],
      ['vera@x.example', null],
    ])
    expect(valuesIn(await alone(b))).toEqual([['+46 70 2', 'cell']])
    expect((await alone(a)).words).toBe('Weaves.\nBy hand.')
    expect((await alone(b)).words).toBe('Has two looms.')
    await ask('people.label', { people: [b], add: ['Weavers'] })
    await ask('people.label', { people: [a], add: ['weavers', 'Guild'] })
    expect((await alone(a)).labels).toMatchObject([{ word: 'Guild' }])
    expect((await alone(b)).labels).toMatchObject([{ word: 'Weavers' }])
    expect((await ask('people.show', { id: b })).labels).toEqual(['Guild', 'Weavers'])
    await ask('people.label', { people: [a], remove: ['Weavers', 'Guild'] })
    expect((await ask('people.show', { id: b })).labels).toEqual([])
  })

  test('holds to the narrowest answer, and an answer given meanwhile widens nobody’s', async () => {
    const { ask } = notebook()
    const { a, b } = await two()
    expect((await ask('people.show', { id: a })).consent).toMatchObject({
      notes: 'facts',
      naming: 'not-asked',
      sharing: 'not-asked',
    })
    const answer = { notes: 'yes', naming: 'none', sharing: 'yes', said: 'aloud' }
    await ask('people.change', { id: a, consent: answer })
    expect((await ask('people.show', { id: b })).consent).toMatchObject({ notes: 'yes' })
    const { undecided } = await ask('people.unmerge', { id: b })
    expect(undecided).toMatchObject([{ kind: 'consent', with: a }])
    expect((await alone(a)).consent).toMatchObject({ notes: 'not-asked', naming: 'none' })
    expect((await alone(b)).consent).toMatchObject({
      notes: 'facts',
      naming: 'none',
      sharing: 'yes',
    })
    await ask('people.assign', { to: b, things: [undecided[0].id] })
    expect((await alone(b)).consent).toMatchObject({ notes: 'yes', naming: 'none', sharing: 'yes' })
  })

  test('is named in a captured line by either name, and the line goes with the one named', async () => {
    const { ask } = notebook()
    const [a, b] = [await person(notebook(), 'Pia Holm'), await person(notebook(), 'Q. Holmgren')]
    await ask('people.merge', { people: [a, b] })
    const { conversation, made } = await ask('conversations.capture', {
      text: 'Q. Holmgren: ! count the threads',
    })
    expect(made.people).toEqual([])
    expect(conversation.people).toMatchObject([{ id: a }])
    const { undecided } = await ask('people.unmerge', { id: a })
    expect(undecided).toEqual([])
    const { conversations } = await ask('conversations.list', { person: b })
    expect(conversations.map(({ id }: Loose) => id)).toEqual([conversation.id])
  })

  test('is heard twice in one day under two names, and each name keeps its own words', async () => {
    const { ask } = notebook()
    const a = await person(notebook(), 'Maximilian Weber')
    const b = await person(notebook(), 'Max Weber')
    await ask('people.merge', { people: [a, b] })
    const say = (text: string) => ask('conversations.capture', { text })
    const { conversation: first } = await say('met Max Weber: ! go to the archive first')
    const { conversation: second } = await say('met Maximilian Weber: " paper lasts')
    const { conversation: third } = await say('met Max Weber: = it is damp')
    expect([second.id === first.id, third.id]).toEqual([false, first.id])
    await ask('people.unmerge', { id: b })
    const told = async (id: string) => (await ask('notes.show', { id })).text
    expect((await ask('conversations.show', { id: first.id })).people).toMatchObject([{ id: b }])
    expect((await ask('conversations.show', { id: second.id })).people).toMatchObject([{ id: a }])
    expect(await told(first.id)).not.toContain('paper lasts')
    expect(await told(second.id)).toContain('paper lasts')
  })

  test('has one note, and each line of it goes back to where it stood', async () => {
    const { ask } = notebook()
    const a = await person(notebook(), 'Note One')
    const b = await person(notebook(), 'Note Two')
    await ask('notes.save', { ...subject(a), text: 'of one' })
    await ask('notes.save', { ...subject(b), text: 'of two\n% closed' })
    await ask('people.merge', { people: [a, b] })
    const shown = await ask('notes.show', { ...subject(b), offRecord: true })
    expect(shown).toMatchObject({ text: 'of one\nof two\n% closed', subject: { id: a } })
    await ask('notes.save', {
      ...subject(a),
      text: 'of one\nof two, put right\nsince\n% closed',
      since: shown.revision,
    })
    const preview = await ask('people.parting', { id: b })
    expect(preview.undecided).toMatchObject([{ kind: 'line', words: 'since' }])
    const since = preview.undecided[0].id
    await ask('people.unmerge', { id: b, give: [{ thing: since, to: a }] })
    const text = async (id: string) =>
      (await ask('notes.show', { ...subject(id), offRecord: true })).text
    expect(await text(a)).toBe('of one\nsince')
    expect(await text(b)).toBe('of two, put right\n% closed')
  })

  test('goes into the bin and comes back as one, and leaves nothing when removed for good', async () => {
    const { ask, refusal } = notebook()
    const { a, b } = await two()
    expect(await ask('people.remove', { people: [b] })).toEqual({ changed: 1 })
    expect((await ask('bin.list')).things.map(({ id }: Loose) => id)).toEqual([a])
    await ask('bin.restore', { ids: [a] })
    expect((await ask('people.show', { id: b })).records).toHaveLength(2)
    await ask('people.remove', { people: [a] })
    await ask('bin.empty', { ids: [a] })
    expect(await refusal('people.show', { id: b })).toMatchObject({ code: 'person.unknown' })
    expect(JSON.stringify(await notebook().documents())).not.toContain(b)
  })
})

onBothDatabases('three who are one', (notebook) => {
  const three = async () => {
    const people: string[] = []
    for (const name of ['Kit One', 'Kit Two', 'Kit Three']) {
      people.push(await person(notebook(), name))
    }
    return people as [string, string, string]
  }

  test('one is taken out and the others stay, whichever it is', async () => {
    const { ask } = notebook()
    for (const [leaves, head] of [
      [0, 1],
      [1, 0],
      [2, 0],
    ] as const) {
      const people = await three()
      await ask('people.merge', { people })
      await ask('people.unmerge', { id: people[leaves], only: true })
      const rest = people.filter((one) => one !== people[leaves])
      for (const one of rest) {
        const { id, records } = await ask('people.show', { id: one })
        expect(id).toBe(people[head])
        expect(records.map((record: Loose) => record.id)).toEqual(rest)
      }
      expect((await ask('people.show', { id: people[leaves] })).records).toBeUndefined()
    }
  })

  test('by the one who was kept all are parted', async () => {
    const { ask } = notebook()
    const [a, b, c] = await three()
    await ask('people.merge', { people: [b, c] })
    await ask('people.merge', { people: [a, b] })
    expect((await ask('people.show', { id: c })).id).toBe(a)
    const { people } = await ask('people.unmerge', { id: a })
    expect(idsOf({ people })).toEqual([a, b, c])
  })

  test('merges are taken back in any order', async () => {
    const { ask, answer } = notebook()
    const [a, b, c] = await three()
    const first = await answer('people.merge', { people: [b, c] })
    await ask('people.merge', { people: [a, b] })
    await ask('changes.undo', { id: first.change })
    expect((await ask('people.show', { id: b })).id).toBe(a)
    expect((await ask('people.show', { id: c })).records).toBeUndefined()
  })
})
