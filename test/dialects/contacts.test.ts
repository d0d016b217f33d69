import { setTimeout as pause } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { card, file, google, group, ruth, tomasz } from './contacts-files.ts'
import { type Loose, type Manner, type Notebook, onBothDatabases, raw } from './notebook.ts'

const namesIn = async ({ ask }: Notebook, manner?: Manner) =>
  (await ask('people.list', { limit: 200 }, manner)).people.map(({ name }: Loose) => name)

/** A record that stands twice in a file, with another address the second time. */
const first = (name: string) =>
  card(`twice-${name}`, `Twice ${name}`, `EMAIL:one@${name}.example`, 'ORG:House')
const second = (name: string) => first(name).replace('one@', 'two@')

/** Local parts of the mail addresses, each with how many sources say it. */
const told = (person: Loose) =>
  person.channels.map(({ value, sources }: Loose) => [value.split('@')[0], sources.length])

const twiceAna = (mail: string) =>
  `BEGIN:VCARD\r\nVERSION:3.0\r\nUID:twice-1\r\nFN:Ana Twice\r\nEMAIL:${mail}\r\nEND:VCARD\r\n`

onBothDatabases('contacts files', (notebook) => {
  const bring = (files: object[], more: object = {}, manner?: Manner) =>
    notebook().answer('contacts.import', { files, ...more }, manner)

  test('a dry run says what would happen, and writes nothing', async () => {
    const { revision, documents, derived } = notebook()
    const before = [await revision(), await documents(), await derived()]
    const files = [await file('a.vcf', ruth + tomasz + group), await file('b.csv', google)]
    const { result } = await bring(files, { dryRun: true })
    expect(result).toMatchObject({
      dryRun: true,
      files: [
        { file: 'a.vcf', read: 3, created: 2, passed: 1, changed: 0, unchanged: 0 },
        { file: 'b.csv', read: 2, created: 2 },
      ],
    })
    expect([await revision(), await documents(), await derived()]).toEqual(before)
  })

  test('a dry run counts somebody who stands in two of the files once, as it then happens', async () => {
    const files = [
      await file('phone.vcf', twiceAna('ana@one.example')),
      await file('copy.vcf', twiceAna('ana@one.example')),
      await file('newer.vcf', twiceAna('ana@two.example')),
    ]
    const dry = await bring(files, { dryRun: true })
    expect(dry.result.files).toMatchObject([
      { created: 1, changed: 0, unchanged: 0 },
      { created: 0, changed: 0, unchanged: 1 },
      { created: 0, changed: 1, unchanged: 0 },
    ])
    const { result, change } = await bring(files)
    expect(result.files).toMatchObject([
      { created: 1, changed: 0, unchanged: 0 },
      { created: 0, changed: 0, unchanged: 1 },
      { created: 0, changed: 1, unchanged: 0 },
    ])
    await notebook().ask('changes.undo', { id: change })
  })

  test('count a card that was cut short, and do not name of what make a card is', async () => {
    const { result } = await bring([
      await file('cut.vcf', 'BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Cut Short\r\nX-COLOUR:red\r\n'),
    ])
    expect(result.files).toMatchObject([
      { read: 1, created: 1, byField: [{ field: 'X-COLOUR', kept: 1 }] },
    ])
    expect(result.files[0].lost).toHaveLength(1)
    await notebook().ask('contacts.undo-import', { id: result.files[0].import })
  })

  test('bring in people with everything they hold; groups become labels', async () => {
    const { ask } = notebook()
    const { result } = await bring([
      await file('a.vcf', ruth + tomasz + group),
      await file('b.csv', google),
    ])
    expect(result.files).toMatchObject([
      { read: 3, created: 2, changed: 0, unchanged: 0, passed: 1, lost: [], problem: null },
      { read: 2, created: 2, lost: [] },
    ])
    expect(await namesIn(notebook())).toEqual([
      'Ana Ruiz',
      'Hana Kováčová',
      'Ruth Adeyemi',
      'Tomasz Wilk',
    ])
    const [found] = (await ask('people.find', { text: 'adeyemi' })).people
    expect(await ask('people.show', { id: found.id })).toMatchObject({
      labels: ['Friends', 'Conservation', 'Book Club'],
      line: 'Paper conservator, City Archive',
      words: 'Talks with her hands',
      dates: [{ date: '1985-04-12' }],
    })
    expect((await ask('people.list', { label: 'book club' })).people).toHaveLength(2)
  })

  test('brought in again change nothing at all, not even the revision', async () => {
    const { revision, documents, derived } = notebook()
    const before = [await revision(), await documents(), await derived()]
    const { result } = await bring([
      await file('a.vcf', ruth + tomasz + group),
      await file('b.csv', google),
    ])
    expect(result.files).toMatchObject([
      { read: 3, created: 0, changed: 0, unchanged: 2 },
      { read: 2, created: 0, changed: 0, unchanged: 2 },
    ])
    expect([await revision(), await documents(), await derived()]).toEqual(before)
  })

  test('with a record that changed bring the change, keep what a hand wrote, and drop what the file drops', async () => {
    const { ask } = notebook()
    const [{ id }] = (await ask('people.find', { text: 'adeyemi' })).people
    const shown = await ask('people.show', { id })
    await ask('people.change', {
      id,
      channels: [...shown.channels, { kind: 'link', value: 'https://by.hand.example' }],
    })
    const moved = ruth
      .replace('ruth@archive.example', 'ruth@museum.example')
      .replace('TITLE:Paper conservator', 'TITLE:Head of paper')
    const { result } = await bring([await file('a2.vcf', moved + tomasz)])
    expect(result.files).toMatchObject([{ created: 0, changed: 1, unchanged: 1 }])
    const after = await ask('people.show', { id })
    expect(after.channels.map(({ value }: Loose) => value).toSorted()).toEqual([
      '+34 600 111 222',
      'https://by.hand.example',
      'ruth@museum.example',
    ])
    expect(after.line).toBe('Head of paper, City Archive')
  })

  test('are taken back whole by the id of their job, however many writes they took', async () => {
    const { ask, documents, derived } = notebook()
    const before = [await documents(), await derived()]
    const many = Array.from({ length: 250 }, (_, at) =>
      card(`many-${at}`, `Many ${at}`, `ORG:House ${at % 7}`, 'CATEGORIES:Many'),
    )
    const { change, result } = await bring([await file('many.vcf', many.join(''))])
    expect(result.files).toMatchObject([{ created: 250 }])
    const after = [await documents(), await derived()]
    const back = await notebook().answer('changes.undo', { id: change })
    expect([await documents(), await derived()]).toEqual(before)
    await ask('changes.undo', { id: back.change })
    expect([await documents(), await derived()]).toEqual(after)
  })

  test('in which a record stands twice say both, however far apart the two are', async () => {
    const { ask } = notebook()
    const between = Array.from({ length: 400 }, (_, at) => card(`apart-${at}`, `Apart ${at}`))
    const text = [first('near'), second('near'), first('far'), ...between, second('far')].join('')
    const { change, result } = await bring([await file('twice.vcf', text)])
    expect(result.files).toMatchObject([{ read: 404, created: 402, changed: 2, unchanged: 0 }])
    const shown = async (name: string) => {
      const [{ id }] = (await ask('people.find', { text: `Twice ${name}` })).people
      return ask('people.show', { id })
    }
    const [near, far] = [await shown('near'), await shown('far')]
    expect(told(near)).toEqual([
      ['one', 1],
      ['two', 1],
    ])
    expect(told(far)).toEqual(told(near))
    expect(near.roles[0].sources).toHaveLength(1)
    expect(far.roles[0].sources).toHaveLength(1)
    await ask('changes.undo', { id: change })
  })

  test('with keys of any length and signs of any kind come in on both databases', async () => {
    const { ask } = notebook()
    const long = Array.from({ length: 3000 }, (_, at) =>
      String.fromCodePoint(0x4e00 + at * 5),
    ).join('')
    const strange =
      card(long, `Odd ${long}`, `ORG:${long}`, `CATEGORIES:${long}`) +
      card('nul\u0000uid', 'Nul\u0000 Name', 'NOTE:a\u0000b', 'ORG:N\u0000l')
    const { result } = await bring([await file('odd.vcf', strange)])
    expect(result.files).toMatchObject([{ read: 2, created: 2 }])
    expect((await bring([await file('odd.vcf', strange)])).result.files).toMatchObject([
      { unchanged: 2 },
    ])
    expect((await ask('people.find', { text: 'odd' })).people.length).toBe(1)
  })

  test('do not bring back whom the owner removed for good', async () => {
    const { ask, peek } = notebook()
    const gone = card('gone-1', 'Xerxes Gone', 'EMAIL:xerxes@gone.example')
    await bring([await file('gone.vcf', gone)])
    const [{ id }] = (await ask('people.find', { text: 'xerxes' })).people
    await ask('people.remove', { people: [id] })
    await ask('bin.empty', { ids: [id] })
    for (const table of ['cards', 'card_keys', 'changes', 'contents', 'people']) {
      const rows = await peek((db) => raw(db, `select * from ${table}`))
      const text = JSON.stringify(rows, (_, value) =>
        value?.type === 'Buffer' ? Buffer.from(value.data).toString() : value,
      )
      expect(text).not.toMatch(/xerxes|gone-1/i)
    }
    const again = await bring([await file('gone.vcf', gone)])
    expect(again.result.files).toMatchObject([{ created: 0, changed: 0, unchanged: 1 }])
    const changed = await bring([await file('gone.vcf', gone.replace('Gone', 'Come'))])
    expect(changed.result.files).toMatchObject([{ created: 0, changed: 0, passed: 1 }])
    expect((await ask('people.find', { text: 'xerxes' })).people).toEqual([])
  })

  test('that cannot be read are refused with a sentence, and those beside them come in', async () => {
    const { refusal } = notebook()
    const png = Uint8Array.of(
      0x89,
      0x50,
      0x4e,
      0x47,
      0x0d,
      0x0a,
      0x1a,
      0x0a,
      0,
      0,
      0,
      13,
      255,
      254,
      0,
    )
    const binary = await file('binary.vcf', png)
    expect(await refusal('contacts.import', { files: [binary] })).toMatchObject({
      code: 'file.unreadable',
      says: expect.stringContaining('binary.vcf'),
    })
    expect(
      await refusal('contacts.import', {
        files: [{ name: 'no.vcf', path: '/nowhere/no.vcf', size: 1 }],
      }),
    ).toMatchObject({ code: 'file.unreadable' })
    const { result } = await bring([binary, await file('fine.vcf', card('fine-1', 'Fine Person'))])
    expect(result.files).toMatchObject([
      { problem: expect.stringMatching(/\S/) },
      { created: 1, problem: null },
    ])
  })

  test('can be stopped on the way; what came in is kept and can be taken back', async () => {
    const { ask, start, refusal } = notebook()
    const many = Array.from({ length: 12_000 }, (_, at) => card(`stop-${at}`, `Stopped ${at}`))
    const job = await start('contacts.import', { files: [await file('stop.vcf', many.join(''))] })
    await ask('jobs.cancel', { id: job })
    let shown: Loose
    do {
      await pause(5)
      shown = await ask('jobs.show', { id: job })
    } while (shown.endedAt === null)
    expect(shown).toMatchObject({ state: 'cancelled', refusal: { code: 'job.cancelled' } })
    const { people } = await ask('people.find', { text: 'stopped', limit: 200 })
    expect(shown.refusal.sentence).toMatch(/^Stopped\. \d+ of stop\.vcf/)
    if (people.length) await ask('changes.undo', { id: job })
    expect((await ask('people.find', { text: 'stopped' })).people).toEqual([])
    expect(
      await refusal('jobs.show', { id: '0190a000-0000-7000-8000-00000000ffff' }),
    ).toMatchObject({
      code: 'job.unknown',
    })
  })
})
