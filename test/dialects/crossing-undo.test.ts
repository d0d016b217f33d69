import { expect, test } from 'vitest'
import { card, file } from './contacts-files.ts'
import {
  bring,
  expectTheSameRebuilt,
  letterTo,
  listed,
  mailOf,
  own,
  reachedAt,
} from './crossing.ts'
import { type Loose, onBothDatabases, person } from './notebook.ts'
import { expectNoTrace } from './traces.ts'

onBothDatabases('what is taken back where several deeds cross', (notebook) => {
  test('a parting in which something was given is back whole, unless that was worked on since', async () => {
    const { ask, answer, refusal, documents, derived } = notebook()
    const a = await person(notebook(), 'Lena Thorsen')
    const b = await person(notebook(), 'Marit Solheim')
    await ask('people.merge', { people: [a, b] })
    const { id: talk } = await ask('conversations.plan', { people: [a], link: 'boats' })
    const before = [await documents(), await derived()]
    const give = [{ thing: talk, to: b }]
    const parting = await answer('people.unmerge', { id: b, give })
    const whose = async () =>
      (await ask('conversations.show', { id: talk })).people.map(({ id }: Loose) => id)
    expect(await whose()).toEqual([b])
    await ask('changes.undo', { id: parting.change })
    expect([await documents(), await derived()]).toEqual(before)
    const again = await answer('people.unmerge', { id: b, give })
    const changed = await answer('conversations.change', { id: talk, link: 'ships' })
    const since = [await documents(), await derived()]
    const refused = await refusal('changes.undo', { id: again.change })
    expect(refused).toEqual({
      code: 'change.in-the-way',
      says: 'Changed since, so it cannot be taken back: a conversation',
    })
    expect([await documents(), await derived()]).toEqual(since)
    await ask('changes.undo', { id: changed.change })
    const undone = await answer('changes.undo', { id: again.change })
    expect(await whose()).toEqual([a])
    await ask('changes.undo', { id: undone.change })
    expect(await whose()).toEqual([b])
    expect((await ask('people.parting', { id: b })).undecided).toEqual([])
  })

  test('a file that was taken out comes back without whom was forgotten meanwhile', async () => {
    const { ask, answer } = notebook()
    const text =
      card('fo-1', 'Wanda Zsolnay', 'EMAIL:wanda@zsolnay.example') +
      card('fo-2', 'Bela Stays', 'EMAIL:bela@stays.example')
    const { import: id } = await bring(notebook(), 'fo.vcf', text)
    const [wanda] = await listed(notebook(), 'wanda')
    const other = await person(notebook(), 'Irenka Holub', mailOf('wanda@zsolnay.example'))
    await ask('people.merge', { people: [other, wanda] })
    const box = letterTo('wanda@zsolnay.example', 'Tue, 3 Feb 2026', 'Cherries')
    await bring(notebook(), 'fo.mbox', box, { ...own, subjects: true })
    const out = await answer('contacts.undo-import', { id })
    await ask('people.forget', { people: [other] })
    await ask('changes.undo', { id: out.change })
    const [bela] = await listed(notebook(), 'bela')
    expect(reachedAt(await ask('people.show', { id: bela }))).toEqual(['bela@stays.example'])
    expect(await listed(notebook(), 'wanda')).toEqual([])
    await expectNoTrace(notebook(), ['Zsolnay', 'Irenka', 'Cherries'])
    await expectTheSameRebuilt(notebook())
  })

  test('a file that was taken out and brought in anew by another is refused by name, nothing half done', async () => {
    const { answer, refusal, documents, derived } = notebook()
    const many = Array.from({ length: 130 }, (_, at) => card(`cr-${at}`, `Crowd Nr${at}`, 'NOTE:x'))
    const { import: id } = await bring(notebook(), 'crowd.vcf', many.join(''))
    const out = await answer('contacts.undo-import', { id })
    expect(out.result).toMatchObject({ people: 130 })
    await bring(notebook(), 'late.vcf', many.at(-1) ?? '')
    const before = [await documents(), await derived()]
    const refused = await refusal('changes.undo', { id: out.change })
    expect(refused).toMatchObject({ code: 'change.in-the-way' })
    expect(refused.says).toMatch(/^Changed since, so it cannot be taken back: Crowd Nr129/)
    expect([await documents(), await derived()]).toEqual(before)
    expect(await listed(notebook(), 'crowd')).toHaveLength(1)
  })

  test('labels that a file brought go from merged people and come back with it', async () => {
    const { ask, answer, documents, derived } = notebook()
    const a = await person(notebook(), 'Sixten Aalto', { labels: ['Own'] })
    const cards = [
      await file(
        'lab.vcf',
        card('lab-9', 'Rauha Niemi', 'EMAIL:rauha@niemi.example', 'CATEGORIES:Filed'),
      ),
    ]
    const { files } = await ask('contacts.import', { files: cards })
    const group = card('g-9', 'Rowers').replace(
      'FN:',
      'X-ADDRESSBOOKSERVER-KIND:group\r\nX-ADDRESSBOOKSERVER-MEMBER:urn:uuid:lab-9\r\nFN:',
    )
    const rowers = await bring(notebook(), 'rowers.vcf', group)
    const [b] = await listed(notebook(), 'rauha')
    await ask('people.merge', { people: [a, b] })
    expect((await ask('people.show', { id: a })).labels.toSorted()).toEqual([
      'Filed',
      'Own',
      'Rowers',
    ])
    await ask('contacts.undo-import', { id: rowers.import })
    expect((await ask('people.show', { id: a })).labels.toSorted()).toEqual(['Filed', 'Own'])
    const before = [await documents(), await derived()]
    const out = await answer('contacts.undo-import', { id: files[0].import })
    expect((await ask('people.show', { id: a })).labels).toEqual(['Own'])
    const { labels } = await ask('people.labels')
    expect(labels).toEqual([{ label: 'Own', people: 1 }])
    await ask('changes.undo', { id: out.change })
    expect([await documents(), await derived()]).toEqual(before)
  })
})
