import { describe, expect, test } from 'vitest'
import { card, file } from './contacts-files.ts'
import { type Loose, type Notebook, onBothDatabases, person } from './notebook.ts'

const mail = (value: string) => ({ kind: 'mail', value })
const phone = (value: string) => ({ kind: 'phone', value })
const at = (organisation: string) => ({ roles: [{ organisation }] })
type Described = readonly [name: string, more: object]

const office = { channels: [phone('+34 91 555 0100')], ...at('Museum of Rivers') }
const home = { channels: [mail('thewilks@post.example'), phone('+48 22 555 0001')] }

/** Ways in which one person comes to stand in an address book twice. */
const twins: Readonly<Record<string, readonly [Described, Described]>> = {
  'the same name, a mail at work and a private one': [
    ['Ana Ruiz Pardo', { channels: [mail('ana.ruiz@archive.example')], ...at('City Archive') }],
    ['Ana Ruiz Pardo', { channels: [mail('anaruiz84@post.example')] }],
  ],
  'the same name and number, two mails': [
    ['Hana Kováčová', { channels: [mail('hana@sklo.example'), phone('+421 2 5555 0123')] }],
    ['Hana Kovacova', { channels: [mail('hk77@post.example'), phone('00421255550123')] }],
  ],
  'a short name and the same number': [
    ['Maximilian Brandt', { channels: [phone('+49 30 5550 1177')] }],
    ['Max Brandt', { channels: [phone('+49 (30) 5550-1177')], ...at('Radio Nord') }],
  ],
  'another family name since a wedding, and the same mail': [
    ['Ruth Adeyemi', { channels: [mail('ruth.a@letters.example')] }],
    [
      'Ruth Okonkwo',
      {
        channels: [mail('Ruth.A@letters.example')],
        names: [{ part: 'maiden', text: 'Adeyemi' }],
      },
    ],
  ],
  'another script and the same mail': [
    ['Наталья Иванова', { channels: [mail('nivanova@atlas.example')] }],
    ['Natalya Ivanova', { channels: [mail('nivanova@atlas.example')], ...at('Atlas') }],
  ],
  'a slip of the pen, and the same house': [
    ['Johannes Schreiber', { channels: [mail('j.schreiber@werft.example')], ...at('Werft Kiel') }],
    ['Johanes Schreiber', { channels: [mail('schreiber@post.example')], ...at('Werft Kiel') }],
  ],
  'the family name first, and the same profile': [
    ['Oyelaran, Tunde', { channels: [{ kind: 'link', value: 'https://linkedin.com/in/tundeo' }] }],
    ['Tunde Oyelaran', { channels: [{ kind: 'link', value: 'www.linkedin.com/in/TundeO/' }] }],
  ],
}

/** Who shares a number, a mailbox or a name, and is not one person. */
const strangers: readonly Described[] = [
  ['Clara Fuentes', office],
  ['Iker Zabala', office],
  ['Tomasz Wilk', home],
  ['Zofia Wilk', home],
]

async function write(notebook: Notebook, people: readonly Described[]): Promise<string[]> {
  const ids: string[] = []
  for (const [name, more] of people) ids.push(await person(notebook, name, more))
  return ids
}

const inOrder = (...names: string[]) => names.toSorted().join(' = ')
const together = (pairs: Loose[]) =>
  pairs.map(({ aName, bName }: Loose) => inOrder(aName, bName)).toSorted()

/** Who stands in the queue, by name. */
async function queue({ ask }: Notebook, more: object = {}): Promise<string[]> {
  const { pairs } = await ask('contacts.review', { limit: 200, ...more })
  return pairs.map(({ a, b }: Loose) => inOrder(a.name, b.name)).toSorted()
}

const expected = Object.values(twins)
  .map(([[one], [other]]) => inOrder(one, other))
  .toSorted()

onBothDatabases('a look through everybody', (notebook) => {
  test('of a notebook with nobody in it finds nobody', async () => {
    const { ask } = notebook()
    const nothing = { pairs: [], clusters: [], more: 0, people: 0, skipped: [] }
    expect(await ask('contacts.duplicates')).toEqual(nothing)
    expect(await ask('contacts.review')).toMatchObject({
      pairs: [],
      next: null,
      counts: { total: 0, peopleSince: 0, looked: expect.any(String) },
    })
  })

  test('finds every way in which one person comes to stand twice, and nobody else', async () => {
    const { ask } = notebook()
    await write(notebook(), [...Object.values(twins).flat(), ...strangers])
    const { pairs, clusters, people, more } = await ask('contacts.duplicates')
    expect(together(pairs)).toEqual(expected)
    expect([people, more]).toEqual([18, 0])
    expect(pairs.map(({ p }: Loose) => p)).toEqual(
      pairs.map(({ p }: Loose) => p).toSorted((a: number, b: number) => b - a),
    )
    for (const pair of pairs) {
      expect(pair).toEqual({
        a: expect.any(String),
        b: expect.any(String),
        p: expect.any(Number),
        certain: expect.any(Boolean),
        reasons: expect.any(Array),
        aName: expect.any(String),
        bName: expect.any(String),
      })
      expect(pair.a < pair.b).toBe(true)
      expect(pair.p).toBeGreaterThanOrEqual(0.5)
      expect(pair.reasons.length).toBeGreaterThan(0)
    }
    for (const cluster of clusters) expect(cluster.length).toBeGreaterThan(1)
  })

  test('names no more pairs than are asked for, and says how many there are besides', async () => {
    const { ask } = notebook()
    const { pairs, more } = await ask('contacts.duplicates', { limit: 3 })
    expect([pairs.length, more]).toEqual([3, expected.length - 3])
  })

  test('tells the same when asked again, and writes nothing into the log', async () => {
    const { answer, revision } = notebook()
    const before = await revision()
    const [one, other] = [await answer('contacts.duplicates'), await answer('contacts.duplicates')]
    expect(other.result).toEqual(one.result)
    expect([one.change, other.change]).toEqual([null, null])
    expect(await revision()).toBe(before)
    expect(await queue(notebook())).toEqual(expected)
  })

  test('is another one for each owner', async () => {
    const { ask } = notebook()
    expect((await ask('contacts.duplicates', {}, { who: 'mateo' })).people).toBe(0)
    expect((await ask('contacts.review', {}, { who: 'mateo' })).counts.total).toBe(0)
    expect(await queue(notebook())).toEqual(expected)
  })
})

