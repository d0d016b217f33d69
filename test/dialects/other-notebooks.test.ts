import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { file } from './contacts-files.ts'
import { type Loose, onBothDatabases } from './notebook.ts'

const fixture = (name: string) =>
  readFileSync(join(import.meta.dirname, '../fixtures', name), 'utf8')

const fields = (report: Loose, which: 'kept' | 'lost') =>
  report.byField.filter((one: Loose) => one[which] > 0).map(({ field }: Loose) => field)

/** Every filled value of a document, counted by somebody who knows nothing of our readers. */
function leaves(value: unknown): number {
  if (value === null || value === '') return 0
  if (typeof value !== 'object') return 1
  return Object.values(value).reduce((sum: number, one) => sum + leaves(one), 0)
}

const plain = (values: Loose[]) =>
  values.map((value) => ({ ...value, sources: null, organisationId: null }))

onBothDatabases('exports of other notebooks', (notebook) => {
  const bring = async (name: string, text = fixture(name), more: object = {}) =>
    (await notebook().answer('contacts.import', { files: [await file(name, text)], ...more }))
      .result.files[0]
  const shown = async (text: string) => {
    const [found] = (await notebook().ask('people.find', { text })).people
    return notebook().ask('people.show', { id: found.id })
  }
  const noteOf = async (id: string) =>
    (await notebook().ask('notes.show', { kind: 'person', id })).text

  test('Monica: people come with all that is theirs, and every field is accounted for', async () => {
    const report = await bring('monica.json')
    expect(report).toMatchObject({ read: 2, created: 2, exchanges: 5, problem: null })
    const { properties, understood, kept, byField } = report
    const lost = byField.reduce((sum: number, one: Loose) => sum + one.lost, 0)
    expect(understood + kept + lost).toBe(properties)
    const contacts = JSON.parse(fixture('monica.json')).account.data.find(
      ({ type }: Loose) => type === 'contact',
    )
    const metadata = contacts.values.flatMap(({ data }: Loose) => data).length * 2
    expect(understood + kept).toBe(leaves(contacts.values) - metadata)
    for (const field of ['reminder', 'task', 'gift', 'debt', 'life_event', 'pet', 'photo']) {
      expect(fields(report, 'kept').join()).toContain(`data.${field}.`)
    }
    expect(fields(report, 'lost').toSorted()).toEqual(['account.properties', 'photo', 'user'])
    const irene = await shown('irene campos')
    expect(irene).toMatchObject({
      name: 'Irene Luz Campos',
      line: 'Organ builder, Campos e Hijas',
      labels: ['music', 'craft'],
      words: 'sibling: Bruno Campos\n\nRepairs organs',
      dates: [{ what: 'birthday', date: '1971' }],
      places: [{ label: 'workshop', locality: 'Cuenca' }],
      meeting: { day: '2018-06-05', words: 'At the organ in Cuenca', throughName: 'Bruno Campos' },
      lastExchange: { day: '2024-03-09', channel: 'met' },
      exchanges: 4,
    })
    expect(irene.channels.map(({ kind, value }: Loose) => `${kind} ${value}`)).toEqual([
      'mail irene@campos.example',
      'phone +34 969 000 111',
      'link https://organs.example/irene',
    ])
    expect(await noteOf(irene.id)).toBe(
      [
        '2019-05-06',
        '"Wood moves for years"',
        '! Visit in winter',
        '2020-12-24',
        'Concert (went to a concert)',
        'In the cathedral',
        '2021-01-01',
        'About an apprenticeship',
        '2022-07-08',
        'Me: Shall we meet?',
        'They: Gladly',
      ].join('\n'),
    )
    expect((await shown('bruno campos')).dates).toMatchObject([{ date: '--08-14' }])
  })

  test('Nametag: people come with all that is theirs, and every field is accounted for', async () => {
    const report = await bring('nametag.json')
    expect(report).toMatchObject({ read: 2, created: 2, exchanges: 1, problem: null })
    const { properties, understood, kept, byField } = report
    const lost = byField.reduce((sum: number, one: Loose) => sum + one.lost, 0)
    expect(understood + kept + lost).toBe(properties)
    expect(understood + kept).toBe(leaves(JSON.parse(fixture('nametag.json')).people))
    expect(fields(report, 'lost').toSorted()).toEqual([
      'customFieldTemplates',
      'groups',
      'journalEntries',
      'relationshipTypes',
      'user',
    ])
    expect(fields(report, 'kept')).toContain('customFieldValues.value')
    const nuria = await shown('nuria pardo')
    expect(nuria).toMatchObject({
      name: 'Nuria Pardo Sanz',
      line: 'Pilot, Harbour Office',
      labels: ['Rowing'],
      words: 'To you: Friend\n\nColleague: Xoán Rey (same shift)\n\nKnows every bar of sand',
      places: [{ street: 'Muelle 3\n2 B', locality: 'Vigo', postcode: '36201' }],
      lastExchange: { day: '2026-01-10' },
    })
    expect(nuria.dates).toMatchObject([
      { what: 'birthday', date: '--03-09' },
      { what: 'anniversary', date: '2015-06-20' },
    ])
    expect(nuria.channels.map(({ kind, label }: Loose) => [kind, label])).toEqual([
      ['mail', 'work'],
      ['phone', 'mobile'],
      ['link', 'blog'],
      ['message', 'signal'],
    ])
    expect(await noteOf(nuria.id)).toBe('2025-12-01 On the water: Both at the oars')
  })

  test('brought in twice they change nothing; taken out, they are gone with notes and days of contact', async () => {
    const { ask, documents } = notebook()
    const before = await documents()
    for (const name of ['monica.json', 'nametag.json']) {
      expect(await bring(name)).toMatchObject({
        created: 0,
        changed: 0,
        unchanged: 2,
        exchanges: 0,
      })
    }
    expect(await documents()).toEqual(before)
    const { imports } = await ask('contacts.imports')
    const monica = imports.find(({ format }: Loose) => format === 'monica')
    expect(await ask('contacts.undo-import', { id: monica.id })).toMatchObject({
      people: 2,
      exchanges: 5,
    })
    expect((await ask('people.find', { text: 'campos' })).people).toEqual([])
    expect(await bring('monica.json')).toMatchObject({ created: 2, exchanges: 5 })
    expect((await shown('irene campos')).meeting).toMatchObject({ throughName: 'Bruno Campos' })
  })

  test('people given out as JSON come back into another notebook as they were', async () => {
    const { ask, answer } = notebook()
    const { text } = await ask('contacts.export', { format: 'json' })
    let given = ''
    for await (const piece of text) given += piece
    const mateo = { who: 'mateo' as const }
    const files = [await file('people.json', given)]
    const { result } = await answer('contacts.import', { files }, mateo)
    expect(result.files).toMatchObject([{ created: 4, problem: null }])
    const [found] = (await ask('people.find', { text: 'nuria' }, mateo)).people
    const there = await ask('people.show', { id: found.id }, mateo)
    const here = await shown('nuria pardo')
    for (const part of ['name', 'line', 'labels', 'words']) expect(there[part]).toEqual(here[part])
    for (const part of ['names', 'channels', 'places', 'dates', 'roles']) {
      expect(plain(there[part])).toEqual(plain(here[part]))
    }
    const again = await answer('contacts.import', { files }, mateo)
    expect(again.result.files).toMatchObject([{ created: 0, unchanged: 4 }])
  })

  test('JSON of no program we know, and JSON cut short, are a sentence each', async () => {
    const { refusal } = notebook()
    const cut = fixture('monica.json').slice(0, 2000)
    for (const text of ['{"a":1}', '[1,2]', '{', cut, '{"people":[', '[[[[']) {
      expect(
        await refusal('contacts.import', { files: [await file('x.json', text)] }),
      ).toMatchObject({
        code: 'file.unreadable',
        says: expect.stringMatching(/JSON|cut short: .* in line \d+/),
      })
    }
  })
})
