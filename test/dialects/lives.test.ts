import { describe, expect, test } from 'vitest'
import { stepKinds } from '../../src/notebook/conversations/conversation.ts'
import { type Loose, onBothDatabases, person } from './notebook.ts'
import { planned, type StepInput, take, tenOnFriday } from './talk.ts'

onBothDatabases('the life of a conversation', (notebook) => {
  test.each<[string, (string | StepInput)[], string]>([
    ['nothing yet', [], 'idea'],
    ['a draft', ['drafted'], 'drafted'],
    ['a letter', ['researched', 'drafted', 'sent'], 'sent'],
    ['a yes', ['sent', 'replied-yes'], 'replied-yes'],
    ['a no, thanked for', ['sent', 'replied-no', 'thanked-no'], 'thanked-no'],
    ['a later', ['sent', 'replied-later'], 'replied-later'],
    ['a time', ['sent', 'replied-yes', { kind: 'scheduled', start: tenOnFriday }], 'scheduled'],
    ['a time confirmed', [{ kind: 'scheduled', start: tenOnFriday }, 'confirmed'], 'confirmed'],
    ['open notes', [{ kind: 'scheduled', start: tenOnFriday }, 'started'], 'started'],
    [
      'nobody came',
      [{ kind: 'scheduled', start: tenOnFriday }, 'no-show-theirs'],
      'no-show-theirs',
    ],
    ['a talk', ['held'], 'held'],
    ['notes kept', ['held', 'captured'], 'captured'],
    ['thanks', ['held', 'captured', 'thanked'], 'thanked'],
    ['thanks before notes', ['held', 'thanked', 'captured'], 'thanked'],
    ['put away', ['held', 'captured', 'thanked', 'debriefed'], 'debriefed'],
    ['told later', ['held', 'captured', 'thanked', 'debriefed', 'updated'], 'updated'],
    ['kept', ['held', 'captured', 'thanked', 'debriefed', 'updated', 'kept'], 'kept'],
    ['rest', ['sent', 'rested'], 'resting'],
    ['set aside after a talk', ['held', 'rested'], 'set-aside'],
    ['taken up again where it stood', ['held', 'rested', 'reopened'], 'held'],
  ])(
    'after %s stands as it should, and every step it offers can be taken',
    async (_, steps, state) => {
      const { ask } = notebook()
      const id = await planned(notebook())
      await take(notebook(), id, ...steps)
      const shown = await ask('conversations.show', { id })
      expect(shown).toMatchObject({ state })
      expect(shown.steps).toHaveLength(steps.length)
      for (const kind of shown.mayFollow) {
        const start = kind === 'scheduled' ? { start: tenOnFriday } : {}
        const { step } = await ask('conversations.step', { id, kind, ...start })
        expect(await ask('conversations.untake', { step })).toEqual(shown)
      }
    },
  )

  test('refuses what cannot follow, in a sentence that says what can', async () => {
    const { ask, refusal } = notebook()
    const id = await planned(notebook())
    for (const steps of [
      [],
      ['sent'],
      ['replied-yes'],
      ['held'],
      ['captured', 'thanked'],
      ['kept'],
    ]) {
      await take(notebook(), id, ...steps)
      const { mayFollow, steps: before } = await ask('conversations.show', { id })
      for (const kind of stepKinds.filter((one) => !mayFollow.includes(one))) {
        const start = kind === 'scheduled' ? { start: tenOnFriday } : {}
        const { code, says } = await refusal('conversations.step', { id, kind, ...start })
        expect(code).toBe('step.not-now')
        expect(says).toMatch(/^\p{Lu}.+\.$/su)
      }
      expect((await ask('conversations.show', { id })).steps).toEqual(before)
    }
  })

  test('a time is agreed with its day, and what has not come yet is not written down', async () => {
    const { refusal } = notebook()
    const id = await planned(notebook())
    expect(await refusal('conversations.step', { id, kind: 'scheduled' })).toMatchObject({
      code: 'step.no-time',
    })
    expect(await refusal('conversations.step', { id, kind: 'held', day: '2026-03-12' })).toEqual({
      code: 'step.not-now',
      says: expect.stringContaining('has not come yet'),
    })
  })

  test('steps written down later stand on their day, in whatever order they were written', async () => {
    const { ask, refusal } = notebook()
    const id = await planned(notebook())
    await take(
      notebook(),
      id,
      { kind: 'held', day: '2026-03-10' },
      { kind: 'sent', day: '2026-03-02' },
      { kind: 'replied-yes', day: '2026-03-04' },
    )
    const shown = await ask('conversations.show', { id })
    expect(shown.steps.map(({ kind }: Loose) => kind)).toEqual(['sent', 'replied-yes', 'held'])
    expect(shown).toMatchObject({ state: 'held', heldOn: '2026-03-10' })
    expect(
      await refusal('conversations.step', { id, kind: 'thanked-no', day: '2026-03-05' }),
    ).toMatchObject({ code: 'step.not-now' })
    expect(
      await refusal('conversations.step', { id, kind: 'kept', day: '2026-03-05' }),
    ).toMatchObject({ code: 'step.not-now' })
  })

  test('a step taken back was never taken', async () => {
    const { ask } = notebook()
    const id = await planned(notebook())
    await take(notebook(), id, 'sent')
    const before = await ask('conversations.show', { id })
    const { step } = await take(notebook(), id, 'replied-no')
    expect(await ask('conversations.untake', { step })).toEqual(before)
  })

  test('a step under an id that another has is refused, and the other stays', async () => {
    const { ask, refusal } = notebook()
    const id = await planned(notebook())
    const { step } = await take(notebook(), id, 'sent')
    const other = await planned(notebook())
    expect(await refusal('conversations.step', { id: other, kind: 'sent', step })).toMatchObject({
      code: 'step.already-there',
    })
    expect((await ask('conversations.show', { id })).steps).toHaveLength(1)
  })
})

