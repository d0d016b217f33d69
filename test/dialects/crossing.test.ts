import { expect, test } from 'vitest'
import { card, file } from './contacts-files.ts'
import {
  bring,
  calendarWith,
  expectTheSameRebuilt,
  letterFrom,
  letterTo,
  listed,
  mailOf,
  own,
  reachedAt,
  wholeOf,
} from './crossing.ts'
import { type Loose, type Notebook, onBothDatabases, person, raw } from './notebook.ts'
import { talkWith } from './talk.ts'
import { expectNoTrace } from './traces.ts'

async function count({ ask }: Notebook): Promise<number> {
  return (await ask('people.list', { limit: 1 })).count
}

onBothDatabases('a file that is taken out, and people who were merged', (notebook) => {
  test('leaves nobody whom it alone knew, merged or not; the file brings each to their own again', async () => {
    const { ask } = notebook()
    const text =
      card('one-1', 'Noemi Castellan', 'EMAIL:noemi@one.example') +
      card('one-2', 'Noemi Castellan', 'EMAIL:noemi@two.example')
    const { import: id } = await bring(notebook(), 'one.vcf', text)
    const [head, other] = await listed(notebook(), 'noemi castellan')
    await ask('people.merge', { people: [head, other] })
    expect(await ask('contacts.undo-import', { id })).toMatchObject({ people: 2, changed: 0 })
    expect(await listed(notebook(), 'noemi castellan')).toEqual([])
    expect((await ask('bin.list')).things).toMatchObject([{ id: head, name: 'Noemi Castellan' }])
    await expectTheSameRebuilt(notebook())
    await bring(notebook(), 'one.vcf', text)
    expect(await listed(notebook(), 'noemi castellan')).toEqual([head])
    expect(reachedAt(await ask('people.show', { id: other }))).toEqual([
      'noemi@one.example',
      'noemi@two.example',
    ])
    await ask('people.unmerge', { id: head })
    expect(reachedAt(await ask('people.show', { id: head }))).toEqual(['noemi@one.example'])
    expect(reachedAt(await ask('people.show', { id: other }))).toEqual(['noemi@two.example'])
    await expectTheSameRebuilt(notebook())
  })

  test('leaves of one person what a hand wrote; parted after that, each is who they were', async () => {
    const { ask } = notebook()
    const text = card('dora-1', 'Dora Lindqvist', 'EMAIL:dora@file.example', 'ORG:Harbour')
    const hand = await person(notebook(), 'Dora Petersen', mailOf('dora@hand.example'))
    const { import: id } = await bring(notebook(), 'dora.vcf', text)
    const [brought] = await listed(notebook(), 'dora lindqvist')
    expect(brought).not.toBe(hand)
    await ask('people.merge', { people: [brought, hand] })
    expect(await ask('contacts.undo-import', { id })).toMatchObject({ people: 1 })
    expect(await ask('people.show', { id: hand })).toMatchObject({
      id: brought,
      name: 'Dora Petersen',
      roles: [],
      binnedOn: null,
    })
    expect(await listed(notebook(), 'dora')).toEqual([brought])
    await expectTheSameRebuilt(notebook())
    const { people } = await ask('people.unmerge', { id: brought })
    expect(people.map(({ binnedOn }: Loose) => binnedOn !== null)).toEqual([true, false])
    expect(await listed(notebook(), 'dora')).toEqual([hand])
    await bring(notebook(), 'dora.vcf', text)
    expect(await listed(notebook(), 'dora')).toEqual([hand, brought])
    expect(reachedAt(await ask('people.show', { id: hand }))).toEqual(['dora@hand.example'])
    expect(reachedAt(await ask('people.show', { id: brought }))).toEqual(['dora@file.example'])
    await expectTheSameRebuilt(notebook())
  })

  test('takes from each of those who were parted before what it said of them alone', async () => {
    const { ask } = notebook()
    const hand = await person(notebook(), 'Ugo Marchetti', mailOf('ugo@same.example'))
    const text = card('ugo-1', 'Ugo Ferranti', 'EMAIL:ugo@same.example', 'TEL:+39 333 111 2222')
    const { import: id } = await bring(notebook(), 'ugo.vcf', text)
    const [brought] = await listed(notebook(), 'ugo ferranti')
    await ask('people.merge', { people: [hand, brought] })
    await ask('people.unmerge', { id: brought })
    await ask('contacts.undo-import', { id })
    expect(await listed(notebook(), 'ugo')).toEqual([hand])
    expect(reachedAt(await ask('people.show', { id: hand }))).toEqual(['ugo@same.example'])
    await ask('people.merge', { people: [hand, await person(notebook(), 'Ugo F.')] })
    await bring(notebook(), 'ugo.vcf', text)
    expect(await listed(notebook(), 'ugo')).toEqual([hand, brought])
    await expectTheSameRebuilt(notebook())
  })

  test('is put back to the letter while they are merged, and refused where later work is in the way', async () => {
    const { ask, answer, refusal, documents, derived } = notebook()
    const text = card('pia-1', 'Pia Sorel', 'EMAIL:pia@a.example', 'TITLE:Baker')
    const { import: id } = await bring(notebook(), 'pia.vcf', text)
    const [brought] = await listed(notebook(), 'pia sorel')
    const hand = await person(notebook(), 'Pia Sorrel', mailOf('pia@b.example'))
    await ask('people.merge', { people: [hand, brought] })
    const before = [await documents(), await derived()]
    const out = await answer('contacts.undo-import', { id })
    await ask('changes.undo', { id: out.change })
    expect([await documents(), await derived()]).toEqual(before)
    const again = await answer('contacts.undo-import', { id })
    await bring(notebook(), 'pia.vcf', text)
    const then = [await documents(), await derived()]
    const refused = await refusal('changes.undo', { id: again.change })
    expect(refused).toMatchObject({ code: 'change.in-the-way' })
    expect(refused.says).toMatch(/Pia Sorel/)
    expect([await documents(), await derived()]).toEqual(then)
  })
})

