import { expect, test } from 'vitest'
import { card } from './contacts-files.ts'
import { bring, letterFrom, listed, mailOf, own, reachedAt } from './crossing.ts'
import { type Loose, type Notebook, onBothDatabases, person } from './notebook.ts'

const mail = (value: string) => ({ kind: 'mail', value })

/** Two who are one, of whom only what the second says of this part is shown. */
async function shownAs(notebook: Notebook, part: string, more: readonly [object, object]) {
  const a = await person(notebook, 'Ilse Varga', more[0])
  const b = await person(notebook, 'Ilse Toth', more[1])
  await notebook.ask('people.merge', { people: [a, b], choices: { [part]: b } })
  return [a, b] as const
}

onBothDatabases('where one record alone is shown', (notebook) => {
  test('a value that comes meanwhile is shown, and is asked about when they part', async () => {
    const { ask } = notebook()
    const both = [mailOf('a@varga.example'), mailOf('b@toth.example')] as const
    const [a, b] = await shownAs(notebook(), 'channels', both)
    const { channels } = await ask('people.show', { id: a })
    await ask('people.change', { id: a, channels: [...channels, mail('new@ilse.example')] })
    expect(reachedAt(await ask('people.show', { id: a }))).toEqual([
      'b@toth.example',
      'new@ilse.example',
    ])
    const { undecided } = await ask('people.parting', { id: b })
    expect(undecided).toMatchObject([{ kind: 'value', words: 'new@ilse.example', with: b }])
    await ask('people.unmerge', { id: b, give: [{ thing: undecided[0].id, to: a }] })
    const apart = [await ask('people.show', { id: a }), await ask('people.show', { id: b })]
    expect(apart.map(reachedAt)).toEqual([
      ['a@varga.example', 'new@ilse.example'],
      ['b@toth.example'],
    ])
  })

  test('it is asked about also when all are shown again by then, and what was theirs before is not', async () => {
    const { ask } = notebook()
    const both = [mailOf('a@varga.example'), mailOf('b@toth.example')] as const
    const [a, b] = await shownAs(notebook(), 'channels', both)
    const { channels } = await ask('people.show', { id: a })
    await ask('people.change', { id: a, channels: [...channels, mail('then@ilse.example')] })
    await ask('people.merge', { people: [a, b], choices: { channels: 'both' } })
    const all = (await ask('people.show', { id: b })).channels
    await ask('people.change', { id: b, channels: [...all, mail('own@ilse.example')] })
    await ask('people.merge', { people: [a, b], choices: { channels: b } })
    const third = await person(notebook(), 'Ilse Nagy')
    await ask('people.merge', { people: [a, third], choices: { channels: 'both' } })
    const { undecided } = await ask('people.parting', { id: b, only: true })
    expect(undecided.map(({ words }: Loose) => words)).toEqual(['then@ilse.example'])
  })

  test('labels go on and come off what is shown, and what is hidden stays as it is', async () => {
    const { ask } = notebook()
    const both = [{ labels: ['Choir', 'Old'] }, { labels: ['Choir'] }] as const
    const [a, b] = await shownAs(notebook(), 'labels', both)
    await ask('people.label', { people: [a], add: ['Old', 'New'], remove: ['Choir'] })
    expect((await ask('people.show', { id: a })).labels).toEqual(['Old', 'New'])
    await ask('people.unmerge', { id: b })
    expect((await ask('people.show', { id: a })).labels).toEqual(['Choir', 'Old'])
    expect((await ask('people.show', { id: b })).labels).toEqual(['Old', 'New'])
  })

  test('the chair from which somebody speaks is changed where it is shown', async () => {
    const { ask } = notebook()
    const { id: field } = await ask('fields.add', { name: `Weaving ${notebook().dialect}` })
    const standing = { fields: [{ field, kind: 'P' }] }
    const [a, b] = await shownAs(notebook(), 'fields', [standing, {}])
    await ask('people.place', { people: [a], field, kind: 'S' })
    expect((await ask('people.show', { id: a })).fields).toMatchObject([{ field, kind: 'S' }])
    await ask('people.unmerge', { id: b })
    expect((await ask('people.show', { id: a })).fields).toMatchObject([{ field, kind: 'P' }])
  })
})