describe('clocks', () => {
  onBothDatabases('and what comes next', (notebook) => {
    test('silence is nudged once, on the day the owner’s clocks and holidays say', async () => {
      const { ask, clock } = notebook()
      clock.set('2026-03-02T09:00:00.000Z')
      const id = await planned(notebook())
      await take(notebook(), id, 'sent')
      const stateOn = async (day: string) => {
        clock.set(`${day as '2026-03-02'}T09:00:00.000Z`)
        return (await ask('conversations.show', { id })).state
      }
      const nudgeDay = async () => {
        for (let day = 3; day < 31; day++) {
          const on = `2026-03-${String(day).padStart(2, '0')}`
          if ((await stateOn(on)) === 'nudge-due') return on
        }
        return null
      }
      const usual = await nudgeDay()
      expect(usual).toBe('2026-03-11')
      await ask('settings.change', { holidays: ['2026-03-04', '2026-03-05'] })
      expect(await nudgeDay()).toBe('2026-03-13')
      await ask('settings.change', { holidays: [], clocks: { outreach: { nudgeAfter: 3 } } })
      expect(await nudgeDay()).toBe('2026-03-05')
      await ask('settings.change', { clocks: {} })
      expect(await nudgeDay()).toBe(usual)
      clock.set('2026-03-11T09:00:00.000Z')
      const nudged = await take(notebook(), id, 'nudged')
      expect(nudged.mayFollow).not.toContain('nudged')
    })

    test('clocks that do not exist or have another form are refused', async () => {
      const { refusal, ask } = notebook()
      const before = await ask('settings.show')
      for (const [clocks, code] of [
        [{ outreach: { nope: 1 } }, 'setting.unknown'],
        [{ nope: { nudgeAfter: 1 } }, 'setting.unknown'],
        [{ outreach: { nudgeAfter: -1 } }, 'setting.invalid'],
        [{ outreach: { nudgeAfter: [1, 2] } }, 'setting.invalid'],
        [{ outreach: { maxUnanswered: 3 } }, 'setting.invalid'],
        [{ after: { firstUpdateDays: 3 } }, 'setting.invalid'],
      ] as const) {
        expect(await refusal('settings.change', { clocks })).toMatchObject({ code })
      }
      expect(await refusal('settings.change', { zone: 'Mars/Olympus' })).toMatchObject({
        code: 'input.invalid',
      })
      expect(await ask('settings.show')).toEqual(before)
    })
  })

  onBothDatabases('and zones', (notebook) => {
    test('the same instant is another day elsewhere', async () => {
      const { ask, clock } = notebook()
      clock.set('2026-03-11T23:30:00.000Z')
      const madrid = await planned(notebook())
      const lima = (
        await ask(
          'conversations.plan',
          { people: [await person(notebook(), 'Ana Ruiz')], link: 'x' },
          { zone: 'America/Lima' },
        )
      ).id
      const inMadrid = await ask('conversations.step', { id: madrid, kind: 'held' })
      const inLima = await ask(
        'conversations.step',
        { id: lima, kind: 'held' },
        { zone: 'America/Lima' },
      )
      expect(inMadrid).toMatchObject({ heldOn: '2026-03-12' })
      expect(inLima).toMatchObject({ heldOn: '2026-03-11' })
      expect(await ask('conversations.show', { id: lima })).toMatchObject({ heldOn: '2026-03-11' })
      const tokyo = { zone: 'Asia/Tokyo' }
      expect((await ask('today.show', {}, tokyo)).day).toBe('2026-03-12')
      expect((await ask('today.show', {}, { zone: 'America/Lima' })).day).toBe('2026-03-11')
    })

    test('ten in Madrid is ten in Madrid, and the day of the talk is the day there', async () => {
      const { ask, clock } = notebook()
      clock.set('2026-03-11T09:00:00.000Z')
      const id = await planned(notebook())
      const shown = await ask(
        'conversations.step',
        { id, kind: 'scheduled', start: { ...tenOnFriday, zone: 'Asia/Tokyo' } },
        { zone: 'America/Lima' },
      )
      expect(shown.start).toEqual({ ...tenOnFriday, zone: 'Asia/Tokyo' })
      expect((await ask('conversations.show', { id })).next).toMatchObject({
        what: 'confirm',
        by: expect.stringMatching(/^2026-03-12T/),
      })
    })
  })
})