onBothDatabases('contact elsewhere with somebody of several records', (notebook) => {
  test('counts a day once, whichever record it was told of, and goes back with the record', async () => {
    const { ask } = notebook()
    const a = await person(notebook(), 'Ruth Adeyemi', mailOf('ruth@work.example'))
    const b = await person(notebook(), 'Ruth A.', mailOf('ruth@home.example'))
    const year = calendarWith('20260115', 'ruth@work.example', 'ruth@home.example')
    const box =
      letterTo('ruth@home.example', 'Tue, 10 Feb 2026') +
      letterTo('ruth@work.example', 'Mon, 9 Feb 2026')
    await bring(notebook(), 'year.ics', year, own)
    await bring(notebook(), 'box.mbox', box, own)
    expect(await ask('people.show', { id: a })).toMatchObject({ exchanges: 2 })
    expect(await ask('people.show', { id: b })).toMatchObject({ exchanges: 2 })
    await ask('people.merge', { people: [a, b] })
    for (const id of [a, b]) {
      expect(await ask('people.show', { id })).toMatchObject({
        id: a,
        exchanges: 3,
        lastExchange: { day: '2026-02-10', channel: 'mail' },
      })
    }
    expect((await ask('people.list')).people).toMatchObject([{ id: a, contactOn: '2026-02-10' }])
    const again = await bring(notebook(), 'box.mbox', box, own)
    expect(again).toMatchObject({ exchanges: 0, unchanged: 2 })
    const later = letterFrom('ruth@home.example', 'Wed, 18 Feb 2026')
    await bring(notebook(), 'later.mbox', later, own)
    await expectTheSameRebuilt(notebook())
    const { undecided } = await ask('people.unmerge', { id: b })
    expect(undecided).toEqual([])
    expect(await ask('people.show', { id: a })).toMatchObject({
      exchanges: 2,
      lastExchange: { day: '2026-02-09' },
    })
    expect(await ask('people.show', { id: b })).toMatchObject({
      exchanges: 3,
      lastExchange: { day: '2026-02-18', direction: 'in' },
    })
    await expectTheSameRebuilt(notebook())
  })

  test('goes from one person with the file that told of it, and comes back to each record with it', async () => {
    const { ask } = notebook()
    const a = await person(notebook(), 'Samir Haddad', mailOf('samir@a.example'))
    const b = await person(notebook(), 'Samir H.', mailOf('samir@b.example'))
    await ask('people.merge', { people: [a, b] })
    const box =
      letterTo('samir@a.example', 'Tue, 3 Feb 2026') +
      letterTo('samir@b.example', 'Tue, 3 Feb 2026')
    const { import: id } = await bring(notebook(), 'samir.mbox', box, own)
    expect(await ask('people.show', { id: a })).toMatchObject({ exchanges: 1 })
    await ask('contacts.undo-import', { id })
    expect(await ask('people.show', { id: b })).toMatchObject({ exchanges: 0, lastExchange: null })
    await bring(notebook(), 'samir.mbox', box, own)
    await ask('people.unmerge', { id: b })
    for (const one of [a, b]) {
      expect(await ask('people.show', { id: one })).toMatchObject({ exchanges: 1 })
    }
  })

  test('goes for good with whoever is removed for good', async () => {
    const { ask } = notebook()
    const gone = await person(notebook(), 'Velimir Zdrav', mailOf('velimir@z.example'))
    const box = letterTo('velimir@z.example', 'Tue, 3 Feb 2026', 'The pearl necklace')
    await bring(notebook(), 'velimir.mbox', box, { ...own, subjects: true })
    expect((await ask('people.show', { id: gone })).lastExchange.subject).toMatch(/pearl/)
    await ask('people.remove', { people: [gone] })
    await ask('bin.empty', { ids: [gone] })
    const left = await notebook().peek(async (db) => [
      await raw(db, 'select doc from exchanges'),
      await raw(db, 'select before, after from changes'),
    ])
    expect(JSON.stringify(left)).not.toMatch(/pearl necklace/)
    await expectTheSameRebuilt(notebook())
  })

  test('holds whom it is with, until the file that told of it is taken back too', async () => {
    const { ask, answer, refusal, documents, derived } = notebook()
    const files = [await file('ivo.vcf', card('ivo-1', 'Ivo Kral', 'EMAIL:ivo@kral.example'))]
    const cards = await answer('contacts.import', { files })
    const box = [await file('ivo.mbox', letterTo('ivo@kral.example', 'Tue, 3 Feb 2026'))]
    const told = await answer('contacts.import', { files: box, ...own })
    const before = [await documents(), await derived()]
    expect(await refusal('changes.undo', { id: cards.change })).toEqual({
      code: 'change.in-the-way',
      says: 'Changed since, so it cannot be taken back: Ivo Kral',
    })
    expect([await documents(), await derived()]).toEqual(before)
    await ask('changes.undo', { id: told.change })
    await ask('changes.undo', { id: cards.change })
    expect(await listed(notebook(), 'ivo kral')).toEqual([])
    const everybody = await answer('contacts.import', { files: box, ...own, people: 'all' })
    expect(await listed(notebook(), 'ivo')).toHaveLength(1)
    await ask('changes.undo', { id: everybody.change })
    expect(await listed(notebook(), 'ivo')).toEqual([])
  })
})

