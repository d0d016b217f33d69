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

const years = ({ title, from, to }: Loose) => [title, from, to]
const page = (name: string) => ({ kind: 'link', value: `https://www.linkedin.com/in/${name}` })

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

  test.each(['vcard3', 'vcard4', 'jcard', 'csv', 'json'])(
    'as %s stay two who are alike in name and page, each with their years and whoever introduced them',
    async (format) => {
      const { ask } = notebook()
      const job = { organisation: 'Kiln' }
      const alike = { name: 'Jo Ba', channels: [page('jo-ba')] }
      const one = await ask('people.add', {
        ...alike,
        roles: [
          { ...job, title: 'Potter', from: '2019' },
          { ...job, title: 'Apprentice', from: '2012-09', to: '2015' },
        ],
        meeting: { day: '2026-02-03', place: 'the fair', words: 'rain; and laughter' },
      })
      const through = { meeting: { through: one.id, words: 'at her table' } }
      const two = await ask('people.add', { ...alike, ...through })
      const { whole, name } = await text(format)
      const other = await openNotebook(notebook().dialect, 9)
      try {
        const { files } = await other.ask('contacts.import', { files: [await file(name, whole)] })
        expect(files).toMatchObject([{ created: 6, changed: 0, lost: [] }])
        const { people } = await other.ask('people.find', { text: 'Jo Ba' })
        const both = await Promise.all(
          people.map(({ id }: Loose) => other.ask('people.show', { id })),
        )
        const [first, second] = both.toSorted((a, b) => b.roles.length - a.roles.length)
        expect(both).toHaveLength(2)
        expect(first.roles.map(years)).toEqual([
          ['Potter', '2019', null],
          ['Apprentice', '2012-09', '2015'],
        ])
        expect(first.meeting).toMatchObject({ day: '2026-02-03', words: 'rain; and laughter' })
        expect(second.meeting).toMatchObject({ through: first.id, words: 'at her table' })
      } finally {
        await other.close()
        await ask('people.remove', { people: [one.id, two.id] })
      }
    },
  )

  test.each(['vcard3', 'vcard4', 'jcard', 'csv', 'json'])(
    'as %s and brought into the notebook they left change nobody, and only what was added is taken in',
    async (format) => {
      const { ask, close } = await openNotebook(notebook().dialect, 9)
      try {
        const channels = [{ kind: 'phone', value: '+34 600', label: 'Home' }, page('jo-ba')]
        const name = 'Jo Ba'
        const jo = await ask('people.add', {
          name,
          channels,
          roles: [{ title: 'Potter', from: '2019' }],
        })
        await ask('people.add', { name, channels, words: 'The other one.' })
        const merged = await ask('people.add', { name: 'Joanna Bäcker', words: 'Sings.' })
        await ask('people.merge', { people: [jo.id, merged.id] })
        const everyone = async () => {
          const { people } = await ask('people.list', { limit: 200 })
          return Promise.all(people.map(({ id }: Loose) => ask('people.show', { id })))
        }
        const before = await everyone()
        const sent = await ask('contacts.export', { format })
        let whole = ''
        for await (const piece of sent.text) whole += piece
        const again = async (written: string) => {
          const given = await file(`back.${sent.name.split('.').at(-1)}`, written)
          return (await ask('contacts.import', { files: [given] })).files
        }
        expect(await again(whole)).toMatchObject([{ created: 0, changed: 0, unchanged: 2 }])
        expect(await everyone()).toEqual(before)
        const changed = await again(whole.replaceAll('Sings.', 'Sings. Moved to Bilbao.'))
        expect(changed).toMatchObject([{ created: 0, changed: 1, unchanged: 1 }])
        const after = await everyone()
        expect(after).toHaveLength(2)
        expect(JSON.stringify(after)).toContain('Moved to Bilbao.')
      } finally {
        await close()
      }
    },
  )

  test('as the cards they came with and brought back are unchanged, and the cards of others too', async () => {
    const { ask } = notebook()
    for (const format of ['vcard3', 'vcard4', 'jcard']) {
      const sent = await text(format)
      const given = await file(`again.${format === 'jcard' ? 'json' : 'vcf'}`, sent.whole)
      const { files } = await ask('contacts.import', { files: [given], dryRun: true })
      expect(files).toMatchObject([{ created: 0, changed: 0, unchanged: 4 }])
    }
  })

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

  test('as JSON take along what they agreed to and their fields; a file widens nothing, and goes out again with what it brought', async () => {
    const { ask, clock } = notebook()
    const eva = (await ask('people.add', { name: 'Eva Rask' })).id
    const { id: field } = await ask('fields.add', { name: 'Glazing' })
    await ask('people.change', { id: eva, fields: [{ field, kind: 'S' }] })
    await ask('consent.answer', { person: eva, notes: 'yes', naming: 'role', said: 'aloud' })
    clock.pass(24)
    await ask('consent.answer', { person: eva, sharing: 'no' })
    const kept = await ask('people.show', { id: eva })
    const sent = await text('json')
    const other = await openNotebook(notebook().dialect, 9)
    const evaThere = async () => {
      const [found] = (await other.ask('people.find', { text: 'Eva Rask' })).people
      return other.ask('people.show', { id: found.id })
    }
    const bring = async (whole: string) => {
      const { files } = await other.ask('contacts.import', {
        files: [await file('people.json', whole)],
      })
      expect(files[0].lost).toEqual([])
      return files[0].import
    }
    try {
      const first = await bring(sent.whole)
      const there = await evaThere()
      expect(there.consent).toEqual(kept.consent)
      expect(there.answers).toEqual(kept.answers)
      expect(there.fields).toMatchObject([{ name: 'Glazing', kind: 'S' }])
      await other.ask('consent.answer', { person: there.id, naming: 'none' })
      await ask('consent.answer', { person: eva, naming: 'name', said: 'by mail' })
      const second = await bring((await text('json')).whole)
      const after = await evaThere()
      expect(after.consent).toMatchObject({ notes: 'yes', naming: 'none', sharing: 'no' })
      expect(after.answers).toHaveLength(4)
      for (const id of [second, first]) await other.ask('contacts.undo-import', { id })
      const left = await evaThere()
      expect(left.consent).toMatchObject({ notes: 'not-asked', naming: 'none' })
      expect(left.answers).toHaveLength(1)
      expect(left.fields).toEqual([])
    } finally {
      await other.close()
    }
  })
})