onBothDatabases('what goes with what', (notebook) => {
  const daysWith = async (id: string) => (await notebook().ask('people.show', { id })).exchanges

  test('days of contact go with the address that told of them: given, taken back, moved by hand', async () => {
    const { ask, answer } = notebook()
    const a = await person(notebook(), 'Pal Horvath', mailOf('pal@first.example'))
    const b = await person(notebook(), 'Pal Szabo')
    await ask('people.merge', { people: [a, b] })
    const { channels } = await ask('people.show', { id: a })
    await ask('people.change', { id: a, channels: [...channels, mail('pal@second.example')] })
    const box =
      letterFrom('pal@first.example', 'Tue, 3 Feb 2026') +
      letterFrom('pal@second.example', 'Tue, 3 Feb 2026') +
      letterFrom('pal@second.example', 'Wed, 4 Feb 2026')
    await bring(notebook(), 'pal.mbox', box, own)
    await ask('people.unmerge', { id: b })
    expect([await daysWith(a), await daysWith(b)]).toEqual([2, 0])
    const { undecided } = await ask('people.parting', { id: a })
    const given = await answer('people.assign', { to: b, things: [undecided[0].id] })
    expect([await daysWith(a), await daysWith(b)]).toEqual([1, 2])
    await ask('changes.undo', { id: given.change })
    expect([await daysWith(a), await daysWith(b)]).toEqual([2, 0])
    await ask('people.change', { id: b, channels: [mail('pal@second.example')] })
    expect([await daysWith(a), await daysWith(b)]).toEqual([2, 0])
    await ask('people.change', { id: a, channels: [mail('pal@first.example')] })
    expect([await daysWith(a), await daysWith(b)]).toEqual([1, 2])
    expect(await bring(notebook(), 'pal.mbox', box, own)).toMatchObject({ exchanges: 0 })
  })

  test('what was written of somebody stays with them when one of their records is removed for good', async () => {
    const { ask } = notebook()
    const { import: id } = await bring(
      notebook(),
      'one.vcf',
      card('stays-1', 'Edit Farkas', 'EMAIL:edit@farkas.example'),
    )
    const [brought = ''] = await listed(notebook(), 'Edit Farkas')
    const [b, c] = [await person(notebook(), 'Edit Kiss'), await person(notebook(), 'Edit Vass')]
    await ask('people.merge', { people: [brought, b, c] })
    await ask('contacts.undo-import', { id })
    const subject = { kind: 'person', id: brought }
    await ask('notes.save', { ...subject, text: '> send the pattern' })
    const { id: talk } = await ask('conversations.plan', { people: [brought], link: 'looms' })
    const [{ line }] = (await ask('promises.list')).promises
    await ask('promises.settle', { line })
    await ask('bin.empty', { ids: [brought] })
    const shown = await ask('people.show', { id: c })
    expect(shown).toMatchObject({ id: b, records: [{ id: b }, { id: c }] })
    expect((await ask('notes.show', { kind: 'person', id: b })).text).toBe('> send the pattern')
    const { people } = await ask('conversations.show', { id: talk })
    expect(people).toMatchObject([{ id: b }])
    expect((await ask('promises.list', { done: true })).promises).toMatchObject([{ line }])
    const { undecided } = await ask('people.parting', { id: c })
    expect(undecided.map(({ kind }: Loose) => kind).toSorted()).toEqual(['conversation', 'line'])
  })

  test('a merge with somebody removed for good since cannot be done again', async () => {
    const { ask, answer, refusal } = notebook()
    const [a, b] = [await person(notebook(), 'Vera Laszlo'), await person(notebook(), 'Vera Lux')]
    const { change } = await answer('people.merge', { people: [a, b] })
    const undone = await answer('changes.undo', { id: change })
    await ask('people.remove', { people: [a] })
    await ask('bin.empty', { ids: [a] })
    expect(await refusal('changes.undo', { id: undone.change })).toEqual({
      code: 'change.already-erased',
      says: 'One of the people this was about was removed for good since',
    })
    expect((await ask('people.show', { id: b })).id).toBe(b)
  })
})