onBothDatabases('forgetting somebody of several records', (notebook) => {
  test('takes every record with all that hangs on it, and no address of any brings them back', async () => {
    const { ask, refusal } = notebook()
    const one = card('xav-1', 'Xaviera Quill', 'EMAIL:xaviera@quill.example')
    const two = card('xav-2', 'X. Quillfeather', 'EMAIL:feather@quill.example')
    await bring(notebook(), 'quills.vcf', one + two)
    const [a] = await listed(notebook(), 'xaviera quill')
    const [b = ''] = await listed(notebook(), 'quillfeather')
    const alike = await person(notebook(), 'Xaviera Quill', mailOf('other@house.example'))
    await ask('people.distinct', { people: [a, alike] })
    await ask('people.merge', { people: [a, b] })
    const box =
      letterTo('xaviera@quill.example', 'Tue, 3 Feb 2026', 'Sealed chestnuts') +
      letterTo('feather@quill.example', 'Wed, 4 Feb 2026', 'Sealed walnuts')
    await bring(notebook(), 'quill.mbox', box, { ...own, subjects: true })
    await ask('notes.save', { kind: 'person', id: b, text: 'collects thimbles' })
    await talkWith(notebook(), [b], { link: 'the thimble fair' })
    const dossier = await wholeOf(await ask('people.dossier', { id: b, format: 'json' }))
    expect(dossier.exchanges.map(({ day }: Loose) => day)).toEqual(['2026-02-03', '2026-02-04'])
    expect(dossier.records).toEqual(['Xaviera Quill', 'X. Quillfeather'])
    expect(dossier.cards).toHaveLength(2)
    expect(await ask('people.forget', { people: [b] })).toMatchObject({
      forgotten: 1,
      records: 2,
      exchanges: 2,
      cards: 2,
      conversations: 1,
    })
    await expectNoTrace(notebook(), [
      'Quillfeather',
      'quill.example',
      'chestnuts',
      'walnuts',
      'thimble',
      'xav-1',
      'xav-2',
    ])
    expect(await refusal('people.show', { id: a })).toMatchObject({ code: 'person.unknown' })
    expect((await ask('contacts.review', { person: alike })).pairs).toEqual([])
    const before = await count(notebook())
    const again = one.replace('xav-1', 'new-1') + two.replace('xav-2', 'new-2')
    expect(await bring(notebook(), 'again.vcf', again)).toMatchObject({ created: 0, passed: 2 })
    expect(await count(notebook())).toBe(before)
    await bring(notebook(), 'quill.mbox', box, { ...own, people: 'all' })
    expect(await count(notebook())).toBe(before)
    await expectTheSameRebuilt(notebook())
  })

  test('takes whoever is known by mail alone, and their mail does not bring them back', async () => {
    const { ask } = notebook()
    const box = letterFrom('Ottoline Vex <ottoline@vex.example>', 'Tue, 3 Feb 2026', 'Basilisk')
    await bring(notebook(), 'vex.mbox', box, { ...own, people: 'all', subjects: true })
    const [id] = await listed(notebook(), 'ottoline')
    expect(await ask('people.show', { id })).toMatchObject({ exchanges: 1 })
    expect(await ask('people.forget', { people: [id] })).toMatchObject({ records: 1, exchanges: 1 })
    await expectNoTrace(notebook(), ['Ottoline', 'vex.example', 'Basilisk'])
    const again = await bring(notebook(), 'v.mbox', box, { ...own, people: 'all', subjects: true })
    expect(again).toMatchObject({ created: 0, exchanges: 0 })
    expect(await listed(notebook(), 'ottoline')).toEqual([])
    await expectTheSameRebuilt(notebook())
  })
})
