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

  test('are asked whose a voice is, unless it speaks at the table of one of them', async () => {
    const { ask } = notebook()
    const [a, b] = [await person(notebook(), 'Kit One'), await person(notebook(), 'Kit Two')]
    const guest = await person(notebook(), 'Uma Guest')
    const hers = await ask('conversations.plan', { people: [b] })
    const other = await ask('conversations.plan', { people: [guest] })
    await ask('people.merge', { people: [a, b] })
    const text = 'WEBVTT\n\n00:01.000 --> 00:02.000\n<v Speaker 2>we mend what tears\n'
    const heard: string[] = []
    for (const { id: conversation } of [hers, other]) {
      const { id } = await ask('transcripts.import', { conversation, text })
      await ask('transcripts.who', { id, name: 'Speaker 2', person: a })
      heard.push(id)
    }
    const who = async () => {
      const shown = await Promise.all(heard.map((id) => ask('transcripts.show', { id })))
      return shown.map(({ voices }: Loose) => voices[0].person.id)
    }
    expect(await who()).toEqual([a, a])
    const { certain } = await ask('people.parting', { id: b })
    expect(idsOf(certain)).toContain(`${heard[0]}:0`)
    const { undecided } = await ask('people.unmerge', { id: b })
    expect(undecided).toMatchObject([{ kind: 'voice', id: `${heard[1]}:0`, with: a }])
    expect(await who()).toEqual([b, a])
    await ask('people.assign', { to: b, things: [`${heard[1]}:0`] })
    expect(await who()).toEqual([b, b])
    expect((await ask('people.parting', { id: a })).undecided).toEqual([])
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
