import { beforeAll, describe, expect, test } from 'vitest'
import { onBothDatabases, person } from './notebook.ts'

const namesOf = (answer: { people: { name: string }[] }) => answer.people.map(({ name }) => name)

onBothDatabases('people are found by name', (notebook) => {
  beforeAll(async () => {
    for (const name of [
      'María José Núñez',
      'Zoë Østergård',
      'Łukasz Wójcik',
      'Jürgen Straßer',
      'Ruth Adeyemi',
      'Rut Adams',
      'Ruthie Okafor',
      'Александра Иванова',
      '田中 花子',
      'Ἀριστοτέλης Παπαδόπουλος',
      'حنان يوسف',
    ]) {
      await person(notebook(), name)
    }
  })

  const find = async (text: string) => namesOf(await notebook().ask('people.find', { text }))

  test.each([
    ['maria nunez', 'María José Núñez'],
    ['NÚÑEZ', 'María José Núñez'],
    ['zoe ostergard', 'Zoë Østergård'],
    ['lukasz wojcik', 'Łukasz Wójcik'],
    ['strasser', 'Jürgen Straßer'],
    ['александра', 'Александра Иванова'],
    ['ИВАНОВА', 'Александра Иванова'],
    ['αριστοτελης', 'Ἀριστοτέλης Παπαδόπουλος'],
    ['田中', '田中 花子'],
    ['花子', '田中 花子'],
    ['حنان', 'حنان يوسف'],
  ])('"%s" finds %s, whatever its accents, case and script', async (text, name) => {
    expect(await find(text)).toContain(name)
  })

  test.each([
    ['adeyimi', 'Ruth Adeyemi'],
    ['adeyem', 'Ruth Adeyemi'],
    ['adyeemi', 'Ruth Adeyemi'],
    ['nunes', 'María José Núñez'],
    ['okaffor', 'Ruthie Okafor'],
    ['iosterga', 'Zoë Østergård'],
  ])('"%s" finds %s in spite of a slip', async (text, name) => {
    expect(await find(text)).toContain(name)
  })

  test('the beginning of every word is enough, in any order', async () => {
    expect(await find('ade ru')).toContain('Ruth Adeyemi')
    expect(await find('nu mar jo')).toEqual(['María José Núñez'])
  })

  test('an exact name comes before one that begins so, and that before one with a slip', async () => {
    expect(await find('rut')).toEqual(['Rut Adams', 'Ruth Adeyemi', 'Ruthie Okafor'])
  })

  test('somebody called nothing like it is not found', async () => {
    expect(await find('quetzalcoatl')).toEqual([])
    expect(await find('ruth quetzalcoatl')).toEqual([])
  })

  test('signs that mean something to a database mean nothing here', async () => {
    for (const text of ['%', '_', '"', "'", '*', 'a OR b', ':*', '\\', '!!!']) {
      await expect(find(text)).resolves.toBeInstanceOf(Array)
    }
  })

  test('an empty question gives everybody, in order', async () => {
    expect(await find('')).toHaveLength(11)
  })
})

