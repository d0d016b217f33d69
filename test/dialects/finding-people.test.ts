import { beforeAll, expect, test } from 'vitest'
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
