import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Loose, type Notebook, onBothDatabases, openNotebook, person } from './notebook.ts'

/** A lived-in notebook asked everything there is to ask; the answers name what was asked. */
async function everythingTold(notebook: Notebook): Promise<Map<string, unknown>> {
  const { ask } = notebook
  const told = new Map<string, unknown>()
  const tell = async (operation: string, input: object = {}): Promise<Loose> => {
    const answer = await ask(operation, input)
    told.set(`${operation} ${JSON.stringify(input)}`, answer)
    return answer
  }
  for (const list of [
    'today.show',
    'people.labels',
    'fields.list',
    'topics.list',
    'settings.show',
    'places.list',
    'introductions.list',
    'asking.whom',
    'asking.month',
  ]) {
    await tell(list)
  }
  await tell('today.show', { day: '2026-03-20' })
  await tell('promises.list')
  await tell('promises.list', { done: true })
  await tell('changes.list', { limit: 200 })
  await tell('bin.list')
  const { people } = await tell('people.list', { limit: 200 })
  for (const { id, name } of people) {
    await tell('people.show', { id })
    await tell('people.between', { id })
    await tell('people.find', { text: name.slice(0, 4) })
    await tell('notes.show', { kind: 'person', id })
  }
  await tell('conversations.next', { people: people.map(({ id }: Loose) => id) })
  const { conversations } = await tell('conversations.list', { limit: 200 })
  for (const { id } of conversations) {
    for (const operation of ['conversations.show', 'conversations.brief'])
      await tell(operation, { id })
    await tell('notes.show', { id, offRecord: true })
    await tell('letters.draft', { conversation: id })
  }
  const { fields } = await ask('fields.list')
  for (const { name } of fields) await tell('fields.show', { name })
  const { organisations } = await tell('organisations.list', { limit: 200 })
  for (const { id } of organisations) await tell('organisations.show', { which: id })
  for (const text of ['paper', 'the', 'a', 'river', 'wilk', 'hand']) {
    await tell('search.everything', { text, limit: 100, offRecord: true })
    await tell('people.find', { text, limit: 200 })
  }
  for (const format of ['vcard3', 'vcard4', 'jcard', 'csv', 'json']) {
    const sent = await ask('contacts.export', { format })
    let whole = ''
    for await (const piece of sent.text) whole += piece
    told.set(`contacts.export ${format}`, whole)
  }
  return told
}

let both: readonly Map<string, unknown>[] = []
const notebooks: Notebook[] = []
beforeAll(async () => {
  for (const dialect of ['sqlite', 'postgres'] as const) {
    const notebook = await openNotebook(dialect, 3)
    notebooks.push(notebook)
    await notebook.ask('sample.load', { people: 300 })
  }
  both = [await everythingTold(notebooks[0]!), await everythingTold(notebooks[1]!)]
})
afterAll(() => Promise.all(notebooks.map((notebook) => notebook.close())))

test('a whole life answers every question alike, whichever database keeps it', () => {
  const [sqlite, postgres] = both
  expect(sqlite?.size).toBeGreaterThan(400)
  expect([...(postgres?.keys() ?? [])]).toEqual([...(sqlite?.keys() ?? [])])
  for (const [asked, answer] of sqlite ?? [])
    expect([asked, postgres?.get(asked)]).toEqual([asked, answer])
})

onBothDatabases('the fictional life', (notebook) => {
  test('comes once, goes without a trace in tables and indexes, and leaves what is one’s own', async () => {
    const { ask, refusal, documents, derived } = notebook()
    const mine = await person(notebook(), 'Really Mine', { labels: ['mine'] })
    await ask('notes.save', { kind: 'person', id: mine, text: '" my own words' })
    const before = [await documents(), await derived()]
    const loaded = await ask('sample.load')
    expect(loaded.people).toBeGreaterThan(10)
    expect(await refusal('sample.load')).toMatchObject({ code: 'sample.already-there' })
    expect((await ask('today.show')).next.length).toBeGreaterThan(0)
    expect((await ask('places.list')).places.length).toBeGreaterThan(4)
    expect((await ask('introductions.list')).introductions.length).toBe(2)
    const kept = await derived()
    await ask('notebook.rebuild')
    expect(await derived()).toEqual(kept)
    await ask('sample.remove')
    expect([await documents(), await derived()]).toEqual(before)
  })

  test('leaves whoever stands in an introduction of one’s own', async () => {
    const { ask } = notebook()
    await ask('sample.load')
    const [leila] = (await ask('people.find', { text: 'Leila Haddad' })).people
    const friend = await person(notebook(), 'Mine Too')
    await ask('introductions.plan', {
      shape: 'idea',
      me: 'connector',
      requester: friend,
      target: leila.id,
    })
    expect((await ask('sample.remove')).stayed).toEqual(['Joaquín Sanz', 'Leila Haddad'])
    const { introductions } = await ask('introductions.list')
    expect(introductions.map(({ people }: Loose) => people.target.name)).toEqual(['Leila Haddad'])
  })
})
