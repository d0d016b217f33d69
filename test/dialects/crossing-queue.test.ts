import { expect, test } from 'vitest'
import { pairKey } from '../../src/notebook/people/bond.ts'
import { card, file } from './contacts-files.ts'
import { bring, expectTheSameRebuilt, letterTo, listed, mailOf, own, wholeOf } from './crossing.ts'
import { type Loose, onBothDatabases, person, type Who } from './notebook.ts'

onBothDatabases('the queue of who may be one', (notebook) => {
  /** Each pair as its two ids, sorted; of one person, or of all. */
  const pairsOf = async (who?: string): Promise<string[]> => {
    const { pairs } = await notebook().ask('contacts.review', {
      ...(who ? { person: who } : {}),
      limit: 200,
    })
    return pairs.map(({ a, b }: Loose) => pairKey(a.id, b.id)).toSorted()
  }
  const three = async (name: string) => {
    const address = mailOf(`${name.toLowerCase().replaceAll(' ', '.')}@post.example`)
    const ids = []
    for (let at = 0; at < 3; at++) ids.push(await person(notebook(), name, address))
    return ids as [string, string, string]
  }

  test('holds what is open, whatever was merged, parted and taken back', async () => {
    const { ask, answer } = notebook()
    const [a, b, c] = await three('Elena Markov')
    const open = await pairsOf()
    expect(open).toHaveLength(3)
    const merge = await answer('people.merge', { people: [a, b] })
    expect(await pairsOf()).toEqual([pairKey(a, c)])
    const parting = await answer('people.unmerge', { id: b })
    expect(await pairsOf()).toEqual(open)
    await ask('changes.undo', { id: parting.change })
    expect(await pairsOf()).toEqual([pairKey(a, c)])
    await ask('changes.undo', { id: merge.change })
    expect(await pairsOf()).toEqual(open)
    await ask('people.forget', { people: [c] })
    expect(await pairsOf()).toEqual([pairKey(a, b)])
    await ask('people.distinct', { people: [a, b] })
    expect(await pairsOf()).toEqual([])
    await ask('contacts.duplicates')
    expect(await pairsOf()).toEqual([])
  })

  test('loses who goes with a file that is taken out, and holds them again with the file', async () => {
    const { ask, answer } = notebook()
    const hand = await person(notebook(), 'Tove Ditlev', mailOf('tove@ditlev.example'))
    const text = card('tove-1', 'Tove Ditlev', 'EMAIL:tove@ditlev.example')
    const { import: id } = await bring(notebook(), 'tove.vcf', text)
    const pair = await pairsOf(hand)
    expect(pair).toHaveLength(1)
    const out = await answer('contacts.undo-import', { id })
    expect(await pairsOf(hand)).toEqual([])
    await ask('changes.undo', { id: out.change })
    expect(await pairsOf(hand)).toEqual(pair)
    await ask('people.merge', { people: pair[0]?.split(' ') ?? [] })
    await ask('contacts.undo-import', { id })
    expect(await pairsOf(hand)).toEqual([])
    await bring(notebook(), 'tove.vcf', text)
    expect(await pairsOf(hand)).toEqual([])
    await ask('people.unmerge', { id: hand })
    expect(await pairsOf(hand)).toEqual(pair)
  })

  test('of three of whom two are not the same, nothing is merged unasked', async () => {
    const { ask } = notebook()
    const [a, b, c] = await three('Ines Valverde')
    await ask('people.distinct', { people: [a, b] })
    const certain = await ask('contacts.merge-certain')
    const merged = new Set(certain.groups.flatMap(({ people }: Loose) => people))
    expect([a, b, c].filter((one) => merged.has(one))).toEqual([])
    expect(certain.left).toBe(2)
    expect((await pairsOf(a)).concat(await pairsOf(b))).toHaveLength(2)
    await ask('people.merge', { people: [a, c] })
    expect(await pairsOf(a)).toEqual([])
    await ask('contacts.duplicates')
    expect(await pairsOf(a)).toEqual([])
  })

  test('merged at once and worked on since: taken back whole, or refused with nothing done', async () => {
    const { ask, answer, refusal, documents, derived } = notebook()
    const [a, b, c] = await three('Yusuf Demirel')
    const { change, result } = await answer('contacts.merge-certain')
    expect(result.groups).toMatchObject([{ id: a, people: [a, b, c] }])
    const chosen = await answer('people.merge', { people: [a, b], choices: { words: b } })
    const before = [await documents(), await derived()]
    const refused = await refusal('changes.undo', { id: change })
    expect(refused.code).toBe('change.in-the-way')
    expect(refused.says).toBe('Changed since, so it cannot be taken back: a merge')
    expect([await documents(), await derived()]).toEqual(before)
    await ask('changes.undo', { id: chosen.change })
    const plan = { people: [a], link: 'since then' }
    const { id: talk } = await ask('conversations.plan', plan)
    await ask('changes.undo', { id: change })
    expect(await listed(notebook(), 'yusuf')).toEqual([a, b, c])
    expect((await ask('people.parting', { id: a })).undecided).toMatchObject([{ id: talk }])
    await expectTheSameRebuilt(notebook())
  })

  test('a parting that was followed by more is taken back only when that is', async () => {
    const { ask, answer, refusal, documents } = notebook()
    const [a, b, c] = await three('Mina Harker')
    await ask('people.merge', { people: [a, b] })
    const parting = await answer('people.unmerge', { id: b })
    await ask('people.distinct', { people: [a, b] })
    const before = await documents()
    const refused = await refusal('changes.undo', { id: parting.change })
    expect(refused).toMatchObject({ code: 'change.in-the-way' })
    expect(refused.says).toMatch(/not the same/)
    expect(await documents()).toEqual(before)
    await ask('people.distinct', { people: [a, b], undo: true })
    const other = await answer('people.merge', { people: [b, c] })
    await ask('changes.undo', { id: parting.change })
    expect(await listed(notebook(), 'mina')).toEqual([a])
    await ask('changes.undo', { id: other.change })
    expect(await listed(notebook(), 'mina')).toEqual([a, c])
    await expectTheSameRebuilt(notebook())
  })
})

