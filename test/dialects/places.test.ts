import { expect, test } from 'vitest'
import { type Loose, type Notebook, onBothDatabases, person } from './notebook.ts'
import { take } from './talk.ts'

const at = (organisation: string, own: object = {}) => ({
  roles: [{ title: 'Archivist', organisation, ...own }],
})

const namesOf = (rows: Loose[]) => rows.map(({ name }: Loose) => name)
const listed = async ({ ask }: Notebook) => (await ask('places.list')).places

onBothDatabases('a place', (notebook) => {
  test('is an organisation that is wanted: with whom one knows there, what is open and what was heard', async () => {
    const book = notebook()
    const { ask } = book
    const samir = await person(book, 'Samir Haddad')
    const ruth = await person(book, 'Ruth Adeyemi', {
      ...at('Kelvin Archive'),
      meeting: { through: samir },
    })
    await person(book, 'Otto Kern', at('Kelvin Archive', { to: '2021' }))
    const zoe = await person(book, 'Zoe Lind', at('Kelvin Archive'))
    const added = await ask('places.add', {
      name: 'kelvin archive',
      want: 3,
      moving: { why: 'They take on the river maps' },
    })
    expect(added).toMatchObject({ name: 'Kelvin Archive', now: 2, before: 1, waiting: 0, talks: 0 })
    expect(added.moving).toEqual({ level: 2, why: 'They take on the river maps', on: '2026-03-11' })

    const { id: talk } = await ask('conversations.plan', { people: [ruth], link: 'Samir' })
    await take(book, talk, 'held')
    await ask('notes.save', {
      id: talk,
      text: '" the maps came in wet\n% "they lost two\n? who dried them\n! learn to freeze paper',
    })
    const { id: asked } = await ask('conversations.plan', { people: [zoe], link: 'the fair' })
    await take(book, asked, 'sent')
    const shown = await ask('places.show', { which: 'Kelvin Archive' })
    expect(shown).toMatchObject({ waiting: 1, talks: 1, want: 3 })
    expect(shown.people).toMatchObject([
      { name: 'Ruth Adeyemi', now: true, through: 'Samir Haddad', spokeOn: '2026-03-11' },
      { name: 'Zoe Lind', now: true, through: null, spokeOn: null, lastOn: '2026-03-11' },
      { name: 'Otto Kern', now: false, until: '2021', role: 'Archivist' },
    ])
    await ask('places.add', { name: 'Elsewhere' })
    const of = async (who: string) => namesOf((await ask('places.list', { person: who })).places)
    expect([await of(zoe), await of(samir)]).toEqual([['Kelvin Archive'], []])
    expect(await of(await person(book, 'Nora Falk', at('Unwanted Works')))).toEqual([])
    await ask('places.leave', { which: 'Elsewhere' })
    expect(new Set(shown.underway.map(({ id }: Loose) => id))).toEqual(new Set([talk, asked]))
    expect(shown.heard.map(({ mark, text, person: who }: Loose) => [mark, text, who])).toEqual([
      ['"', 'the maps came in wet', 'Ruth Adeyemi'],
      ['!', 'learn to freeze paper', 'Ruth Adeyemi'],
    ])
  })

  test('is one under every name it has, and comes back by undo', async () => {
    const book = notebook()
    const { ask, answer, refusal } = book
    await ask('places.add', { name: 'Museum of the Coast', want: 1 })
    await ask('places.add', { name: 'Coast Museum', want: 3 })
    await ask('organisations.rename', { which: 'Museum of the Coast', name: 'The Coast' })
    const { change } = await answer('organisations.merge', {
      which: 'Coast Museum',
      into: 'The Coast',
    })
    expect(namesOf(await listed(book)).filter((name: string) => /coast/i.test(name))).toEqual([
      'The Coast',
    ])
    expect(await ask('places.show', { which: 'Coast Museum' })).toMatchObject({ want: 1 })
    const left = await answer('places.leave', { which: 'The Coast' })
    expect(await refusal('places.show', { which: 'The Coast' })).toMatchObject({
      code: 'place.unknown',
    })
    await ask('changes.undo', { id: left.change })
    await ask('changes.undo', { id: change })
    const both = (await listed(book)).filter(({ name }: Loose) => /coast/i.test(name))
    expect(both).toMatchObject([
      { name: 'Coast Museum', want: 3 },
      { name: 'The Coast', want: 1 },
    ])
  })

  test('of whom nobody is known is written down by its name, and moves when something moves', async () => {
    const book = notebook()
    const { ask, refusal } = book
    expect(await refusal('places.add', { name: '…' })).toMatchObject({ code: 'name.empty' })
    expect(await refusal('places.change', { which: 'Nowhere' })).toMatchObject({
      code: 'organisation.unknown',
    })
    await ask('places.add', { name: 'Delta Works' })
    await ask('places.add', { name: 'Alpha Works' })
    await ask('places.change', { which: 'Delta Works', moving: { level: 3, why: 'a new dyke' } })
    const works = (await listed(book)).filter(({ name }: Loose) => name.endsWith('Works'))
    expect(namesOf(works)).toEqual(['Delta Works', 'Alpha Works'])
    await ask('places.change', { which: 'Delta Works', moving: null })
    await ask('places.change', { which: 'Alpha Works', want: 0 })
    expect(await ask('places.show', { which: 'Alpha Works' })).toMatchObject({ want: 0, now: 0 })
  })

  test('stays when who was there is forgotten, without a word of them', async () => {
    const book = notebook()
    const { ask } = book
    const who = await person(book, 'Xiphias Gladius', at('Fencing Hall'))
    await ask('places.add', {
      name: 'Fencing Hall',
      moving: { level: 3, why: 'Xiphias Gladius says that they look for a second teacher' },
    })
    await ask('people.forget', { people: [who] })
    const hall = await ask('places.show', { which: 'Fencing Hall' })
    expect(hall).toMatchObject({ now: 0, people: [], moving: { level: 3 } })
    expect(hall.moving.why).toBe('somebody says that they look for a second teacher')
    expect(JSON.stringify(await book.documents())).not.toMatch(/xiphias/i)
  })

  test('stands on a page of its own turn, and no place on two', async () => {
    const book = notebook()
    const { ask } = book
    await person(book, 'Ada Quill', at('Paged Press'))
    for (const [number, want] of [1, 3, 2, 3, 2].entries()) {
      await ask('places.add', { name: `Paged ${number}`, want })
    }
    await ask('places.add', { name: 'Paged Press', want: 2 })
    await ask('organisations.merge', { which: 'Paged 1', into: 'Paged 4' })
    const whole = await listed(book)
    const walked: Loose[] = []
    for (let after: string | null | undefined = undefined; after !== null;) {
      const page: Loose = await ask('places.list', { limit: 2, ...(after ? { after } : {}) })
      expect(page.places.length).toBeLessThanOrEqual(2)
      walked.push(...page.places)
      after = page.next
    }
    expect(walked).toEqual(whole)
    const paged = namesOf(whole).filter((name: string) => name.startsWith('Paged'))
    expect(paged).toEqual(['Paged 3', 'Paged Press', 'Paged 2', 'Paged 4', 'Paged 0'])
  })

  test('is made anew from what is kept', async () => {
    const { ask, derived } = notebook()
    const before = await derived()
    expect(before['wished']?.length).toBeGreaterThan(2)
    await ask('notebook.rebuild')
    expect(await derived()).toEqual(before)
  })
})
