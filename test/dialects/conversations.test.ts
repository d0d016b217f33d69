import { expect, test } from 'vitest'
import { type Loose, onBothDatabases, person } from './notebook.ts'
import { take, tenOnFriday } from './talk.ts'

const idsOf = (answer: { conversations: { id: string }[] }) =>
  answer.conversations.map(({ id }) => id)

onBothDatabases('a conversation', (notebook) => {
  test('keeps what was planned, and shows it with names', async () => {
    const { ask } = notebook()
    const ruth = await person(notebook(), 'Ruth Adeyemi')
    const field = (await ask('fields.add', { name: 'Conservation' })).id
    const plan = await ask('conversations.plan', {
      people: [ruth, ruth],
      fields: [field],
      link: 'the torn map',
      minutes: 25,
      medium: 'call',
      start: tenOnFriday,
      questions: [{ id: 'own-1', text: 'What would you not do again?', starred: true }],
      gift: 'a jar of honey',
    })
    expect(await ask('conversations.show', { id: plan.id })).toEqual(plan)
    expect(plan).toMatchObject({
      people: [{ id: ruth, name: 'Ruth Adeyemi' }],
      fields: [{ id: field, name: 'Conservation' }],
      state: 'scheduled',
      start: { ...tenOnFriday, zone: 'Europe/Madrid' },
      minutes: 25,
      questions: [{ starred: true, asked: false }],
      heldOn: null,
    })
    const changed = await ask('conversations.change', { id: plan.id, energy: 2, tuesday: 7 })
    expect(changed).toEqual({ ...plan, energy: 2, tuesday: 7 })
  })

  test('knows only people and fields there are', async () => {
    const { ask, refusal } = notebook()
    const nobody = '0190a000-0000-7000-8000-00000000ffff'
    const who = await person(notebook(), 'Somebody')
    expect(await refusal('conversations.plan', { people: [nobody] })).toMatchObject({
      code: 'person.unknown',
    })
    expect(await refusal('conversations.plan', { people: [who], fields: [nobody] })).toMatchObject({
      code: 'field.unknown',
    })
    const { id } = await ask('conversations.plan', { people: [who] })
    expect(await refusal('conversations.plan', { id, people: [who] })).toMatchObject({
      code: 'conversation.already-there',
    })
    for (const operation of ['conversations.show', 'conversations.change']) {
      expect(await refusal(operation, { id: nobody })).toMatchObject({
        code: 'conversation.unknown',
      })
    }
    expect(await refusal('conversations.step', { id: nobody, kind: 'sent' })).toMatchObject({
      code: 'conversation.unknown',
    })
    expect(await refusal('conversations.untake', { step: nobody })).toMatchObject({
      code: 'step.unknown',
    })
  })
})

onBothDatabases('lists of conversations', (notebook) => {
  test('are the latest first, page by page, with ties and all', async () => {
    const { ask } = notebook()
    const who = await person(notebook(), 'Busy Person')
    const other = await person(notebook(), 'Other Person')
    const field = (await ask('fields.add', { name: 'Law' })).id
    const made: string[] = []
    for (let at = 0; at < 23; at++) {
      const people = at % 4 === 0 ? [who, other] : [who]
      const fields = at % 5 === 0 ? [field] : []
      const { id } = await ask('conversations.plan', { people, fields, link: 'x' })
      await take(notebook(), id, { kind: 'sent', day: `2026-03-0${1 + (at % 3)}` })
      made.push(id)
    }
    const whole = await ask('conversations.list', { limit: 200 })
    expect(whole.conversations).toHaveLength(23)
    const days = whole.conversations.map(({ lastDay }: Loose) => lastDay)
    expect(days).toEqual(days.toSorted().toReversed())
    for (const limit of [1, 7, 22, 23]) {
      const found: string[] = []
      let after: string | undefined
      do {
        const page = await ask('conversations.list', { limit, after })
        found.push(...idsOf(page))
        after = page.next ?? undefined
      } while (after)
      expect(found).toEqual(idsOf(whole))
    }
    expect((await ask('conversations.list', { person: other })).conversations).toHaveLength(6)
    expect((await ask('conversations.list', { field })).conversations).toHaveLength(5)
    await take(notebook(), made[0] ?? '', 'replied-no', 'thanked-no')
    expect((await ask('conversations.list', { open: true })).conversations).toHaveLength(22)
    expect((await ask('conversations.list', { open: false })).conversations).toHaveLength(1)
    await ask('conversations.remove', { conversations: made.slice(0, 3) })
    expect((await ask('conversations.list', {})).conversations).toHaveLength(20)
  })

  test('several people each have the next step that comes first', async () => {
    const { ask } = notebook()
    const [a, b, c] = [
      await person(notebook(), 'Ann'),
      await person(notebook(), 'Ben'),
      await person(notebook(), 'Cy'),
    ]
    const later = await ask('conversations.plan', {
      people: [a, b],
      start: { day: '2026-03-27', clock: '10:00' },
    })
    const sooner = await ask('conversations.plan', { people: [a] })
    await take(notebook(), sooner.id, 'held')
    const { next } = await ask('conversations.next', { people: [a, b, c] })
    const of = (who: string) => next.find(({ person: one }: Loose) => one === who)
    expect(of(a)).toMatchObject({ conversation: sooner.id, next: { what: 'capture' } })
    expect(of(b)).toMatchObject({ conversation: later.id })
    expect(of(c)).toBeUndefined()
  })
})

onBothDatabases('the day you last spoke with somebody', (notebook) => {
  test('follows every step, whoever was at the table, and the bin', async () => {
    const { ask } = notebook()
    const a = await person(notebook(), 'Anders')
    const b = await person(notebook(), 'Birgit')
    const spoke = async () => {
      const { people } = await ask('people.list', {})
      return Object.fromEntries(people.map(({ name, spokeOn }: Loose) => [name, spokeOn]))
    }
    const { id } = await ask('conversations.plan', { people: [a] })
    expect(await spoke()).toEqual({ Anders: null, Birgit: null })
    const { step } = await take(notebook(), id, { kind: 'held', day: '2026-03-09' })
    expect(await spoke()).toEqual({ Anders: '2026-03-09', Birgit: null })
    await ask('conversations.change', { id, people: [b] })
    expect(await spoke()).toEqual({ Anders: null, Birgit: '2026-03-09' })
    await ask('conversations.remove', { conversations: [id] })
    expect(await spoke()).toEqual({ Anders: null, Birgit: null })
    await ask('bin.restore', { ids: [id] })
    expect(await spoke()).toEqual({ Anders: null, Birgit: '2026-03-09' })
    await ask('conversations.untake', { step })
    expect(await spoke()).toEqual({ Anders: null, Birgit: null })
  })
})