onBothDatabases('lists of people', (notebook) => {
  const everybody = async (filter: object = {}, limit = 7) => {
    const names: string[] = []
    let after: string | undefined
    do {
      const page = await notebook().ask('people.list', { ...filter, limit, after })
      names.push(...namesOf(page))
      after = page.next ?? undefined
    } while (after)
    return names
  }

  beforeAll(async () => {
    for (let at = 0; at < 215; at++) {
      const name = at % 3 === 0 ? 'Ana Ruiz' : `Person ${String(at).padStart(3, '0')}`
      const labels = at % 5 === 0 ? ['Fünfte'] : []
      const roles = at % 50 === 0 ? [{ organisation: 'City Archive' }] : []
      await person(notebook(), name, { labels, roles })
    }
  })

  test('paging gives everybody once, namesakes too, whatever the size of a page', async () => {
    const whole = namesOf(await notebook().ask('people.list', { limit: 200 }))
    for (const limit of [1, 7, 72, 73, 200]) {
      const names = await everybody({}, limit)
      expect(names).toHaveLength(215)
      expect(names.slice(0, 200)).toEqual(whole)
    }
    const ids = new Set<string>()
    for (let after: string | undefined, more = true; more; more = after !== undefined) {
      const page = await notebook().ask('people.list', { limit: 40, after })
      for (const { id } of page.people) ids.add(id)
      after = page.next ?? undefined
    }
    expect(ids.size).toBe(215)
  })

  test('people who come in between two pages push nobody out and bring nobody twice', async () => {
    const first = await notebook().ask('people.list', { limit: 100 })
    const added = await person(notebook(), 'Aaron First')
    const second = await notebook().ask('people.list', { limit: 200, after: first.next })
    expect(new Set([...first.people, ...second.people].map(({ id }) => id)).size).toBe(215)
    await notebook().ask('people.remove', { people: [added] })
  })

  test('a list of one label, one organisation, one field holds only these, page by page', async () => {
    const { ask } = notebook()
    expect(await everybody({ label: 'fünfte' })).toHaveLength(43)
    expect(await everybody({ label: 'FUNFTE' })).toHaveLength(43)
    const house = await ask('organisations.show', { which: 'city archive' })
    expect(house.people).toHaveLength(5)
    expect(await everybody({ organisation: house.id }, 2)).toHaveLength(5)
    const field = await ask('fields.add', { name: 'Law' })
    const some = (await ask('people.list', { limit: 3 })).people.map(({ id }: { id: string }) => id)
    await ask('people.place', { people: some, field: field.id, kind: 'P' })
    expect(await everybody({ field: field.id }, 2)).toHaveLength(3)
    expect(await everybody({ field: field.id, label: 'Fünfte' })).toHaveLength(1)
  })

  test('a list knows with whom you have spoken', async () => {
    const { ask } = notebook()
    const [one] = (await ask('people.list', { limit: 1 })).people
    const plan = await ask('conversations.plan', { people: [one.id] })
    expect(await everybody({ spoken: 'yes' })).toEqual([])
    await ask('conversations.step', { id: plan.id, kind: 'held', day: '2026-03-10' })
    expect((await ask('people.list', { spoken: 'yes' })).people).toMatchObject([
      { id: one.id, spokeOn: '2026-03-10' },
    ])
    expect(await everybody({ spoken: 'not-yet' }, 100)).toHaveLength(214)
  })

  test('a search pages through all it finds, and ends', async () => {
    const found = new Set<string>()
    let after: string | undefined
    do {
      const page = await notebook().ask('people.find', { text: 'person', limit: 25, after })
      for (const { id } of page.people) found.add(id)
      after = page.next ?? undefined
    } while (after)
    expect(found.size).toBe(143)
  })

  test('a cursor that nobody gave out does no harm', async () => {
    for (const after of ['%', 'a', 'a~b~c', '~', '%E0%A4%A']) {
      await expect(notebook().ask('people.list', { after })).resolves.toHaveProperty('people')
      await expect(notebook().ask('people.find', { text: 'ana', after })).resolves.toHaveProperty(
        'people',
      )
    }
  })
})

onBothDatabases('the order of names', (notebook) => {
  test('is the same everywhere: by folded letters, other scripts after Latin, nameless last', async () => {
    const names = [
      'zoë',
      'Ángel',
      'anna',
      'Ana',
      'Östen',
      'Oscar',
      'Яна',
      '山田',
      '§ 12',
      '42 Studio',
    ]
    for (const name of names) await person(notebook(), name)
    expect(namesOf(await notebook().ask('people.list'))).toEqual([
      '42 Studio',
      'Ana',
      'Ángel',
      'anna',
      'Oscar',
      'Östen',
      'zoë',
      'Яна',
      '山田',
      '§ 12',
    ])
  })
})

describe('one person', () => {
  onBothDatabases('is written down and changed', (notebook) => {
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
      const added = await ask('people.add', full)
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
      const added = await ask('people.add', { ...full, name: 'Kept Sources' })
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
      expect(
        await refusal('people.add', { name: 'A', meeting: { through: nobody } }),
      ).toMatchObject({ code: 'person.unknown' })
      expect(await refusal('people.add', { name: 'A', fields: [{ field: nobody }] })).toMatchObject(
        { code: 'field.unknown' },
      )
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
