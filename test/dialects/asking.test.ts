import { expect, test } from 'vitest'
import { type Loose, type Notebook, onBothDatabases, person } from './notebook.ts'
import { take } from './talk.ts'

const whom = async ({ ask }: Notebook) =>
  (await ask('asking.whom')).next.map(({ person: who, gap, way }: Loose) => [who.name, gap, way])

const at = (organisation: string) => ({ roles: [{ title: null, organisation }] })

/** A field with a question open, in which Ruth, who does it, was heard. */
async function conservation(book: Notebook) {
  const { ask } = book
  const { id: field } = await ask('fields.add', { name: 'Conservation' })
  await ask('fields.ask', { which: field, text: 'Is there paid work outside museums?' })
  const somebody = async (name: string, kind: string, own: object = {}) => {
    const id = await person(book, name, own)
    await ask('people.place', { people: [id], field, kind })
    return id
  }
  const ruth = await somebody('Ruth Adeyemi', 'P', at('Kelvin Archive'))
  const { id: talk } = await ask('conversations.plan', { people: [ruth], fields: [field] })
  await take(book, talk, 'held', 'captured', 'thanked', 'debriefed', 'kept')
  await ask('notes.save', { id: talk, text: '" hands count before papers' })
  return { field, somebody, ruth }
}

onBothDatabases('whom to ask next', (notebook) => {
  test('is who is missing, on the nearest way, with the reason in words, until something is underway', async () => {
    const book = notebook()
    const { ask } = book
    const { field, somebody, ruth } = await conservation(book)
    expect(await whom(book)).toEqual([['Ruth Adeyemi', 'hires', 'name']])

    await somebody('Zoe Lind', 'H')
    const ben = await somebody('Ben Okoro', 'H', at('kelvin archive'))
    const ida = await somebody('Ida Wendt', 'L', { meeting: { through: ruth } })
    const { next } = await ask('asking.whom')
    expect(next).toMatchObject([
      {
        field: { id: field, name: 'Conservation' },
        gap: 'hires',
        way: 'colleague',
        person: { id: ben, name: 'Ben Okoro', line: 'kelvin archive' },
        through: { id: ruth },
        house: 'Kelvin Archive',
        questions: [{ text: 'Is there paid work outside museums?' }],
        why: 'Nobody who hires or leads has been heard in Conservation yet. Ben Okoro is at Kelvin Archive, where you know Ruth Adeyemi. Still open: “Is there paid work outside museums?”',
      },
      { gap: 'left', way: 'introduced', person: { id: ida }, through: { name: 'Ruth Adeyemi' } },
    ])

    await ask('places.add', { name: 'Lind Works' })
    const { change } = await book.answer('asking.rest', { field, person: ben, gap: 'hires' })
    expect((await whom(book))[0]).toEqual(['Zoe Lind', 'hires', 'stranger'])
    await ask('changes.undo', { id: change })
    expect((await whom(book))[0]).toEqual(['Ben Okoro', 'hires', 'colleague'])

    await ask('conversations.plan', { people: [ben], fields: [field], questions: [] })
    expect((await whom(book))[0]).toEqual(['Zoe Lind', 'hires', 'stranger'])
  })

  test('forgets what was let rest about whoever is forgotten, and holds it for both records of one person', async () => {
    const book = notebook()
    const { ask } = book
    const { fields } = await ask('fields.list')
    const field = fields[0].id
    const nora = await person(book, 'Nora Falk')
    const twin = await person(book, 'N. Falk')
    for (const id of [nora, twin]) await ask('people.place', { people: [id], field, kind: 'N' })
    await ask('asking.rest', { field, person: twin, gap: 'new' })
    await ask('people.merge', { people: [nora, twin] })
    expect(JSON.stringify(await ask('asking.whom', { limit: 50 }))).not.toContain('Falk')
    await ask('people.forget', { people: [nora] })
    expect(JSON.stringify((await book.documents())['fields'])).not.toContain(twin)
    expect(await book.refusal('asking.rest', { field, person: twin, gap: 'new' })).toMatchObject({
      code: 'person.unknown',
    })
  })
})

onBothDatabases('a connector who rests', (notebook) => {
  test('is nobody’s way for sixty days after the last introduction, and the suggestion says so', async () => {
    const book = notebook()
    const { ask, clock } = book
    const { somebody, ruth } = await conservation(book)
    await somebody('Ida Wendt', 'H', { meeting: { through: ruth } })
    expect(await whom(book)).toEqual([
      ['Ida Wendt', 'hires', 'introduced'],
      ['Ruth Adeyemi', 'left', 'name'],
    ])

    const request = { me: 'requester', connector: ruth }
    const { id } = await ask('introductions.plan', {
      ...request,
      target: await person(book, 'Abena'),
    })
    const { change } = await book.answer('introductions.step', { id, kind: 'requested' })
    const { next } = await ask('asking.whom')
    expect(next).toMatchObject([
      { person: { name: 'Ida Wendt' }, way: 'stranger', through: null, resting: { id: ruth } },
    ])
    expect(next).toHaveLength(1)
    expect(next[0].why).toContain(
      'Ruth Adeyemi had an introduction for you in hand not long ago, and rests until Sunday 10 May.',
    )
    const again = { ...request, target: await person(book, 'Emil Falk') }
    const second = await ask('introductions.plan', again)
    expect(second).toMatchObject({
      rest: { until: '2026-05-10' },
      next: { what: 'wait', code: 'intro-connector-rests', by: '2026-05-10' },
    })
    const own = { introduction: { connectorRestDays: 10 } }
    const { change: set } = await book.answer('settings.change', { clocks: own })
    clock.pass(24 * 10)
    expect((await ask('introductions.show', { id: second.id })).next.what).toBe('ask-connector')
    await ask('changes.undo', { id: set })
    expect((await ask('introductions.show', { id: second.id })).next.what).toBe('wait')
    await ask('changes.undo', { id: change })
    expect((await whom(book))[0]).toEqual(['Ida Wendt', 'hires', 'introduced'])
  })
})

