import { beforeAll, expect, test } from 'vitest'
import { file, google, ruth, tomasz } from './contacts-files.ts'
import { type Loose, type Manner, onBothDatabases, openNotebook } from './notebook.ts'

const plain = (shown: Loose) => ({
  name: shown.name,
  roles: shown.roles.map(({ title, organisation }: Loose) => [title, organisation]),
  channels: shown.channels.map(({ kind, value }: Loose) => [kind, value]).toSorted(),
  labels: shown.labels.toSorted(),
  words: shown.words,
  dates: shown.dates.map(({ date }: Loose) => date),
})

onBothDatabases('people given out', (notebook) => {
  const text = async (format: string, manner?: Manner) => {
    const sent = await notebook().ask('contacts.export', { format }, manner)
    let whole = ''
    for await (const piece of sent.text) whole += piece
    return { ...sent, whole }
  }

  beforeAll(async () => {
    await notebook().ask('contacts.import', {
      files: [await file('a.vcf', ruth + tomasz), await file('b.csv', google)],
    })
  })

  async function everybody(manner?: Manner) {
    const { ask } = notebook()
    const { people } = await ask('people.list', { limit: 200 }, manner)
    const all = []
    for (const { id } of people) all.push(plain(await ask('people.show', { id }, manner)))
    return all
  }

  test.each([
    ['vcard3', 'vcf', 'text/vcard; charset=utf-8'],
    ['jcard', 'json', 'application/vcard+json'],
    ['vcard4', 'vcf', 'text/vcard; charset=utf-8'],
    ['csv', 'csv', 'text/csv; charset=utf-8'],
  ])(
    'as %s and brought into a fresh notebook are the same people',
    async (format, ending, mediaType) => {
      const sent = await text(format)
      expect(sent).toMatchObject({ name: `people-2026-03-11.${ending}`, mediaType })
      const other = await openNotebook(notebook().dialect, 9)
      try {
        const { files } = await other.ask('contacts.import', {
          files: [await file(sent.name, sent.whole)],
        })
        expect(files).toMatchObject([{ created: 4, lost: [] }])
        const { people } = await other.ask('people.list', { limit: 200 })
        const all = []
        for (const { id } of people) all.push(plain(await other.ask('people.show', { id })))
        expect(all).toEqual(await everybody())
      } finally {
        await other.close()
      }
    },
  )

  test('as cards hold what nobody understood, word for word', async () => {
    for (const format of ['vcard3', 'vcard4']) {
      expect((await text(format)).whole).toMatch(/X-UNKNOWN-THING;X-PARAM=y:kept word for word/i)
    }
  })

  test('as JSON are one document, and only those asked for if some are', async () => {
    const { ask } = notebook()
    const { whole } = await text('json')
    expect(
      JSON.parse(whole)
        .people.map(({ name }: Loose) => name)
        .toSorted(),
    ).toEqual(['Ana Ruiz', 'Hana Kováčová', 'Ruth Adeyemi', 'Tomasz Wilk'])
    const [{ id }] = (await ask('people.find', { text: 'tomasz' })).people
    const sent = await ask('contacts.export', { format: 'json', people: [id] })
    let some = ''
    for await (const piece of sent.text) some += piece
    expect(JSON.parse(some).people).toMatchObject([{ id, name: 'Tomasz Wilk' }])
  })

  test('as JSON come back as many, also two of whom the same is known', async () => {
    const { ask } = notebook()
    const twins = [
      await ask('people.add', { name: 'Twin' }),
      await ask('people.add', { name: 'Twin' }),
    ]
    const { whole } = await text('json')
    const other = await openNotebook(notebook().dialect, 9)
    try {
      const again = { files: [await file('people.json', whole)] }
      expect((await other.ask('contacts.import', again)).files).toMatchObject([{ created: 6 }])
      expect((await other.ask('contacts.import', again)).files).toMatchObject([
        { created: 0, changed: 0, unchanged: 6 },
      ])
    } finally {
      await other.close()
      await ask('people.remove', { people: twins.map(({ id }) => id) })
    }
  })

  test('leave out who lies in the bin, and everybody else’s people', async () => {
    const { ask } = notebook()
    await ask('people.add', { name: 'Somebody Else' }, { who: 'mateo' })
    const [{ id }] = (await ask('people.find', { text: 'tomasz' })).people
    await ask('people.remove', { people: [id] })
    const { whole } = await text('vcard4')
    expect(whole).not.toContain('Tomasz')
    expect(whole).not.toContain('Somebody Else')
    await ask('bin.restore', { ids: [id] })
  })
})
