import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { otherSideOf } from '../../src/server/other-side.ts'
import { type Loose, type Notebook, onBothDatabases, person, raw } from './notebook.ts'
import { take } from './talk.ts'
import { wordsOfTheirPage } from './their-page-words.ts'

const first = { day: '2026-03-17', clock: '10:00' }
const second = { day: '2026-03-18', clock: '15:00' }
const lisbon = 'Europe/Lisbon'

onBothDatabases('what somebody does on their page', (notebook) => {
  let tomasz: string
  let conversation: string
  let secret: string
  const ask: Notebook['ask'] = (...asked) => notebook().ask(...asked)

  /** What the page answers: its text, or the word it leads on with. */
  async function act(form: Record<string, string> | [string, string][]): Promise<string> {
    const shown = await otherSideOf(notebook().house).act(secret, new URLSearchParams(form))
    return shown?.is === 'leads-on' ? (shown.words.get('said') ?? '') : 'nothing'
  }
  async function look(query = ''): Promise<string> {
    const shown = await otherSideOf(notebook().house).look(secret, new URLSearchParams(query))
    if (shown?.is === 'page') return shown.html
    if (shown?.is !== 'file') return 'nothing'
    let whole = ''
    for await (const piece of shown.file.text) whole += String(piece)
    return whole
  }
  const choose = ({ day, clock }: typeof first) =>
    act({ do: 'choose', time: `${day} ${clock} ${lisbon}` })
  const showTalk = () => ask('conversations.show', { id: conversation })
  const today = async (): Promise<Loose[]> =>
    (await ask('today.show')).next.filter((item: Loose) => item.conversation === conversation)
  const consentOf = async (one: string) => (await ask('consent.show', { person: one })).people[0]
  const lastChange = async () => (await ask('changes.list', { limit: 1 })).changes[0]

  beforeEach(async () => {
    notebook().clock.set('2026-03-11T09:00:00.000Z')
    await ask('settings.change', { name: 'Lucía', addresses: ['lucia@example.org'] })
    tomasz = await person(notebook(), 'Tomasz Zieliński')
    conversation = (await ask('conversations.plan', { people: [tomasz], link: 'the map' })).id
    await take(notebook(), conversation, 'sent')
    await ask('conversations.offer', { id: conversation, zone: lisbon, times: [first, second] })
    secret = (await ask('links.make', { conversation })).path.slice(3)
  })

  afterEach(async () => {
    // What was agreed in one test is in the way of no other.
    const { conversations } = await ask('conversations.list', { limit: 200 })
    if (conversations.length === 0) return
    await ask('conversations.remove', { conversations: conversations.map(({ id }: Loose) => id) })
  })

  test('a chosen time is agreed by the owner’s own rules, said on Today, and can be taken back', async () => {
    expect(await look()).toContain('Tuesday 17 March, 10:00 (Lisbon)')
    expect(await choose(first)).toBe('chosen')
    expect(await showTalk()).toMatchObject({
      state: 'scheduled',
      start: { ...first, zone: lisbon },
      offer: null,
    })
    expect(await today()).toMatchObject([
      {
        what: 'hear',
        group: 'now',
        person: tomasz,
        why: 'Tomasz Zieliński chose Tuesday at 11:00.',
      },
    ])
    const change = await lastChange()
    expect(change).toMatchObject({ operation: 'links.chosen', door: 'link' })
    expect((await ask('links.list', { thing: conversation })).links[0].usedAt).not.toBeNull()
    await ask('changes.undo', { id: change.id })
    expect(await showTalk()).toMatchObject({ state: 'sent', offer: { times: [first, second] } })
    expect(await choose(second)).toBe('chosen')
    await ask('conversations.seen', { id: conversation })
    expect(await today()).toEqual([])
  })

  test('pressing twice is once', async () => {
    expect(await choose(first)).toBe('chosen')
    const { id, steps } = { ...(await lastChange()), ...(await showTalk()) }
    expect(await choose(first)).toBe('chosen')
    expect({ ...(await lastChange()), ...(await showTalk()) }).toMatchObject({ id, steps })
    const another = { do: 'propose', zone: lisbon, words: 'Rather in May' }
    expect([await act(another), await act(another)]).toEqual(['sent', 'sent'])
    expect((await showTalk()).fromThem).toHaveLength(2)
  })

  test('a time that is over, was taken meanwhile, or is not offered any more is said so, and nothing changes', async () => {
    const before = (await showTalk()).steps
    expect(await act({ do: 'choose', time: `2026-03-19 10:00 ${lisbon}` })).toBe('not-offered')
    expect(await act({ do: 'choose', time: `${first.day} ${first.clock} Asia/Tokyo` })).toBe(
      'not-offered',
    )
    const other = (await ask('conversations.plan', { people: [await person(notebook(), 'Ruth')] }))
      .id
    const [step] = (
      await take(notebook(), other, { kind: 'scheduled', start: { ...first, zone: lisbon } })
    ).steps
    expect(await choose(first)).toBe('taken')
    await ask('conversations.untake', { step: step.id })
    notebook().clock.set('2026-03-17T10:00:00.000Z')
    expect(await choose(first)).toBe('past')
    expect(await look()).not.toContain('Tuesday 17 March, 10:00 (Lisbon)')
    await take(notebook(), conversation, 'replied-yes', 'held')
    expect(await choose(second)).toBe('too-late')
    expect((await showTalk()).steps.slice(0, 1)).toEqual(before)
  })

  test('another time, in words or up to three clocks, stops the waiting and is told', async () => {
    const times = ['2026-03-24T10:00', '', '2026-03-25T11:30', '2026-03-26T12:00', 'nonsense']
    const form = [['do', 'propose'], ['zone', 'Asia/Tokyo'], ...times.map((when) => ['when', when])]
    expect(await act(form as [string, string][])).toBe('sent')
    const talk = await showTalk()
    expect(talk.state).toBe('replied-yes')
    expect(talk.fromThem).toMatchObject([
      {
        what: 'another-time',
        times: [
          { day: '2026-03-24', clock: '10:00', zone: 'Asia/Tokyo' },
          { day: '2026-03-25', clock: '11:30', zone: 'Asia/Tokyo' },
        ],
      },
    ])
    const says = (await today()).map(({ why }) => why)
    expect(says).toContain(
      'Tomasz Zieliński would rather have another time: Tuesday 24 March at 02:00.',
    )
    expect(await act({ do: 'propose', zone: lisbon, words: '  ' })).toBe('not-understood')
    // A time that is agreed stands until the owner moves it.
    await choose(first)
    expect(await act({ do: 'propose', zone: lisbon, words: 'Something came up' })).toBe('sent')
    expect((await showTalk()).state).toBe('scheduled')
  })

  test('a no closes it kindly, with or without a word, also after a time was agreed', async () => {
    expect(await act({ do: 'decline', words: 'Not this year' })).toBe('declined')
    expect(await act({ do: 'decline', words: 'Not this year' })).toBe('declined')
    expect(await showTalk()).toMatchObject({ state: 'replied-no', next: { what: 'thank-no' } })
    expect((await today()).map(({ why }) => why)).toContain(
      'Tomasz Zieliński said no on their page.',
    )
  })

  test('how they may be named narrows at once, and widens as their own yes', async () => {
    expect(await act({ do: 'name', naming: 'none' })).toBe('named')
    expect(await consentOf(tomasz)).toMatchObject({ consent: { naming: 'none' } })
    expect(await act({ do: 'name', naming: 'name' })).toBe('named')
    const { consent: now, answers } = await consentOf(tomasz)
    expect(now.naming).toBe('name')
    expect(answers.at(-1)).toMatchObject({ naming: 'name', said: 'said on their page' })
    const { id } = await lastChange()
    expect(await act({ do: 'name', naming: 'name' })).toBe('named')
    expect((await lastChange()).id).toBe(id)
    expect(await act({ do: 'name', naming: 'not-asked' })).toBe('not-understood')
  })

  test('a wish to be forgotten removes nothing, and stands on Today until it is answered', async () => {
    expect(await act({ do: 'forget' })).toBe('not-understood')
    expect(await act({ do: 'forget', sure: 'yes' })).toBe('asked')
    expect(await today()).toContainEqual(
      expect.objectContaining({
        what: 'forget-asked',
        person: tomasz,
        code: 'they-ask-to-be-forgotten',
      }),
    )
    await take(notebook(), conversation, 'replied-no', 'thanked-no')
    expect((await today()).map(({ what }) => what)).toEqual(['forget-asked'])
    await ask('people.forget', { people: [tomasz] })
    expect(await today()).toEqual([])
    expect(await act({ do: 'forget', sure: 'yes' })).toBe('nothing')
  })

  test('of several at the table each has a page; who is forgotten leaves nothing of theirs there', async () => {
    const ruth = await person(notebook(), 'Ruth Adeyemi')
    await ask('conversations.change', { id: conversation, people: [tomasz, ruth] })
    expect(await act({ do: 'propose', zone: lisbon, words: 'Mondays are better for me' })).toBe(
      'sent',
    )
    await ask('people.forget', { people: [tomasz] })
    expect((await showTalk()).fromThem).toEqual([])
    const log = await notebook().peek((db) => raw(db, 'select * from changes'))
    for (const all of [await notebook().documents(), log]) {
      expect(JSON.stringify(all)).not.toContain('Mondays are better')
    }
  })

  test('the calendar file follows the time, under one name, with its number raised', async () => {
    expect(await look('calendar')).toBe('nothing')
    await choose(first)
    expect(await look('calendar')).toMatch(/METHOD:REQUEST[\s\S]*SEQUENCE:0[\s\S]*20260317T100000/)
    await take(notebook(), conversation, { kind: 'scheduled', start: { ...second, zone: lisbon } })
    expect(await look('calendar')).toMatch(/METHOD:REQUEST[\s\S]*SEQUENCE:1[\s\S]*20260318T150000/)
    expect(await act({ do: 'decline' })).toBe('declined')
    expect(await look('calendar')).toMatch(/METHOD:CANCEL[\s\S]*SEQUENCE:2[\s\S]*STATUS:CANCELLED/)
    expect(await look()).toContain('does not hold any more')
  })

  test('other clocks are shown when asked for, without a script', async () => {
    expect(await look('zone=Asia/Kathmandu')).toContain('Tuesday 17 March, 15:45 (Kathmandu)')
    expect(await look('zone=Nowhere/At_All')).toContain('Tuesday 17 March, 10:00 (Lisbon)')
  })

  describe('shows', () => {
    const kept = [
      'Tomasz Zieliński',
      'tomasz@example.org',
      'Kelvin Archive',
      'they bind by hand',
      'begin with paper',
      'forty letters a year',
    ]

    test('what they said and who they are; of anybody else, off the record, or the owner’s own, not a word', async () => {
      const ruth = await person(notebook(), 'Ruth Otherwise', {
        channels: [{ kind: 'mail', value: 'ruth.otherwise@example.org' }],
        words: 'QUOKKA private words on Ruth',
      })
      await ask('people.change', {
        id: tomasz,
        words: 'QUOKKA my own words on Tomasz',
        labels: ['QUOKKA label'],
        channels: [{ kind: 'mail', value: 'tomasz@example.org' }],
        roles: [{ title: 'Archivist', organisation: 'Kelvin Archive' }],
        meeting: { words: 'QUOKKA how we met', through: ruth },
      })
      await ask('conversations.change', {
        id: conversation,
        people: [tomasz, ruth],
        purpose: 'QUOKKA purpose',
        gift: 'QUOKKA gift',
        questions: [{ id: 'own', text: 'QUOKKA question' }],
        energy: -2,
      })
      await ask('notes.save', {
        id: conversation,
        text: [
          '" @Tomasz they bind by hand',
          '! @Tomasz begin with paper',
          '= @Tomasz forty letters a year',
          '" @Ruth QUOKKA of Ruth about Tomasz',
          '! QUOKKA of nobody knows whom',
          '%" @Tomasz QUOKKA off the record',
          'QUOKKA my thought',
          '> QUOKKA my promise',
          '? QUOKKA open question',
          '+ @Tomasz QUOKKA Somebody Else',
          '" @Tomasz QUOKKA private to me',
        ].join('\n'),
      })
      const { lines } = await ask('notes.show', { id: conversation })
      const closed = lines.find((line: Loose) => line.text.includes('private to me'))
      await ask('consent.level', { line: closed.id, level: 'private' })
      await ask('notes.save', {
        kind: 'person',
        id: tomasz,
        text: 'QUOKKA note on him\n" QUOKKA said of him',
      })
      const alone = (await ask('conversations.plan', { people: [ruth] })).id
      await ask('notes.save', { id: alone, text: '" QUOKKA Tomasz Zieliński is leaving' })
      await ask('letters.keep', { conversation, body: 'QUOKKA draft' })
      const mateo = { who: 'mateo' } as const
      await ask('people.add', { name: 'QUOKKA of Mateo' }, mateo)
      const page = await look()
      for (const words of kept) expect(page).toContain(words)
      expect(page).not.toMatch(/QUOKKA|Ruth|Otherwise/i)
      await choose(first)
      const file = await look('calendar')
      expect(file).toContain('tomasz@example.org')
      expect(file).not.toMatch(/QUOKKA|Ruth|Otherwise/i)
      // Every word on it is one of the page's own, of the owner's name, or kept about them.
      expect(wordsOf(await look('said=chosen'), kept)).toEqual(wordsOfTheirPage)
    })
  })
})

/** The words of a page in their order, without the list of zones and without what is known to be theirs. */
function wordsOf(page: string, known: readonly string[]): string[] {
  const plain = page
    .replace(/<style>[\s\S]*?<\/style>/, '')
    .replace(/<select[\s\S]*?<\/select>/g, '')
    .replace(/<[^>]+>/g, '\n')
  const said = plain.split('\n').map((line) => line.trim())
  return [...new Set(said)].filter((line) => line !== '' && !known.includes(line))
}
