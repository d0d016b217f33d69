import { afterEach, beforeEach, expect, test } from 'vitest'
import { otherSideOf } from '../../src/server/other-side.ts'
import { type Loose, type Notebook, onBothDatabases, person } from './notebook.ts'
import { take } from './talk.ts'

const first = { day: '2026-03-17', clock: '10:00' }
const second = { day: '2026-03-18', clock: '15:00' }
const lisbon = 'Europe/Lisbon'

onBothDatabases('the page of somebody far away, or of one of several', (notebook) => {
  let tomasz: string
  let conversation: string
  let secret: string
  const ask: Notebook['ask'] = (...asked) => notebook().ask(...asked)

  async function act(form: Record<string, string>): Promise<string> {
    const shown = await otherSideOf(notebook().house).act(secret, new URLSearchParams(form))
    return shown?.is === 'leads-on' ? (shown.words.get('said') ?? '') : 'nothing'
  }
  async function look(query = ''): Promise<string> {
    const shown = await otherSideOf(notebook().house).look(secret, new URLSearchParams(query))
    return shown?.is === 'page' ? shown.html : 'nothing'
  }
  const choose = ({ day, clock }: typeof first) =>
    act({ do: 'choose', time: `${day} ${clock} ${lisbon}` })
  const showTalk = () => ask('conversations.show', { id: conversation })

  beforeEach(async () => {
    notebook().clock.set('2026-03-11T09:00:00.000Z')
    tomasz = await person(notebook(), 'Tomasz Zieliński')
    conversation = (await ask('conversations.plan', { people: [tomasz], link: 'the map' })).id
    await take(notebook(), conversation, 'sent')
    await ask('conversations.offer', { id: conversation, zone: lisbon, times: [first, second] })
    secret = (await ask('links.make', { conversation })).path.slice(3)
  })

  afterEach(async () => {
    // What was agreed in one test is in the way of no other.
    const { conversations } = await ask('conversations.list', { limit: 200 })
    await ask('conversations.remove', { conversations: conversations.map(({ id }: Loose) => id) })
  })

  test('what is done there is of the owner’s day, wherever the server stands', async () => {
    const { house } = notebook()
    const inUtc = { ...house, engine: { ...house.engine, zone: 'UTC' } }
    const auckland = {
      zone: 'Pacific/Auckland',
      now: '2026-03-11T20:00:00Z',
      day: '2026-03-12',
    } as const
    const angeles = {
      zone: 'America/Los_Angeles',
      now: '2026-03-12T02:00:00Z',
      day: '2026-03-11',
    } as const
    for (const { zone, now, day, settings } of [
      { ...auckland, settings: auckland.zone },
      { ...auckland, settings: null },
      { ...auckland, settings: angeles.zone },
      { ...angeles, settings: angeles.zone },
      { ...angeles, settings: null },
    ]) {
      notebook().clock.set(now)
      await ask('settings.change', { zone: settings })
      const { id } = await ask('conversations.plan', { people: [tomasz], link: 'the map' })
      await ask('conversations.step', { id, kind: 'sent' }, { zone })
      await ask('conversations.offer', { id, zone: lisbon, times: [first] })
      const address = (await ask('links.make', { conversation: id })).path.slice(3)
      const time = `${first.day} ${first.clock} ${lisbon}`
      const form = new URLSearchParams({ do: 'choose', time })
      const shown = await otherSideOf(inUtc).act(address, form)
      expect(shown).toMatchObject({ words: new URLSearchParams({ said: 'chosen' }) })
      const { steps } = await ask('conversations.step', { id, kind: 'confirmed' }, { zone })
      expect(steps.map((step: Loose) => step.day)).toEqual([day, day, day])
      await ask('conversations.remove', { conversations: [id] })
    }
    await ask('settings.change', { zone: null })
  })

  test('of many who ask at once what may open, one asks the tables', async () => {
    const { house } = notebook()
    let reads = 0
    const store: typeof house.engine.store = Object.create(house.engine.store)
    store.read = (owner, work) => {
      reads += 1
      return house.engine.store.read(owner, work)
    }
    const side = otherSideOf({ ...house, engine: { ...house.engine, store } })
    const asked = Array.from({ length: 20 }, () => side.mayOpen(secret))
    expect(new Set(await Promise.all(asked))).toEqual(new Set([true]))
    expect(reads).toBe(1)
  })

  test('one of several who cannot come ends it for nobody else', async () => {
    const ruth = await person(notebook(), 'Ruth Adeyemi')
    await ask('conversations.change', { id: conversation, people: [tomasz, ruth] })
    const hers = (await ask('links.make', { conversation, person: ruth })).path.slice(3)
    const side = otherSideOf(notebook().house)
    await side.act(hers, new URLSearchParams({ do: 'decline', words: 'I am away' }))
    expect(await showTalk()).toMatchObject({
      state: 'sent',
      offer: { times: [first, second] },
      fromThem: [{ person: ruth, what: 'declined', words: 'I am away' }],
    })
    const page = async (secretOf: string) =>
      JSON.stringify(await side.look(secretOf, new URLSearchParams()))
    expect(await page(hers)).toContain('You said no here')
    expect(await page(hers)).not.toContain('Which of these suits you?')
    expect(await page(secret)).toContain('Which of these suits you?')
    expect(await page(secret)).not.toMatch(/said no|away/)
    expect(await choose(first)).toBe('chosen')
    await side.act(hers, new URLSearchParams({ do: 'decline', words: 'Still away' }))
    expect(await showTalk()).toMatchObject({ state: 'scheduled', start: { ...first } })
    expect(await page(secret)).toContain('Put it into your calendar')
  })

  test('what they wrote is kept, also beside what they wrote before, and where a no comes too late', async () => {
    await act({ do: 'propose', zone: lisbon, words: 'Rather in May' })
    await act({ do: 'propose', zone: lisbon, words: 'Or in June' })
    await take(notebook(), conversation, 'held')
    expect(await act({ do: 'decline', words: 'I could not come after all' })).toBe('too-late')
    expect((await showTalk()).fromThem.map(({ words }: Loose) => words)).toEqual([
      'Rather in May',
      'Or in June',
      'I could not come after all',
    ])
  })

  test('a time offered close to another meeting can be chosen; one that lies in it cannot', async () => {
    const near = { day: first.day, clock: '10:25' }
    const other = (await ask('conversations.plan', { people: [await person(notebook(), 'Ruth')] }))
      .id
    await take(notebook(), other, { kind: 'scheduled', start: { ...first, zone: lisbon } })
    await ask('conversations.offer', { id: conversation, zone: lisbon, times: [first, near] })
    expect(await choose(first)).toBe('taken')
    expect(await choose(near)).toBe('chosen')
  })

  test('after a no the page asks nothing, and a zone can be said without an offer', async () => {
    await act({ do: 'decline' })
    const page = await look()
    expect(page).toContain('You said no here')
    expect(page).not.toMatch(/Which of these suits you|Say no, kindly/)
    await ask('conversations.offer', { id: conversation, times: [] })
    expect(await look('zone=Asia/Kathmandu')).toMatch(/<option value="Asia\/Kathmandu" selected>/)
  })
})
