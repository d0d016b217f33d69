import { expect, test } from 'vitest'
import { run } from '../../src/operations/run.ts'
import { file, google, ruth } from './contacts-files.ts'
import { type Loose, onBothDatabases } from './notebook.ts'

const strange = [
  'Wie heißt er,Anschrift im Netz,Rufnr. Büro,Sternzeichen',
  'Ana Ruiz,ana@ruiz.example,+34 600 111 222,Fische',
  'Ben Hart,ben@hart.example,030 1234567,Löwe',
  'Cleo Maas,,030 7654321,Waage',
  'Dora Lind,dora@lind.example,,',
].join('\n')
const columns = [
  { column: 'Wie heißt er', meaning: 'name' },
  { column: 'Rufnr. Büro', meaning: 'phone', place: 'work' },
  { column: 'Sternzeichen', meaning: 'nothing' },
]

onBothDatabases('a table whose columns nobody knows', (notebook) => {
  const look = async (...files: object[]) =>
    (await notebook().ask('contacts.look', { files })).files
  const bring = async (text: string, more: object = {}) =>
    notebook().answer('contacts.import', { files: [await file('strange.csv', text)], ...more })
  const shown = async (text: string) => {
    const [found] = (await notebook().ask('people.find', { text })).people
    return notebook().ask('people.show', { id: found.id })
  }

  test('is looked at without a change: each column with a guess and three filled cells', async () => {
    const { documents, revision } = notebook()
    const before = [await documents(), await revision()]
    const [looked] = await look(await file('strange.csv', strange))
    expect(looked).toMatchObject({ is: 'csv', holds: 'people', asks: true, mapping: null })
    expect(looked.columns).toMatchObject([
      { column: 'Wie heißt er', samples: ['Ana Ruiz', 'Ben Hart', 'Cleo Maas'] },
      { meaning: 'mail', by: 'what stands in it', look: 'mail' },
      { look: 'phone', samples: ['+34 600 111 222', '030 1234567', '030 7654321'] },
      {
        column: 'Sternzeichen',
        meaning: 'nothing',
        by: null,
        samples: ['Fische', 'Löwe', 'Waage'],
      },
    ])
    expect([await documents(), await revision()]).toEqual(before)
  })

  test('of one or two rows are guessed like any other', async () => {
    const [head, ...rows] = [
      'Wer,Kontakt,Nr',
      'Ana Ruiz,ana@ruiz.example,+34 600 111 222',
      'Ben Hart,ben@hart.example,030 1234567',
    ]
    for (const count of [1, 2]) {
      for (const first of [[head], []]) {
        const text = [...first, ...rows.slice(0, count), ''].join('\n')
        const [{ columns: guessed }] = await look(await file('few.csv', text))
        expect(guessed.map(({ meaning }: Loose) => meaning)).toEqual(['name', 'mail', 'phone'])
      }
    }
    const [plain] = await look(await file('few.csv', 'Wer,Beruf\nAna Ruiz,Potter\n'))
    expect(plain).toMatchObject({ asks: false })
    expect(plain.columns.map(({ meaning }: Loose) => meaning)).toEqual(['name', 'title'])
  })

  test.each([
    ['command', /as with --map "Who=name,Tel=phone"/],
    ['web', /Say of each column what it holds/],
    ['api', /"map": "Who=name,Tel=phone"/],
    ['mcp', /"map": "Who=name,Tel=phone"/],
  ] as const)('is refused by %s in the words of whoever came that way', async (door, words) => {
    const { house, caller } = notebook()
    const input = { files: [await file('odd.csv', 'Foo,Bar\nx1,y\n')] }
    const asked = run(
      house,
      { ...caller(), door },
      { operation: 'contacts.import', input, key: null },
    )
    await expect(asked).rejects.toMatchObject({
      code: 'file.unreadable',
      message: expect.stringMatching(words),
    })
  })

  test('files that are known are said to be, and need no asking', async () => {
    const looked = await look(await file('a.vcf', ruth), await file('b.csv', google))
    expect(looked).toMatchObject([
      { is: 'vcard', asks: false, columns: [] },
      { is: 'csv', asks: false, from: 'Google Contacts', mapping: null },
    ])
    expect(looked[1].columns[0]).toMatchObject({
      column: 'First Name',
      meaning: 'given',
      by: 'its name',
    })
  })

  test('without a name or an address is refused in a sentence, and nothing is brought in', async () => {
    const { refusal, ask } = notebook()
    const files = [await file('known.csv', google), await file('strange.csv', strange)]
    const only = [
      { column: 'Wie heißt er', meaning: 'nothing' },
      { column: 'Anschrift im Netz', meaning: 'nothing' },
    ]
    expect(
      await refusal('contacts.import', {
        files,
        mapping: [{ file: 'strange.csv', columns: only }],
      }),
    ).toMatchObject({ code: 'mapping.without-name', says: expect.stringContaining('strange.csv') })
    expect(
      await refusal('contacts.import', {
        files,
        mapping: [{ file: 'strange.csv', columns: [{ column: 'Alter', meaning: 'name' }] }],
      }),
    ).toMatchObject({ code: 'mapping.column-unknown', says: expect.stringContaining('Alter') })
    expect((await ask('people.list')).people).toEqual([])
  })

  test('is read as it was said, and what is said is remembered for the next of its kind', async () => {
    const first = await bring(strange, { mapping: [{ columns }] })
    expect(first.result.files).toMatchObject([
      { created: 4, lost: [], note: null, byField: [{ field: 'Sternzeichen', kept: 3, lost: 0 }] },
    ])
    expect(await shown('ana ruiz')).toMatchObject({
      name: 'Ana Ruiz',
      channels: [
        { kind: 'mail', value: 'ana@ruiz.example' },
        { kind: 'phone', value: '+34 600 111 222', label: 'work' },
      ],
    })
    const [looked] = await look(await file('again.csv', strange))
    expect(looked).toMatchObject({ asks: false, mapping: { on: '2026-03-11' } })
    expect(looked.columns[3]).toMatchObject({ meaning: 'nothing', by: 'you' })
    const more = `${strange.split('\n')[0]}\nEva Noll,eva@noll.example,,\n`
    const second = await bring(more)
    expect(second.result.files).toMatchObject([
      { created: 1, note: 'Its columns are read as you said on 2026-03-11.' },
    ])
    expect((await bring(strange)).result.files).toMatchObject([{ created: 0, unchanged: 4 }])
  })

  test('is told in words on a command line', async () => {
    const text = 'Tel,Qui parle\n+33 1 23 45 67 89,Zoé Exemple\n'
    const { result } = await bring(text, { map: 'Qui parle = name, Tel=home phone' })
    expect(result.files).toMatchObject([{ created: 1 }])
    expect(await shown('zoe exemple')).toMatchObject({ channels: [{ label: 'home' }] })
    const { refusal } = notebook()
    const files = [await file('x.csv', text)]
    for (const [map, code] of [
      ['Tel=quatsch', 'mapping.unclear'],
      ['', 'mapping.unclear'],
      ['Nom=name', 'mapping.column-unknown'],
    ]) {
      expect(await refusal('contacts.import', { files, map })).toMatchObject({ code })
    }
    expect(await refusal('contacts.import', { files, map: 'Nom=name, Tel=quatsch' })).toMatchObject(
      {
        says: '“Tel=quatsch” does not say which column holds what',
      },
    )
    const vcards = [await file('a.vcf', ruth)]
    expect(await refusal('contacts.import', { files: vcards, map: 'Nom=name' })).toMatchObject({
      code: 'mapping.unheard',
    })
  })

  test('columns of the same name, and such without a name, are told apart', async () => {
    const text = 'Foo,Foo,\nAna,Beispiel,ana@beispiel.example\n'
    const [looked] = await look(await file('foo.csv', text))
    expect(looked.columns.map(({ column }: Loose) => column)).toEqual([
      'Foo',
      'Foo (2)',
      'Column 3',
    ])
    const { result } = await bring(text, { map: 'Foo=given,Foo (2)=family,Column 3=mail' })
    expect(result.files).toMatchObject([{ created: 1, kept: 0 }])
    expect(await shown('ana beispiel')).toMatchObject({ name: 'Ana Beispiel' })
  })

  test('a table of letters that no reader takes, and an empty one, are each a sentence', async () => {
    expect(await look(await file('empty.csv', ''))).toMatchObject([{ columns: [] }])
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
    expect(await look(await file('a.csv', png))).toMatchObject([
      { is: null, problem: expect.stringMatching(/\S/) },
    ])
  })
})
