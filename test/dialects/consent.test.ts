import { expect, test } from 'vitest'
import { closedLine } from '../../src/notebook/notes/note.ts'
import { type Loose, onBothDatabases, person } from './notebook.ts'
import { idsOf, take, talkWith, textsOf } from './talk.ts'

const program = { rights: ['notebook:read', 'notebook:write'] as const }

/** What the page of a field says somebody said, and who it says it was. */
async function heardIn(ask: Loose, field: string, manner = {}) {
  const { fields } = await ask('fields.list')
  if (!fields.some(({ name }: Loose) => name === field)) await ask('fields.add', { name: field })
  const { topics } = await ask('fields.show', { name: field }, manner)
  return topics.flatMap(({ insights }: Loose) =>
    insights.map(({ text, speaker }: Loose) => [text, speaker]),
  )
}

onBothDatabases('what somebody agreed to', (notebook) => {
  test('is written down with its day and how it was said, the newest last', async () => {
    const { ask, clock } = notebook()
    const ruth = await person(notebook(), 'Ruth Adeyemi')
    await ask('consent.answer', { person: ruth, notes: 'yes', naming: 'role' })
    clock.pass(24)
    await ask('consent.answer', { person: ruth, naming: 'none' })
    const { people } = await ask('consent.show', { person: ruth })
    expect(people[0].consent).toEqual({
      notes: 'yes',
      naming: 'none',
      sharing: 'not-asked',
      on: '2026-03-12',
    })
    expect(people[0].answers).toEqual([
      { notes: 'yes', naming: 'role', said: null, conversation: null, on: '2026-03-11' },
      { naming: 'none', said: null, conversation: null, on: '2026-03-12' },
    ])
  })

  test('may be narrowed at any time, and widened only with a new yes', async () => {
    const { ask, refusal, revision } = notebook()
    const ana = await person(notebook(), 'Ana Ruiz')
    await ask('consent.answer', { person: ana, naming: 'role', sharing: 'no' })
    const before = await revision()
    for (const more of [{ naming: 'name' }, { sharing: 'show-first' }, { naming: 'not-asked' }]) {
      expect(await refusal('consent.answer', { person: ana, ...more })).toMatchObject({
        code: 'consent.no-yes',
      })
      expect(await refusal('people.change', { id: ana, consent: more })).toMatchObject({
        code: 'consent.no-yes',
      })
    }
    expect(await revision()).toBe(before)
    await ask('consent.answer', { person: ana, naming: 'name', said: 'by mail' })
    const { people } = await ask('consent.show', { person: ana })
    expect(people[0].consent).toMatchObject({ naming: 'name', sharing: 'no' })
    expect(people[0].answers.at(-1)).toMatchObject({ naming: 'name', said: 'by mail' })
    await ask('consent.answer', { person: ana, naming: 'none' })
  })

  test('an answer says something, and somebody gives it', async () => {
    const { ask, refusal } = notebook()
    const ben = await person(notebook(), 'Ben Cole')
    const empty = (await ask('conversations.capture', { text: 'a thought of mine' })).conversation
    expect(await refusal('consent.answer', { person: ben })).toMatchObject({
      code: 'consent.no-answer',
    })
    expect(await refusal('consent.answer', { conversation: empty.id, notes: 'yes' })).toMatchObject(
      { code: 'consent.nobody' },
    )
  })

  test('given in a conversation it stands there and with each of them, and is taken back at once', async () => {
    const { ask, answer } = notebook()
    const [mia, leo] = [await person(notebook(), 'Mia Lund'), await person(notebook(), 'Leo Lund')]
    const talk = await talkWith(notebook(), [mia, leo])
    const { change, result } = await answer('consent.answer', {
      conversation: talk,
      notes: 'facts',
    })
    expect(result.conversation).toMatchObject({ notes: 'facts' })
    for (const one of [mia, leo]) {
      const { people } = await ask('consent.show', { person: one })
      expect(people[0]).toMatchObject({ consent: { notes: 'facts' } })
      expect(people[0].answers.at(-1)).toMatchObject({ conversation: talk })
    }
    await ask('changes.undo', { id: change })
    expect((await ask('conversations.show', { id: talk })).consent.notes).toBe('not-asked')
    expect((await ask('consent.show', { person: mia })).people[0].answers).toEqual([])
  })

  test('as it was when they spoke stays with the conversation: a wider yes of later gives no leave for what was said before', async () => {
    const { ask } = notebook()
    const eva = await person(notebook(), 'Eva Rask')
    await ask('people.change', {
      id: eva,
      roles: [{ title: 'Glazier', organisation: 'Rask Glass' }],
    })
    await ask('consent.answer', { person: eva, naming: 'role' })
    const talk = await talkWith(notebook(), [eva])
    await ask('notes.save', { id: talk, text: '" lead lasts #glazing' })
    await take(notebook(), talk, 'held')
    expect((await ask('conversations.show', { id: talk })).consent.naming).toBe('role')
    await ask('consent.answer', { person: eva, naming: 'name', said: 'on the phone' })
    expect(await heardIn(ask, 'glazing')).toEqual([['lead lasts', 'Glazier, Rask Glass']])
    await ask('consent.answer', { conversation: talk, naming: 'name', said: 'on the phone' })
    expect(await heardIn(ask, 'glazing')).toEqual([['lead lasts', 'Eva Rask']])
  })

  test('narrowed later holds at once on the page of a field, in search, and for programs', async () => {
    const { ask } = notebook()
    const nils = await person(notebook(), 'Nils Quist')
    const talk = await talkWith(notebook(), [nils])
    const text =
      '" tar smells of work #boats\n= hulls dry for a year #boats\n> bring the rope by Friday'
    await ask('notes.save', { id: talk, text })
    expect(await heardIn(ask, 'boats', program)).toHaveLength(2)
    await ask('consent.answer', { person: nils, notes: 'facts', naming: 'none' })
    expect(await heardIn(ask, 'boats')).toEqual([
      ['tar smells of work', 'somebody'],
      ['hulls dry for a year', 'somebody'],
    ])
    expect(await heardIn(ask, 'boats', program)).toEqual([['hulls dry for a year', 'somebody']])
    const told = await ask('notes.show', { id: talk }, program)
    expect(textsOf(told)).toEqual([closedLine, ...text.split('\n').slice(1)])
    await ask('consent.answer', { person: nils, notes: 'no' })
    expect(await heardIn(ask, 'boats', program)).toEqual([])
    expect(JSON.stringify(await ask('notes.show', { id: talk }, program))).not.toMatch(/hulls|rope/)
    expect(JSON.stringify(await ask('promises.list', {}, program))).not.toMatch(/rope/)
    expect(textsOf(await ask('notes.show', { id: talk }))).toEqual(text.split('\n'))
  })

  test('a program that writes into a note leaves the lines it may not see as they are', async () => {
    const { ask, refusal } = notebook()
    const vera = await person(notebook(), 'Vera Holt')
    const talk = await talkWith(notebook(), [vera])
    await ask('notes.save', { id: talk, text: '" mine alone\n! for all' })
    const [own] = idsOf(await ask('notes.show', { id: talk }))
    await ask('consent.level', { line: own, level: 'private' })
    const seen = await ask('notes.show', { id: talk }, program)
    expect(textsOf(seen)).toEqual([closedLine, '! for all'])
    const since = seen.revision
    await ask('notes.save', { id: talk, text: `${closedLine}\n! for all\nmore`, since }, program)
    const after = await ask('notes.show', { id: talk })
    expect(textsOf(after)).toEqual(['" mine alone', '! for all', 'more'])
    expect(idsOf(after)[0]).toBe(own)
    const twice = `${closedLine}\n${closedLine}\n! for all`
    expect(await refusal('notes.save', { id: talk, text: twice, since }, program)).toMatchObject({
      code: 'note.conflict',
    })
  })

  test('a line may be closed further than the conversation, and is opened again', async () => {
    const { ask, refusal } = notebook()
    const ida = await person(notebook(), 'Ida Berg')
    await ask('people.change', { id: ida, roles: [{ title: 'Tanner', organisation: null }] })
    await ask('consent.answer', { person: ida, naming: 'name', notes: 'yes' })
    const talk = await talkWith(notebook(), [ida])
    await ask('notes.save', { id: talk, text: '" bark, not chrome #leather\n% " secret #leather' })
    const [line, closed] = idsOf(await ask('notes.show', { id: talk, offRecord: true }))
    for (const [level, speaker] of [
      ['role', 'Tanner'],
      ['chatham', 'somebody'],
      ['private', 'Ida Berg'],
      ['as-agreed', 'Ida Berg'],
    ]) {
      await ask('consent.level', { line, level })
      expect(await heardIn(ask, 'leather')).toEqual([['bark, not chrome', speaker]])
      expect((await ask('notes.show', { id: talk })).lines[0]).toMatchObject({ level })
    }
    expect(await refusal('consent.level', { line: closed, level: 'role' })).toMatchObject({
      code: 'line.off-record',
    })
    expect(await refusal('consent.level', { line: talk, level: 'role' })).toMatchObject({
      code: 'line.unknown',
    })
  })

  test('whose line wants no name leads a program to nobody', async () => {
    const { ask } = notebook()
    const per = await person(notebook(), 'Per Dahl')
    const talk = await talkWith(notebook(), [per])
    await ask('notes.save', { id: talk, text: '! oil the plane #planes' })
    const [line] = idsOf(await ask('notes.show', { id: talk }))
    await ask('consent.level', { line, level: 'chatham' })
    await ask('fields.add', { name: 'planes' })
    const { topics } = await ask('fields.show', { name: 'planes' }, program)
    expect(topics[0].insights[0]).toMatchObject({
      speaker: 'somebody',
      person: null,
      conversation: null,
    })
    const search = { text: 'oil the plane' }
    const { hits } = await ask('search.everything', search, program)
    expect(hits).toMatchObject([{ under: 'somebody', person: null, conversation: null }])
    const own = await ask('search.everything', search)
    expect(own.hits).toMatchObject([{ under: 'somebody', person: per, conversation: talk }])
  })

  test('a level stays while a promise is kept and a question is settled', async () => {
    const { ask } = notebook()
    const tor = await person(notebook(), 'Tor Vik')
    const talk = await talkWith(notebook(), [tor])
    await ask('notes.save', { id: talk, text: '> write by Friday' })
    const [line] = idsOf(await ask('notes.show', { id: talk }))
    await ask('consent.level', { line, level: 'private' })
    await ask('promises.settle', { line })
    expect((await ask('notes.show', { id: talk })).lines[0]).toMatchObject({
      level: 'private',
      doneOn: '2026-03-12',
    })
  })

  test('of one who stands in two records is theirs in both, and each answer stays with the record it was given to', async () => {
    const { ask } = notebook()
    const one = await person(notebook(), 'Kim Aas')
    const other = await person(notebook(), 'Kim Aas of Oslo')
    await ask('consent.answer', { person: one, naming: 'role' })
    await ask('consent.answer', { person: other, notes: 'yes', said: 'aloud' })
    await ask('people.merge', { people: [one, other] })
    const merged = (await ask('consent.show', { person: one })).people[0]
    expect(merged.consent).toMatchObject({ notes: 'not-asked', naming: 'role' })
    expect(merged.answers).toHaveLength(2)
    await ask('people.unmerge', { id: other })
    const apart = await Promise.all([one, other].map((who) => ask('consent.show', { person: who })))
    expect(apart.map(({ people }: Loose) => people[0].answers.length)).toEqual([1, 1])
    expect(apart[1].people[0].answers[0]).toMatchObject({ notes: 'yes', said: 'aloud' })
  })
})
