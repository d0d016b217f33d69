import { expect, test } from 'vitest'
import { type Loose, onBothDatabases } from './notebook.ts'

/** The pages of an answer by operation, with the inputs they answer. */
function pagesOf(near: Loose, operation: string): Loose[] {
  return near.pages.filter((page: Loose) => page.operation === operation)
}

/** What a device says it has once it took this. */
function hasOf({ leaves }: Loose): string[] {
  return leaves.map(({ version }: Loose) => version)
}

onBothDatabases('what a device keeps near', (notebook) => {
  const near = (since?: string, manner = {}) =>
    notebook().ask('notebook.near', since === undefined ? {} : { since }, manner)
  const capture = (text: string) => notebook().ask('conversations.capture', { text })

  test('holds everybody, and conversations as their pages ask for them', async () => {
    const { conversation, person } = await capture(
      'met Nora Bell at the fair: ! begin with paper #binding',
    )
    const first = await near()
    expect(first).toMatchObject({ whole: true, allPages: true, count: 1 })
    expect(first.people).toMatchObject([{ name: 'Nora Bell', met: { day: '2026-03-11' } }])
    const { id } = conversation
    const plan = await notebook().ask('conversations.plan', { people: [person.id] })
    const whole = await near()
    for (const [operation, input] of [
      ['conversations.show', { id }],
      ['conversations.show', { id: plan.id }],
      ['conversations.brief', { id: plan.id }],
      ['notes.show', { kind: 'conversation', id, offRecord: true }],
      ['today.show', {}],
      ['fields.list', {}],
    ] as const) {
      const page = pagesOf(whole, operation).find(
        (one: Loose) => JSON.stringify(one.input) === JSON.stringify(input),
      )
      expect({ operation, ...page }.answer).toEqual(await notebook().ask(operation, input))
    }
  })

  test('holds places, introductions with their letters, and whom to ask, as their pages ask for them', async () => {
    const { ask } = notebook()
    const place = await ask('places.add', { name: 'Bell Foundry', want: 3 })
    const [uma, vito] = await Promise.all(
      ['Uma Ring', 'Vito Clay'].map(async (name) => (await ask('people.add', { name })).id),
    )
    const { mark } = await near()
    const { id } = await ask('introductions.plan', {
      shape: 'idea',
      me: 'connector',
      requester: uma,
      target: vito,
    })
    const came = await near(mark)
    for (const [operation, input] of [
      ['places.list', {}],
      ['places.show', { which: place.id }],
      ['introductions.list', { closed: true }],
      ['introductions.show', { id }],
      ['introductions.letter', { id, template: 'opt-in', side: 'target' }],
      ['asking.whom', { limit: 20 }],
      ['asking.month', { conversations: 2 }],
    ] as const) {
      const page = pagesOf(came, operation).find(
        (one: Loose) => JSON.stringify(one.input) === JSON.stringify(input),
      )
      expect({ operation, ...page }.answer).toEqual(await ask(operation, input))
    }
  })

  test('says nothing when nothing happened, and then only what changed', async () => {
    const other = await capture('met Otto Reed: " glue is patience')
    const { mark } = await near()
    expect(await near(mark)).toMatchObject({ whole: false, people: [], pages: [], mark })
    await capture('met Pia Stone: " ask twice')
    const changed = await near(mark)
    expect(changed).toMatchObject({ whole: false, allPages: false })
    expect(changed.people.map(({ name }: Loose) => name)).toEqual(['Pia Stone'])
    const shown = pagesOf(changed, 'conversations.show').map(({ input }) => input.id)
    expect(shown).toHaveLength(1)
    expect(shown).not.toContain(other.conversation.id)
  })

  test('a small question says whether anything came in, for everybody in their own notebook', async () => {
    const ask = (manner = {}) => notebook().ask('notebook.mark', {}, manner)
    const [first, others] = [await ask(), await ask({ who: 'mateo' })]
    expect(first.mark).toBe((await near()).mark)
    const { person } = await capture('met Rosa Lind: " read it twice"')
    const then = await ask()
    expect(then).toEqual({ mark: (await near()).mark, post: first.post })
    expect(then.mark).not.toBe(first.mark)
    await notebook().ask('people.show', { id: person.id })
    expect(await ask()).toEqual(then)
    expect(await ask({ who: 'mateo' })).toEqual(others)
  })

  test('a promise that is settled and a step that is taken draw their conversation anew', async () => {
    const { conversation } = await capture('met Quin Hart: > send the map by Friday')
    const { mark } = await near()
    const { promises } = await notebook().ask('promises.list')
    const promise = promises.find((one: Loose) => one.conversation === conversation.id)
    await notebook().ask('promises.settle', { line: promise.line })
    const settled = await near(mark)
    const notes = pagesOf(settled, 'notes.show').map(({ input }) => input.id)
    expect(notes).toContain(conversation.id)
    await notebook().ask('conversations.step', { id: conversation.id, kind: 'held' })
    const stepped = await near(settled.mark)
    expect(pagesOf(stepped, 'conversations.show')).toMatchObject([
      { input: { id: conversation.id }, answer: { steps: expect.any(Array) } },
    ])
  })

  test('a name that changes is heard wherever it is said: by whom somebody was met, and who spoke', async () => {
    const told = (await capture('met Kim Oduya: ! @Wren says measure first')).conversation
    const met = (await capture('met Lena Marsh: " slowly')).person
    const wren = await notebook().ask('people.add', { name: 'Wren Abel' })
    await notebook().ask('people.change', { id: met.id, meeting: { through: wren.id } })
    const { mark } = await near()
    await notebook().ask('people.change', { id: wren.id, name: 'Quill Abel' })
    const { pages } = await near(mark)
    const answerTo = (operation: string, id: string) =>
      pages.find((one: Loose) => one.operation === operation && one.input.id === id)?.answer
    expect(answerTo('people.show', met.id)?.meeting).toMatchObject({ throughName: 'Quill Abel' })
    const { lines } = answerTo('notes.show', told.id)
    expect(lines.map(({ said, speaker }: Loose) => ({ said, speaker }))).toContainEqual({
      said: 'Wren says measure first',
      speaker: null,
    })
  })

  test('of what a device says it has, only what changed comes: one field of many, and no other', async () => {
    await capture('met Ida Frame: ! glue first #gilding')
    await capture('met Jon Press: ! fold last #folding')
    const first = await near()
    const has = hasOf(first)
    await capture('met Ida Frame: ! size twice #gilding')
    const heard = await notebook().ask('notebook.near', { since: first.mark, has })
    const shown = pagesOf(heard, 'fields.show').map(({ answer }) => answer.field)
    expect(shown).toEqual(['Gilding'])
    expect(pagesOf(heard, 'settings.show')).toEqual([])
    expect(heard).toMatchObject({ whole: false, allPages: false, stale: [] })
    expect(heard.talks).toHaveLength(1)
    const whole = await near()
    const now = new Set(hasOf(whole))
    const came = hasOf(heard)
    expect(came.filter((version) => !now.has(version))).toEqual([])
    expect(new Set([...has, ...came])).toEqual(new Set([...has, ...now]))
  })

  test('what is undone and what is binned goes', async () => {
    const { conversation, person } = await capture('met Rosa Thorn: " never again')
    const { mark } = await near()
    await notebook().ask('conversations.remove', { conversations: [conversation.id] })
    await notebook().ask('people.remove', { people: [person.id] })
    const gone = await near(mark)
    expect(gone.talksGone).toEqual([conversation.id])
    expect(gone.peopleGone).toEqual([person.id])
  })

  test('a merge and a forgetting send everything anew, without a word of who was forgotten', async () => {
    const one = (await capture('met Sol Ames: " measure twice')).person
    const two = (await capture('met Solveig Ames: " cut once')).person
    const { mark } = await near()
    await notebook().ask('people.merge', { people: [one.id, two.id] })
    const merged = await near(mark)
    expect(merged.whole).toBe(true)
    const names = merged.people.map(({ name }: Loose) => name)
    expect(names.filter((name: string) => /Ames/.test(name))).toHaveLength(1)
    await capture('met Tova Grimwald: " words to forget')
    const { mark: later, people } = await near()
    const tova = people.find(({ name }: Loose) => name === 'Tova Grimwald')
    await notebook().ask('people.forget', { people: [tova.id] })
    const forgotten = await near(later)
    expect(forgotten.whole).toBe(true)
    expect(JSON.stringify(forgotten)).not.toMatch(/Grimwald|words to forget/)
  })

  test('off the record only for whoever may open that', async () => {
    await capture('met Una Vale: % her illness')
    expect(JSON.stringify(await near())).toContain('her illness')
    const rights = ['notebook:read', 'notebook:write'] as const
    expect(JSON.stringify(await near(undefined, { rights }))).not.toContain('her illness')
  })

  test('another notebook, an odd mark, or a write that never was: everything anew', async () => {
    const { mark } = await near()
    const [revision, , day] = mark.split(' ')
    for (const strange of ['', 'x', `${revision} another-write ${day}`, `99999999 - ${day}`]) {
      expect({ strange, whole: (await near(strange)).whole }).toEqual({ strange, whole: true })
    }
    const mateo = await near(mark, { who: 'mateo' })
    expect(mateo).toMatchObject({ whole: true, people: [], count: 0 })
  })

  test('on another day states are drawn anew, though nothing was written', async () => {
    const { mark } = await near()
    notebook().clock.pass(24)
    const next = await near(mark)
    expect(next).toMatchObject({ whole: false, allPages: true, people: expect.any(Array) })
    expect(pagesOf(next, 'today.show')[0].answer.day).toBe('2026-03-12')
  })

  test('on another day, and after a merge, what a device has and still holds is not sent again', async () => {
    const one = (await capture('met Kay Sable: " measure twice #gilding')).person
    const two = (await capture('met Kaye Sable: " cut once')).person
    const before = await near()
    await notebook().ask('people.merge', { people: [one.id, two.id] })
    const merged = await notebook().ask('notebook.near', {
      since: before.mark,
      has: hasOf(before),
    })
    expect(merged).toMatchObject({ whole: false, allPeople: true, allPages: false })
    expect(merged.stale.length).toBeGreaterThan(0)
    expect(merged.leaves.length).toBeLessThan(before.leaves.length)
    const left = hasOf(before).filter((version: string) => !merged.stale.includes(version))
    const whole = await near()
    expect(new Set([...left, ...hasOf(merged)])).toEqual(new Set(hasOf(whole)))
    notebook().clock.pass(24)
    const has = hasOf(whole)
    const next = await notebook().ask('notebook.near', { since: whole.mark, has })
    expect(next).toMatchObject({ whole: false, allPeople: false, allPages: false })
    expect(next.leaves.map(({ name }: Loose) => name)).toContain('today.show')
    expect(next.leaves.map(({ name }: Loose) => name)).not.toContain('settings.show')
    const after = new Set([
      ...has.filter((version: string) => !next.stale.includes(version)),
      ...hasOf(next),
    ])
    expect(after).toEqual(new Set(hasOf(await near())))
  })
})
