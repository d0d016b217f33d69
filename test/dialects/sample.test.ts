import { describe, expect, test } from 'vitest'
import { type Loose, type Notebook, onBothDatabases, openNotebook, person } from './notebook.ts'

const empty = async (notebook: Notebook) =>
  Object.entries(await notebook.documents()).flatMap(([table, rows]) =>
    rows.length ? [`${table} ${rows.length}`] : [],
  )

async function personCalled(notebook: Notebook, text: string): Promise<string> {
  const { people } = await notebook.ask('people.find', { text })
  return people[0].id
}

onBothDatabases('a fictional life', (notebook) => {
  test('is loaded once, and signed by whom the owner has not named', async () => {
    expect(await notebook().ask('sample.load', { people: 250 })).toEqual({
      people: 276,
      conversations: 23,
    })
    expect(await notebook().ask('settings.show')).toMatchObject({ name: 'Inés Carvalho' })
    expect(await notebook().refusal('sample.load')).toMatchObject({ code: 'sample.already-there' })
    expect((await notebook().ask('people.list')).count).toBe(276)
  })

  test('gives a day of one conversation and six small things', async () => {
    const { next, counts } = await notebook().ask('today.show')
    expect(next.map(({ what, who }: Loose) => `${what} ${who}`)).toEqual([
      'start Ruth Adeyemi',
      'thank Tomasz Wilk',
      'recall-promise Mei-Lin Chau',
      'keep-promise Leila Haddad',
      'nudge Greta Nyström',
      'widen Hana Kováčová',
      'update Samir Patel',
    ])
    expect(counts).toEqual({ conversations: 1, small: 6, about: 'half-hour' })
  })

  test('gives a field in which eight people were heard, and two who speak at one table', async () => {
    const conservation = await notebook().ask('fields.show', { name: 'conservation science' })
    expect(conservation).toMatchObject({ people: 8, unheard: ['H'] })
    expect(conservation.open).toHaveLength(3)
    const entry = conservation.topics.find(({ topic }: Loose) => topic === 'entry')
    expect(entry.people).toBe(5)
    const rivers = await notebook().ask('fields.show', { name: 'River restoration' })
    const speakers = rivers.heard.map(({ name }: Loose) => name)
    expect(speakers).toEqual(expect.arrayContaining(['Yusuf Demir', 'Joaquín Sanz']))
  })

  test('goes without a trace, edited or not, and can be loaded again', async () => {
    const ruth = await personCalled(notebook(), 'Ruth Adeyemi')
    await notebook().ask('people.change', { id: ruth, name: 'Ruth A.' })
    await notebook().ask('notes.save', { kind: 'person', id: ruth, text: '= likes plums' })
    const { conversations } = await notebook().ask('conversations.list', { person: ruth })
    await notebook().ask('conversations.step', { id: conversations[0].id, kind: 'started' })
    expect(await notebook().ask('sample.remove')).toEqual({
      people: 276,
      conversations: 23,
      stayed: [],
    })
    expect(await empty(notebook())).toEqual([])
    expect(await notebook().ask('sample.load')).toEqual({ people: 26, conversations: 23 })
    expect(await notebook().ask('sample.remove')).toMatchObject({ people: 26 })
  })
})

describe.each(['sqlite', 'postgres'] as const)('beside a fictional life (%s)', (dialect) => {
  test('what the owner wrote stays, with the people it names', async () => {
    const notebook = await openNotebook(dialect)
    await notebook.ask('settings.change', { name: 'Lucía' })
    await notebook.ask('fields.add', { name: 'Science radio', why: 'My own reason' })
    const own = await person(notebook, 'Noor Haddad')
    await notebook.ask('sample.load')
    const samir = await personCalled(notebook, 'Samir Patel')
    const plan = await notebook.ask('conversations.plan', { people: [own, samir] })
    await notebook.ask('notes.save', { kind: 'conversation', id: plan.id, text: '= my own line' })

    expect(await notebook.ask('sample.remove')).toEqual({
      people: 25,
      conversations: 23,
      stayed: ['Samir Patel'],
    })
    expect(await notebook.ask('settings.show')).toMatchObject({ name: 'Lucía' })
    const { people } = await notebook.ask('people.list')
    expect(people.map(({ name }: Loose) => name)).toEqual(['Noor Haddad', 'Samir Patel'])
    const { fields } = await notebook.ask('fields.list')
    expect(fields.map(({ name, why }: Loose) => `${name}: ${why}`)).toEqual([
      expect.stringContaining('Conservation science'),
      'Science radio: My own reason',
    ])
    const { conversations } = await notebook.ask('conversations.list')
    expect(conversations).toHaveLength(1)
    const note = await notebook.ask('notes.show', { kind: 'conversation', id: plan.id })
    expect(note.text).toBe('= my own line')
    await notebook.close()
  })

  test('taking it out can itself be taken back', async () => {
    const notebook = await openNotebook(dialect)
    await notebook.ask('sample.load')
    const before = await notebook.documents()
    const { change } = await notebook.answer('sample.remove')
    await notebook.ask('changes.undo', { id: change })
    expect(await notebook.documents()).toEqual(before)
    expect(await notebook.refusal('sample.load')).toMatchObject({ code: 'sample.already-there' })
    await notebook.close()
  })
})
