import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Loose, type Notebook, onBothDatabases } from './notebook.ts'
import { planned, take } from './talk.ts'

const event = (uid: string, ...lines: string[]) =>
  ['BEGIN:VEVENT', `UID:${uid}`, ...lines, 'END:VEVENT'].join('\r\n')
const calendar = (...events: string[]) =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', ...events, 'END:VCALENDAR', ''].join('\r\n')

onBothDatabases('times to offer', (notebook) => {
  let id: string
  const ask: Notebook['ask'] = (...asked) => notebook().ask(...asked)

  beforeEach(async () => {
    notebook().clock.set('2026-04-09T08:00:00.000Z')
    await ask('settings.change', { clocks: {} })
    await ask('settings.busy', { text: '' })
    id = await planned(notebook())
  })

  afterEach(async () => {
    // What was offered in one test is in the way of no other.
    const { conversations } = await ask('conversations.list', { limit: 200 })
    await ask('conversations.remove', {
      conversations: conversations.map(({ id: one }: Loose) => one),
    })
  })

  test('are found in both zones, by the clocks of the craft or by the own', async () => {
    expect(await ask('conversations.times', { id, zone: 'Europe/Lisbon' })).toEqual({
      zone: 'Europe/Lisbon',
      ownZone: 'Europe/Madrid',
      times: [
        {
          day: '2026-04-13',
          clock: '10:00',
          at: '2026-04-13T09:00:00.000Z',
          own: { day: '2026-04-13', clock: '11:00' },
        },
        {
          day: '2026-04-15',
          clock: '14:00',
          at: '2026-04-15T13:00:00.000Z',
          own: { day: '2026-04-15', clock: '15:00' },
        },
        {
          day: '2026-04-17',
          clock: '10:00',
          at: '2026-04-17T09:00:00.000Z',
          own: { day: '2026-04-17', clock: '11:00' },
        },
      ],
    })
    const clocks = { meeting: { workingHours: [18, 20], offerAheadDays: 1, offerTimes: 2 } }
    await ask('settings.change', { clocks })
    const { times } = await ask('conversations.times', { id })
    expect(
      times.map(({ day, clock }: { day: string; clock: string }) => `${day} ${clock}`),
    ).toEqual(['2026-04-10 18:00', '2026-04-13 18:00'])
  })

  test('are not when the calendar says busy, nor when something is agreed here', async () => {
    const busy = await ask('settings.busy', {
      text: calendar(
        event(
          '1',
          'DTSTART;TZID=Europe/Madrid:20260413T090000',
          'DTEND;TZID=Europe/Madrid:20260413T180000',
          'SUMMARY:A secret',
        ),
        event('2', 'DTSTART;VALUE=DATE:20260414', 'DTEND;VALUE=DATE:20260415'),
        event(
          '3',
          'DTSTART;TZID=Europe/Madrid:20260415T090000',
          'DURATION:PT9H',
          'TRANSP:TRANSPARENT',
        ),
        event('4', 'DTSTART:20260415T070000Z', 'DTEND:20260415T080000Z', 'STATUS:CANCELLED'),
        event('5', 'DTSTART:20200101T070000Z', 'DTEND:20200101T080000Z'),
      ),
    })
    expect(busy).toEqual({ taken: 2, until: '2026-04-14T22:00:00.000Z', passed: 3 })
    expect((await ask('settings.show')).busy).toEqual({
      times: 2,
      until: '2026-04-14T22:00:00.000Z',
    })
    const documents = JSON.stringify(await notebook().documents())
    expect(documents).not.toContain('A secret')
    const other = await planned(notebook())
    await take(notebook(), other, {
      kind: 'scheduled',
      start: { day: '2026-04-15', clock: '10:00' },
    })
    const { times } = await ask('conversations.times', { id, count: 1 })
    expect(times).toMatchObject([{ day: '2026-04-15', clock: '11:00' }])
    expect(await ask('settings.busy', { text: '' })).toMatchObject({ taken: 0 })
    // What somebody else may still choose is offered to nobody else.
    await ask('conversations.offer', { id: other, times: [{ day: '2026-04-13', clock: '10:00' }] })
    const again = await ask('conversations.times', { id, count: 1 })
    expect(again.times).toMatchObject([{ day: '2026-04-13', clock: '11:00' }])
  })

  test('are refused as busy times where there is no calendar', async () => {
    expect(await notebook().refusal('settings.busy', { text: 'x' })).toMatchObject({
      code: 'busy.unreadable',
    })
  })

  test('are kept as offered, in order and once; a later offer takes their place', async () => {
    const times = [
      { day: '2026-04-15', clock: '14:00' },
      { day: '2026-04-13', clock: '10:00' },
      { day: '2026-04-15', clock: '14:00' },
    ]
    const zone = 'Europe/Lisbon'
    const { offer } = await ask('conversations.offer', { id, zone, times })
    expect(offer).toEqual({ zone, times: [times[1], times[0]], on: '2026-04-09' })
    // Where they are is known from now on.
    expect((await ask('conversations.times', { id })).zone).toBe(zone)
    const later = [{ day: '2026-04-16', clock: '09:00' }]
    expect((await ask('conversations.offer', { id, zone, times: later })).offer.times).toEqual(
      later,
    )
    expect((await ask('conversations.offer', { id, times: [] })).offer).toBeNull()
  })

  test.each([
    ['is over', 'Europe/Madrid', { day: '2026-04-09', clock: '09:00' }],
    ['is on no clock', 'Europe/Madrid', { day: '2027-03-28', clock: '02:30' }],
  ])('cannot be offered where such a time %s', async (_, zone, time) => {
    expect(
      await notebook().refusal('conversations.offer', { id, zone, times: [time] }),
    ).toMatchObject({
      code: 'offer.not-possible',
    })
  })

  test('are over once a time is agreed, and come back when that is undone', async () => {
    const times = [{ day: '2026-04-15', clock: '14:00' }]
    await ask('conversations.offer', { id, times })
    const start = { day: '2026-04-16', clock: '10:00' }
    const { result, change } = await notebook().answer('conversations.step', {
      id,
      kind: 'scheduled',
      start,
    })
    expect(result.offer).toBeNull()
    await ask('changes.undo', { id: change })
    expect((await ask('conversations.show', { id })).offer).toMatchObject({ times })
  })

  test('are offered once more after a date that was missed, without a word of blame', async () => {
    for (const [kind, words] of [
      ['no-show-mine', 'I am sorry that I could not come'],
      ['no-show-theirs', 'We missed each other; that happens.'],
    ] as const) {
      const missed = await planned(notebook())
      const start = { day: '2026-04-09', clock: '09:00' }
      await take(notebook(), missed, { kind: 'scheduled', start }, kind)
      const times = [{ day: '2026-04-14', clock: '10:00' }]
      await ask('conversations.offer', { id: missed, times })
      const draft = await ask('letters.draft', { conversation: missed, template: 'schedule' })
      expect(draft.body).toContain(words)
      expect(draft.body).toContain('– Tuesday 14 April, 10:00 in Madrid')
    }
  })

  test('stand in the letter in both zones, and in its language', async () => {
    const times = [{ day: '2026-04-14', clock: '10:00' }]
    await ask('conversations.offer', { id, zone: 'Europe/Lisbon', times })
    const { body } = await ask('letters.draft', { conversation: id, template: 'schedule' })
    expect(body).toContain('– Tuesday 14 April, 10:00 in Lisbon (11:00 for me)')
    expect(body).toContain('on your clock (Lisbon)')
    const { id: form } = await ask('templates.keep', {
      name: 'Horas',
      kind: 'schedule',
      subject: 'Hablamos',
      body: 'Hola {to}, muchas gracias por la respuesta. Para mí es un gusto. ¿Le va bien una de estas?\n\n{times}\n\n{from}',
    })
    const own = await ask('letters.draft', { conversation: id, template: 'schedule', form })
    expect(own.body).toContain('– martes 14 de abril, 10:00 en Lisbon (11:00 para mí)')
  })
})
