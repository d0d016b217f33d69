import { expect, test } from 'vitest'
import { onBothDatabases, person } from './notebook.ts'

onBothDatabases('not the same', (notebook) => {
  test('two who are not the same are never merged, nor joined through a third', async () => {
    const { ask, refusal } = notebook()
    const [a, b, c] = [
      await person(notebook(), 'Lee A'),
      await person(notebook(), 'Lee B'),
      await person(notebook(), 'Lee C'),
    ]
    expect(await ask('people.distinct', { people: [a, b] })).toEqual({ distinct: true, changed: 1 })
    expect(await ask('people.distinct', { people: [b, a] })).toEqual({ distinct: true, changed: 0 })
    expect(await refusal('people.merge', { people: [a, b] })).toMatchObject({
      code: 'bond.distinct',
      says: expect.stringContaining('Lee A'),
    })
    await ask('people.merge', { people: [b, c] })
    expect(await refusal('people.merge', { people: [a, c] })).toMatchObject({
      code: 'bond.distinct',
    })
    expect(await refusal('people.distinct', { people: [b, c] })).toMatchObject({
      code: 'bond.already-same',
    })
    await ask('people.distinct', { people: [a, b], undo: true })
    expect(await ask('people.merge', { people: [a, c] })).toMatchObject({ id: a })
  })

  test('merging oneself, nobody, or who is one already says so and changes nothing', async () => {
    const { ask, refusal, revision } = notebook()
    const [a, b] = [await person(notebook(), 'Mia A'), await person(notebook(), 'Mia B')]
    const before = await revision()
    expect(await refusal('people.merge', { people: [a, a] })).toMatchObject({ code: 'bond.alone' })
    expect(
      await refusal('people.merge', { people: [a, '0190a000-0000-7000-8000-00000000dead'] }),
    ).toMatchObject({ code: 'person.unknown' })
    expect(await refusal('people.unmerge', { id: a })).toMatchObject({ code: 'bond.unknown' })
    expect(await revision()).toBe(before)
    await ask('people.merge', { people: [a, b] })
    const merged = await revision()
    expect(await ask('people.merge', { people: [b, a] })).toMatchObject({ id: a, already: true })
    expect(await revision()).toBe(merged)
    await ask('people.merge', { people: [a, b], choices: { name: b } })
    expect((await ask('people.show', { id: a })).name).toBe('Mia B')
  })

  test('who names too few, the same twice, nobody known or somebody forgotten is told so in a sentence', async () => {
    const { ask, refusal, revision } = notebook()
    const [a, b] = [await person(notebook(), 'Ivo A'), await person(notebook(), 'Ivo B')]
    const gone = await person(notebook(), 'Ivo Gone')
    await ask('people.forget', { people: [gone] })
    const before = await revision()
    const nobody = '0190a000-0000-7000-8000-00000000dead'
    for (const operation of ['people.merge', 'people.distinct']) {
      const said = (people: readonly string[]) => refusal(operation, { people })
      for (const few of [[], [a], [a, a]]) {
        expect(await said(few)).toEqual({
          code: 'bond.alone',
          says: expect.stringMatching(/^(To merge takes two|Not the same as whom\?).* [a-z ]+$/),
        })
      }
      for (const missing of [nobody, gone]) {
        expect(await said([a, missing])).toEqual({
          code: 'person.unknown',
          says: `Nobody in your notebook has the id ${missing}`,
        })
      }
    }
    expect(await refusal('people.distinct', { people: [a, b, nobody] })).toEqual({
      code: 'bond.alone',
      says: 'That they are not the same is said of two people at a time',
    })
    expect(await revision()).toBe(before)
  })

  test('a merge undone parts them again, and remembers what nobody can know', async () => {
    const { ask, answer, refusal } = notebook()
    const [a, b] = [await person(notebook(), 'Nia A'), await person(notebook(), 'Nia B')]
    const { change } = await answer('people.merge', { people: [a, b] })
    const talk = (await ask('conversations.plan', { people: [a], link: 'x' })).id
    const undo = await answer('changes.undo', { id: change })
    expect((await ask('people.show', { id: b })).id).toBe(b)
    expect((await ask('people.parting', { id: b })).undecided).toMatchObject([
      { id: talk, with: a },
    ])
    await ask('changes.undo', { id: undo.change })
    expect((await ask('people.show', { id: b })).id).toBe(a)
    expect((await ask('people.parting', { id: b })).undecided).toMatchObject([{ id: talk }])
    const again = await answer('people.unmerge', { id: b })
    await ask('people.distinct', { people: [a, b] })
    expect(await refusal('changes.undo', { id: again.change })).toMatchObject({
      code: 'change.in-the-way',
    })
  })
})
