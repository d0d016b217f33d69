import { expect, test } from 'vitest'
import { onBothDatabases, person } from './notebook.ts'

const namesOf = (answer: { people: { name: string }[] }) => answer.people.map(({ name }) => name)

onBothDatabases('one person is written down and changed', (notebook) => {
  const full = {
    name: 'Ruth Adeyemi',
    names: [
      { part: 'given', text: 'Ruth' },
      { part: 'pronunciation', text: 'rooth' },
    ],
    roles: [{ title: 'Paper conservator', organisation: 'City Archive', from: '2019' }],
    channels: [
      { kind: 'mail', value: 'ruth@archive.example', label: 'work', preferred: true },
      { kind: 'phone', value: '+34 600 000 000' },
    ],
    places: [{ locality: 'Sevilla', country: 'España' }],
    dates: [{ what: 'birthday', date: '--04-12' }],
    labels: ['Conservation', 'conservation', 'Friend'],
    meeting: { day: '2025-11-02', place: 'A reading room', words: 'the torn map' },
    words: 'Talks with her hands.',
    consent: { notes: 'yes', naming: 'role' },
  }

  test('everything written about somebody is shown again as it was written', async () => {
    const { ask } = notebook()
    const { twins: _twins, ...added } = await ask('people.add', full)
    const shown = await ask('people.show', { id: added.id })
    expect(shown).toEqual(added)
    expect(shown).toMatchObject({
      name: 'Ruth Adeyemi',
      line: 'Paper conservator, City Archive',
      labels: ['conservation', 'Friend'],
      channels: [{ value: 'ruth@archive.example', preferred: true }, { label: null }],
      meeting: { day: '2025-11-02', through: null, throughName: null, words: 'the torn map' },
      consent: { notes: 'yes', naming: 'role', sharing: 'not-asked', on: '2026-03-11' },
      words: 'Talks with her hands.',
      binnedOn: null,
    })
    expect(shown.roles[0].organisationId).toBe(
      (await ask('organisations.show', { which: 'City Archive' })).id,
    )
  })

  test('what a change leaves out stays, and values keep where they came from', async () => {
    const { ask, clock } = notebook()
    const { twins: _twins, ...added } = await ask('people.add', {
      ...full,
      name: 'Kept Sources',
    })
    clock.pass(48)
    const changed = await ask('people.change', {
      id: added.id,
      channels: [...added.channels, { kind: 'link', value: 'https://ruth.example' }],
    })
    expect(changed.channels.map(({ sources }: { sources: unknown }) => sources)).toEqual([
      [{ by: 'hand', on: '2026-03-11' }],
      [{ by: 'hand', on: '2026-03-11' }],
      [{ by: 'hand', on: '2026-03-13' }],
    ])
    expect({ ...changed, channels: added.channels }).toEqual(added)
  })

  test('a change that changes nothing is no change', async () => {
    const { ask, answer, revision } = notebook()
    const added = await ask('people.add', { name: 'Same Again', words: 'x' })
    const before = await revision()
    const { change } = await answer('people.change', { id: added.id, words: 'x' })
    expect(change).toBeNull()
    expect(await revision()).toBe(before)
  })

  test('who is unknown is refused, and so is an id that somebody has', async () => {
    const { ask, refusal } = notebook()
    const nobody = '0190a000-0000-7000-8000-00000000ffff'
    expect(await refusal('people.show', { id: nobody })).toMatchObject({ code: 'person.unknown' })
    expect(await refusal('people.change', { id: nobody })).toMatchObject({
      code: 'person.unknown',
    })
    expect(await refusal('people.add', { name: 'A', meeting: { through: nobody } })).toMatchObject({
      code: 'person.unknown',
    })
    expect(await refusal('people.add', { name: 'A', fields: [{ field: nobody }] })).toMatchObject({
      code: 'field.unknown',
    })
    const { id } = await ask('people.add', { name: 'Taken' })
    expect(await refusal('people.add', { id, name: 'Other' })).toMatchObject({
      code: 'person.already-there',
    })
    expect(await ask('people.show', { id })).toMatchObject({ name: 'Taken' })
  })

  test('a new full name is found, the old one is not', async () => {
    const { ask } = notebook()
    const id = await person(notebook(), 'Ottoline Quill')
    await ask('people.change', { id, name: 'Ottoline Brandt' })
    expect(namesOf(await ask('people.find', { text: 'brandt' }))).toEqual(['Ottoline Brandt'])
    expect(namesOf(await ask('people.find', { text: 'quill' }))).toEqual([])
  })

  test('very long words, and signs that no text has, are kept alike', async () => {
    const { ask } = notebook()
    const long = Array.from({ length: 1900 }, (_, at) => String.fromCodePoint(0x4e00 + at * 7))
    const name = long.join('')
    const id = await person(notebook(), name, { labels: [name], roles: [{ organisation: name }] })
    expect(await ask('people.show', { id })).toMatchObject({ name, labels: [name] })
    expect((await ask('people.list', { label: name })).people).toHaveLength(1)
    const odd = await person(notebook(), 'Nul\u0000 Lone\ud800', { words: 'a\u0000b' })
    expect((await ask('people.show', { id: odd })).name).toMatch(/^Nul.? Lone/u)
    expect(await ask('people.list', { label: 'a\u0000' })).toMatchObject({ people: [] })
  })
})