onBothDatabases('whom to ask again', (notebook) => {
  test('is nobody who said no or was laid aside, until something new is begun with them', async () => {
    const book = notebook()
    const { ask } = book
    const { field, somebody, ruth } = await conservation(book)
    const ben = await somebody('Ben Okoro', 'H')
    const zoe = await somebody('Zoe Lind', 'H')
    const declines = async (who: string, last: string) => {
      const { id } = await ask('conversations.plan', { people: [who], link: 'the fair' })
      await take(book, id, 'sent', 'replied-no', last)
    }
    await declines(ben, 'thanked-no')
    expect((await whom(book))[0]).toEqual(['Zoe Lind', 'hires', 'stranger'])
    await declines(zoe, 'rested')
    expect((await whom(book))[0]).toEqual(['Ruth Adeyemi', 'hires', 'name'])

    await ask('conversations.plan', { people: [ruth], fields: [field] })
    expect(await whom(book)).toEqual([])
    book.clock.pass(24)
    const { id: later } = await ask('conversations.plan', { people: [zoe] })
    await take(book, later, 'held', 'captured', 'thanked', 'debriefed', 'kept')
    expect((await whom(book))[0]).toEqual(['Zoe Lind', 'hires', 'known'])
  })
})

onBothDatabases('what works', (notebook) => {
  test('is silent below ten letters, then says the rates, and what is more than chance', async () => {
    const book = notebook()
    const { ask, clock } = book
    const samir = await person(book, 'Samir Haddad')
    const write = async (count: number, own: object, answer: string | null) => {
      for (let one = 0; one < count; one++) {
        const who = await person(book, `Somebody ${answer} ${one}`, own)
        const { id } = await ask('conversations.plan', { people: [who], link: 'the fair' })
        await take(book, id, 'sent')
        if (answer !== null) await take(book, id, answer)
      }
    }
    await write(9, { meeting: { through: samir } }, 'replied-no')
    expect(await ask('asking.works')).toMatchObject({
      letters: 9,
      all: null,
      says: ['9 of your letters had their time. Below ten, nothing can be said.'],
    })
    await write(9, {}, null)
    // They wait, so they count for nothing yet.
    expect((await ask('asking.works')).letters).toBe(9)
    clock.pass(24 * 130)
    const works = await ask('asking.works')
    expect(works.all.reply).toMatchObject({ count: 9, of: 18 })
    expect(works.differences).toMatchObject([
      { aspect: 'path', measure: 'reply', more: 'introduced', less: 'stranger' },
    ])
    expect(works.says).toContain(
      'Letters to people somebody brought you to were answered more often: 9 of 9, against 0 of 9 to strangers.',
    )
  })
})

onBothDatabases('how a letter went', (notebook) => {
  test('is what the notebook knows of it, and an introduction that was made is a path', async () => {
    const book = notebook()
    const { ask, clock } = book
    const ben = await person(book, 'Ben Adler')
    const body =
      'Dear somebody, could you spare 20 minutes for one question about ink and old paper?'
    const write = async (own: object, before?: (who: string) => Promise<unknown>) => {
      const who = await person(book, 'Somebody', own)
      await before?.(who)
      const { id } = await ask('conversations.plan', { people: [who], link: 'the fair' })
      return id
    }
    const brought = async (who: string) => {
      const { id } = await ask('introductions.plan', {
        me: 'requester',
        connector: ben,
        target: who,
      })
      for (const kind of ['requested', 'made']) await ask('introductions.step', { id, kind })
    }
    const mail = { channels: [{ kind: 'mail', value: 'somebody@x.example' }] }
    const anyway = 'Each of them asked for it'
    for (let one = 0; one < 4; one++) {
      const byHand = await write(mail)
      const without = await write({}, brought)
      for (const conversation of [byHand, without]) {
        await ask('letters.sent', { conversation, template: 'outreach', body, anyway })
      }
      await take(book, await write(mail), 'sent')
    }
    clock.pass(24 * 130)
    const { letters, groups } = await ask('asking.works')
    expect(letters).toBe(12)
    const count = (group: string) => groups.find((one: Loose) => one.group === group)?.reply.of
    expect(['introduced', 'stranger', 'program', 'copied', 'account'].map(count)).toEqual([
      4,
      8,
      4,
      4,
      undefined,
    ])
  })
})

onBothDatabases('the plan of a month', (notebook) => {
  test('counts letters by the usual rates, and what this month has seen', async () => {
    const book = notebook()
    const { ask } = book
    expect(await ask('asking.month', { conversations: 6 })).toMatchObject({
      from: '2026-03-01',
      to: '2026-03-31',
      letters: 25,
      rates: { meeting: 0.8, letters: 0, answers: 0 },
      hours: null,
      soFar: { letters: 0, strangers: 0, answers: 0, conversations: 0 },
    })
    const samir = await person(book, 'Samir Haddad')
    const brought = await person(book, 'Ada Lind', { meeting: { through: samir } })
    for (const who of [brought, await person(book, 'Otto Kern')]) {
      const { id } = await ask('conversations.plan', { people: [who], link: 'the fair' })
      await take(book, id, 'sent')
      if (who === brought) await take(book, id, 'replied-yes', 'held')
    }
    expect((await ask('asking.month')).soFar).toEqual({
      letters: 2,
      strangers: 1,
      answers: 1,
      conversations: 1,
    })
  })
})
