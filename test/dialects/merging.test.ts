import { expect, test } from 'vitest'
import { type Loose, onBothDatabases, person } from './notebook.ts'

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