onBothDatabases('several people at once', (notebook) => {
  const several = (names: string[]) =>
    Promise.all(names.map((name) => person(notebook(), name))).then((ids) => ids)

  test('labels go on and come off, and count only who was changed', async () => {
    const { ask } = notebook()
    const people = await several(['One', 'Two', 'Three'])
    expect(await ask('people.label', { people, add: ['Book Club'] })).toEqual({ changed: 3 })
    expect(await ask('people.label', { people, add: ['book club'] })).toEqual({ changed: 0 })
    expect(await ask('people.label', { people: people.slice(1), remove: ['BOOK club'] })).toEqual({
      changed: 2,
    })
    expect(await ask('people.labels')).toEqual({ labels: [{ label: 'Book Club', people: 1 }] })
  })

  test('a field is given with a chair, changed and taken away', async () => {
    const { ask, refusal } = notebook()
    const people = await several(['Four', 'Five'])
    const { id: field } = await ask('fields.add', { name: 'Pottery' })
    expect(await ask('people.place', { people, field, kind: 'N' })).toEqual({ changed: 2 })
    expect(await ask('people.place', { people, field, kind: 'N' })).toEqual({ changed: 0 })
    expect(await ask('people.place', { people, field, kind: 'S' })).toEqual({ changed: 2 })
    expect((await ask('people.show', { id: people[0] })).fields).toEqual([
      { field, name: 'Pottery', kind: 'S' },
    ])
    expect(await ask('people.place', { people, field, remove: true })).toEqual({ changed: 2 })
    expect(await ask('people.place', { people, field, remove: true })).toEqual({ changed: 0 })
    expect(await refusal('people.place', { people, field: people[0] })).toMatchObject({
      code: 'field.unknown',
    })
  })

  test('who goes into the bin is neither listed nor found, and can still be read', async () => {
    const { ask } = notebook()
    const people = await several(['Quentin Gone', 'Quilla Gone'])
    expect(await ask('people.remove', { people })).toEqual({ changed: 2 })
    expect(await ask('people.remove', { people })).toEqual({ changed: 0 })
    expect(namesOf(await ask('people.find', { text: 'quentin' }))).toEqual([])
    expect(namesOf(await ask('people.list', { limit: 200 }))).not.toContain('Quentin Gone')
    expect(await ask('people.show', { id: people[0] })).toMatchObject({ binnedOn: '2026-03-11' })
  })

  test('one unknown among them, and nothing is done to anybody', async () => {
    const { ask, refusal } = notebook()
    const people = [...(await several(['Safe'])), '0190a000-0000-7000-8000-00000000ffff']
    for (const [operation, more] of [
      ['people.label', { add: ['x'] }],
      ['people.remove', {}],
    ] as const) {
      expect(await refusal(operation, { people, ...more })).toMatchObject({
        code: 'person.unknown',
      })
    }
    expect(await ask('people.show', { id: people[0] })).toMatchObject({
      labels: [],
      binnedOn: null,
    })
  })
})
