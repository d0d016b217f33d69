import { expect, test } from 'vitest'
import { type Loose, onBothDatabases, person } from './notebook.ts'
import { idsOf, talkWith } from './talk.ts'

onBothDatabases('promises', (notebook) => {
  test('are listed until they are done or let rest, the nearest first', async () => {
    const { ask, refusal } = notebook()
    const ruth = await person(notebook(), 'Ruth Adeyemi')
    const id = await talkWith(notebook(), [ruth])
    const note = await ask('notes.save', {
      id,
      text: '> send the map by 20 March\n< a name at the archive by Friday\n> some day\n! advice',
    })
    const list = async (done = false) =>
      (await ask('promises.list', { done })).promises.map(({ text, whose, due }: Loose) => [
        whose,
        text,
        due,
      ])
    expect(await list()).toEqual([
      ['theirs', 'a name at the archive by Friday', '2026-03-13'],
      ['mine', 'send the map by 20 March', '2026-03-20'],
      ['mine', 'some day', null],
    ])
    const [map, name, someDay, advice] = idsOf(note)
    expect(await ask('promises.settle', { line: map })).toEqual({ line: map, doneOn: '2026-03-11' })
    await ask('promises.settle', { line: name, how: 'rest' })
    expect(await list()).toEqual([['mine', 'some day', null]])
    expect(await list(true)).toHaveLength(2)
    await ask('promises.settle', { line: map, how: 'open' })
    expect(await list()).toHaveLength(2)
    expect(await refusal('promises.settle', { line: advice })).toMatchObject({
      code: 'line.no-promise',
    })
    expect(await refusal('promises.settle', { line: ruth })).toMatchObject({ code: 'line.unknown' })
    await ask('notes.save', { id, text: 'before it\n> some day soon' })
    const after = await ask('promises.list', {})
    expect(after.promises).toMatchObject([{ line: someDay, text: 'some day soon' }])
  })

  test('say their day once on the page of today, which says it beside them', async () => {
    const { ask } = notebook()
    const ruth = await person(notebook(), 'Ruth Okafor')
    const id = await talkWith(notebook(), [ruth])
    await ask('notes.save', { id, text: '> write to the mill by Friday' })
    const { next } = await ask('today.show', { day: '2026-03-12' })
    expect(next.find(({ code }: Loose) => code === 'you-promised')).toMatchObject({
      why: 'You promised: write to the mill.',
      by: '2026-03-13',
    })
  })

  test('of a conversation in the bin are not asked for, until it is restored', async () => {
    const { ask } = notebook()
    const who = await person(notebook(), 'Bin Ned')
    const id = await talkWith(notebook(), [who])
    await ask('notes.save', { id, text: '> a promise to Ulysses' })
    const open = async () => JSON.stringify(await ask('promises.list', {}))
    expect(await open()).toContain('Ulysses')
    await ask('conversations.remove', { conversations: [id] })
    expect(await open()).not.toContain('Ulysses')
    expect((await ask('search.everything', { text: 'ulysses' })).hits).toEqual([])
    await ask('bin.restore', { ids: [id] })
    expect(await open()).toContain('Ulysses')
    expect((await ask('search.everything', { text: 'ulysses' })).hits).toHaveLength(1)
  })
})
