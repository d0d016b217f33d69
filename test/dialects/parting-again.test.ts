import { expect, test } from 'vitest'
import { type Loose, onBothDatabases, person } from './notebook.ts'

const idsOf = (things: readonly Loose[]): string[] => things.map(({ id }) => id)

onBothDatabases('people who are parted more than once', (notebook) => {
  test('are asked again what was left open, also when another was kept the second time', async () => {
    const { ask } = notebook()
    const a = await person(notebook(), 'Kit One')
    const b = await person(notebook(), 'Kit Two')
    await ask('people.merge', { people: [a, b] })
    const { id: talk } = await ask('conversations.plan', { people: [a] })
    await ask('people.label', { people: [a], add: ['hiring'] })
    const first = await ask('people.unmerge', { id: b })
    expect(first.undecided).toHaveLength(2)
    await ask('people.merge', { people: [b, a] })
    const { undecided } = await ask('people.unmerge', { id: a })
    expect(idsOf(undecided)).toEqual(idsOf(first.undecided))
    await ask('people.assign', { to: b, things: [talk] })
    const { conversations } = await ask('conversations.list', { person: b })
    expect(idsOf(conversations)).toEqual([talk])
    expect((await ask('people.parting', { id: a })).undecided).toHaveLength(1)
  })

  test('get what is given to them, whatever else they were parted from', async () => {
    const { ask } = notebook()
    const a = await person(notebook(), 'Kit One')
    const b = await person(notebook(), 'Kit Two')
    const c = await person(notebook(), 'Kit Three')
    await ask('people.merge', { people: [b, c] })
    await ask('people.unmerge', { id: c })
    await ask('people.merge', { people: [a, b] })
    const { id: talk } = await ask('conversations.plan', { people: [a] })
    await ask('people.unmerge', { id: b })
    await ask('people.assign', { to: b, things: [talk] })
    const { conversations } = await ask('conversations.list', { person: b })
    expect(idsOf(conversations)).toEqual([talk])
  })

  test('keep what came to each meanwhile when the parting is taken back', async () => {
    const { ask, answer } = notebook()
    const a = await person(notebook(), 'Kit One')
    const b = await person(notebook(), 'Kit Two')
    await ask('people.merge', { people: [a, b] })
    const { change } = await answer('people.unmerge', { id: b })
    await ask('conversations.plan', { people: [a] })
    await ask('changes.undo', { id: change })
    expect((await ask('people.show', { id: b })).id).toBe(a)
    expect((await ask('people.unmerge', { id: b })).undecided).toEqual([])
  })
})