onBothDatabases('somebody who comes', (notebook) => {
  describe('is compared at once', () => {
    test.each(Object.entries(twins))('%s', async (_what, [first, second]) => {
      await write(notebook(), [first, second])
      expect(await queue(notebook())).toContain(inOrder(first[0], second[0]))
    })
  })

  test('and is not taken for somebody else at the same desk or table', async () => {
    await write(notebook(), strangers)
    expect(await queue(notebook())).toEqual(expected)
  })

  test('with a file is compared too, unless very many come with it', async () => {
    const { ask } = notebook()
    const known = await person(notebook(), 'Wanda Nowicka', {
      channels: [mail('wanda@nw.example')],
    })
    const few = await file('few.vcf', card('w', 'Wanda Nowicka', 'EMAIL:wanda@nw.example'))
    await ask('contacts.import', { files: [few] })
    const { pairs, counts } = await ask('contacts.review', { person: known })
    expect(pairs).toMatchObject([{ certain: true, a: { name: 'Wanda Nowicka' } }])
    expect(counts).toMatchObject({ peopleSince: 0, looked: null })
    const crowd = Array.from({ length: 60 }, (_, number) =>
      card(`c${number}`, `Crowd${number} Of${number} Many${number}`, 'EMAIL:all@crowd.example'),
    )
    await ask('contacts.import', { files: [await file('crowd.vcf', crowd.join(''))] })
    expect((await ask('contacts.review')).counts.peopleSince).toBe(60)
    await ask('contacts.duplicates')
    expect((await ask('contacts.review')).counts).toMatchObject({
      peopleSince: 0,
      looked: expect.any(String),
    })
  })
})

onBothDatabases('the queue', (notebook) => {
  test('shows the surest first, page by page, each with what the two have and who said it', async () => {
    const { ask } = notebook()
    await write(notebook(), Object.values(twins).flat())
    const told = card('ana', 'Ana Ruiz Pardo', 'EMAIL:ana.ruiz@archive.example', 'BDAY:1984-02-03')
    await ask('contacts.import', { files: [await file('phone.vcf', told)] })
    await ask('contacts.duplicates')
    const whole = (await ask('contacts.review', { limit: 200 })).pairs
    const paged: Loose[] = []
    for (let after: string | null | undefined; after !== null;) {
      const { pairs, next } = await ask('contacts.review', { limit: 2, ...(after && { after }) })
      paged.push(...pairs)
      after = next
    }
    expect(paged).toEqual(whole)
    const order = whole.map(({ certain, p }: Loose) => Number(certain) * 10 + p)
    expect(order).toEqual(order.toSorted((a: number, b: number) => b - a))
    const sides = whole.flatMap(({ a, b }: Loose) => [a, b])
    const [birthday] = sides.flatMap(({ has }: Loose) =>
      has.filter(({ kind }: Loose) => kind === 'birthday'),
    )
    expect(birthday).toEqual({
      kind: 'birthday',
      value: '1984-02-03',
      sources: [{ by: 'import', file: expect.stringContaining('phone.vcf'), on: '2026-03-11' }],
    })
    const { counts } = await ask('contacts.review', { certain: true, limit: 1 })
    expect(counts.total).toBe(whole.length)
    expect(counts.certain + counts.likely).toBe(counts.total)
    expect(await queue(notebook(), { certain: true })).toHaveLength(counts.certain)
    expect(await queue(notebook(), { certain: false })).toHaveLength(counts.likely)
  })

  test('says why, as data and in words, what speaks for it before what speaks against', async () => {
    const { ask } = notebook()
    const { pairs } = await ask('contacts.review', { limit: 200 })
    const max = pairs.find(({ b }: Loose) => b.name === 'Max Brandt')
    expect(max.reasons).toContainEqual(
      expect.objectContaining({
        field: 'phone',
        level: 'same',
        speaks: 'for',
        values: [expect.stringContaining('5550'), expect.stringContaining('5550')],
        words: expect.stringContaining('phone'),
      }),
    )
    for (const { reasons } of pairs) {
      const sides = reasons.map(({ speaks }: Loose) => speaks)
      expect(sides).toEqual(sides.toSorted().toReversed())
    }
  })

  test('begins anew with a cursor that means nothing', async () => {
    const { ask } = notebook()
    for (const after of ['x', '1~2', '%', 'a~b~c~d', '1~9999999999999~c~d', '0~1e3.5~c~d']) {
      expect((await ask('contacts.review', { after })).counts.total).toBeGreaterThan(0)
    }
  })
})