onBothDatabases('a notebook in which people were merged', (notebook) => {
  test('counts, pages, labels and finds each of them once', async () => {
    const { ask } = notebook()
    const ids: string[] = []
    const numbers = 'Abel Brant Cole Dunn Eyre Frost Gale Hurst Ives'.split(' ')
    for (let at = 0; at < 9; at++) {
      const labels = [at % 2 ? 'Odd' : 'Even', 'All']
      ids.push(await person(notebook(), `Person ${numbers[at]}`, { labels }))
    }
    await ask('people.change', { id: ids[1], words: 'carves decoys' })
    await ask('people.merge', { people: [ids[0], ids[1]] })
    await ask('people.merge', { people: [ids[4], ids[2], ids[3]] })
    const rows: Loose[] = []
    for (let after: string | undefined; ;) {
      const page = await ask('people.list', { limit: 2, ...(after ? { after } : {}) })
      expect(page.count).toBe(6)
      rows.push(...page.people)
      if (page.next === null) break
      after = page.next
    }
    const heads = [0, 4, 5, 6, 7, 8].map((at) => ids[at])
    expect(rows.map(({ id }) => id)).toEqual(heads)
    const { labels } = await ask('people.labels')
    expect(labels.map(({ label, people }: Loose) => [label, people]).toSorted()).toEqual([
      ['All', 6],
      ['Even', 4],
      ['Odd', 4],
    ])
    const { people: odd } = await ask('people.list', { label: 'Odd' })
    expect(odd.map(({ id }: Loose) => id)).toEqual([0, 4, 5, 7].map((at) => ids[at]))
    expect((await ask('search.everything', { text: 'decoys' })).hits).toMatchObject([
      { id: ids[0] },
    ])
    expect(await listed(notebook(), 'dunn')).toEqual([ids[4]])
  })

  test('goes out whole: bonds, contact, imports and what was said of columns', async () => {
    const { ask } = notebook()
    const a = await person(notebook(), 'Whole One', mailOf('whole@one.example'))
    const b = await person(notebook(), 'Whole Two', mailOf('whole@two.example'))
    const { bond } = await ask('people.merge', { people: [a, b] })
    const box = letterTo('whole@two.example', 'Tue, 3 Feb 2026')
    const { import: id } = await bring(notebook(), 'whole.mbox', box, own)
    const columns = [
      { column: 'Wie heißt er', meaning: 'name' },
      { column: 'Sternzeichen', meaning: 'nothing' },
    ]
    const table = 'Wie heißt er,Sternzeichen\nAna Ruiz,Fische\n'
    await bring(notebook(), 'whole.csv', table, { mapping: [{ columns }] })
    const held = await wholeOf(await ask('notebook.export', { format: 'json' }))
    expect(held.bonds).toContainEqual(expect.objectContaining({ id: bond, people: [a, b] }))
    expect(held.exchanges).toMatchObject([{ person: b, day: '2026-02-03' }])
    expect(held.imports.map((one: Loose) => one.id)).toContain(id)
    expect(held.mappings).toHaveLength(1)
    await expectTheSameRebuilt(notebook())
  })
})

onBothDatabases('two notebooks with the same people', (notebook) => {
  const fill = async (who: Who) => {
    const { ask } = notebook()
    const manner = { who }
    const text = card('two-1', 'Both Owners', 'EMAIL:both@owners.example')
    const files = [await file('both.vcf', text)]
    const [{ import: id }] = (await ask('contacts.import', { files }, manner)).files
    const other = await person(notebook(), 'Both Owners', mailOf('both@owners.example'), manner)
    const box = letterTo('both@owners.example', 'Tue, 3 Feb 2026')
    await ask('contacts.import', { files: [await file('b.mbox', box)], ...own }, manner)
    const { people } = await ask('people.find', { text: 'both owners' }, manner)
    const brought: string = people.map((one: Loose) => one.id).find((one: string) => one !== other)
    return { id, other, brought }
  }

  test('know nothing of each other, whatever is merged, taken out or forgotten', async () => {
    const { ask, refusal, documents, derived } = notebook()
    const lucia = await fill('lucia')
    const mateo = await fill('mateo')
    const theirs = { who: 'mateo' } as const
    const before = [await documents('mateo'), await derived('mateo')]
    const queue = await ask('contacts.review', {}, theirs)
    expect(queue.counts.total).toBe(1)
    await ask('people.merge', { people: [lucia.other, lucia.brought] })
    expect(await refusal('people.merge', { people: [lucia.other, mateo.brought] })).toMatchObject({
      code: 'person.unknown',
    })
    expect(await refusal('contacts.undo-import', { id: mateo.id })).toMatchObject({
      code: 'import.unknown',
    })
    await ask('contacts.undo-import', { id: lucia.id })
    await ask('people.forget', { people: [lucia.other] })
    await ask('contacts.duplicates')
    expect([await documents('mateo'), await derived('mateo')]).toEqual(before)
    expect(await ask('contacts.review', {}, theirs)).toEqual(queue)
    const text = card('two-9', 'Both Owners', 'EMAIL:both@owners.example')
    const files = [await file('again.vcf', text)]
    expect((await ask('contacts.import', { files })).files).toMatchObject([{ created: 0 }])
    expect((await ask('contacts.import', { files }, theirs)).files).toMatchObject([{ created: 1 }])
  })
})
