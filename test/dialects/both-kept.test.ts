import { expect, test } from 'vitest'
import { type Loose, onBothDatabases, person } from './notebook.ts'
import { talkWith, textsOf } from './talk.ts'

/** A note in which two devices changed the same line since they read it. */
async function metInOneLine(notebook: Parameters<typeof talkWith>[0]) {
  const ruth = await person(notebook, 'Ruth Adeyemi')
  const id = await talkWith(notebook, [ruth])
  const { revision } = await notebook.ask('notes.save', { id, text: 'first\nsecond\nthird' })
  const save = (text: string) => notebook.ask('notes.save', { id, text, since: revision })
  await save('first\nsecond, on the phone\nthird')
  const kept = await save('first\nsecond, at the desk\nthird')
  return { id, kept, beside: kept.beside[0] }
}

const both = ['first', 'second, on the phone', 'second, at the desk', 'third']

onBothDatabases('two edits of one line', (notebook) => {
  test('stand side by side, each knows of the other, until one is chosen', async () => {
    const { ask } = notebook()
    const { id, kept, beside } = await metInOneLine(notebook())
    expect(textsOf(kept)).toEqual(both)
    expect(beside).toMatchObject({ theirs: 'second, on the phone', yours: 'second, at the desk' })
    const shown = await ask('notes.show', { id })
    expect(shown.lines.map(({ beside: other }: Loose) => other)).toEqual([
      null,
      null,
      beside.other,
      null,
    ])
    expect(shown.lines[1].id).toBe(beside.other)
  })

  test.each([
    ['yours', ['first', 'second, at the desk', 'third']],
    ['theirs', ['first', 'second, on the phone', 'third']],
    ['both', both],
  ])('are settled by keeping %s, and it can be taken back', async (keep, left) => {
    const { ask, answer, refusal } = notebook()
    const { id, beside } = await metInOneLine(notebook())
    const { change, result } = await answer('notes.choose', { line: beside.line, keep })
    expect(textsOf(result)).toEqual(left)
    expect(result.lines.filter((line: Loose) => line.beside)).toEqual([])
    expect(await refusal('notes.choose', { line: beside.line, keep })).toMatchObject({
      code: expect.stringMatching(/^line\.(?:already-chosen|unknown)$/),
    })
    await ask('changes.undo', { id: change })
    const again = await ask('notes.show', { id })
    expect(textsOf(again)).toEqual(both)
    expect(again.lines[2].beside).toBe(beside.other)
  })

  test('are no pair any more once one of them was taken out by hand', async () => {
    const { ask, refusal } = notebook()
    const { id, beside } = await metInOneLine(notebook())
    await ask('notes.save', { id, text: 'first\nsecond, at the desk\nthird' })
    const shown = await ask('notes.show', { id })
    expect(shown.lines.filter((line: Loose) => line.beside)).toEqual([])
    expect(await refusal('notes.choose', { line: beside.line, keep: 'both' })).toBeDefined()
  })

  test('a line that stands alone has nothing to choose from', async () => {
    const { ask, refusal } = notebook()
    const saved = await ask('notes.save', { kind: 'owner', text: 'alone' })
    const [{ id: line }] = saved.lines
    expect(await refusal('notes.choose', { line, keep: 'yours' })).toMatchObject({
      code: 'line.already-chosen',
    })
  })
})
