import { beforeAll, expect, test } from 'vitest'
import { closedLine } from '../../src/notebook/notes/note.ts'
import { onBothDatabases, person, raw } from './notebook.ts'
import { idsOf, talkWith, textsOf } from './talk.ts'

const program = { rights: ['notebook:read', 'notebook:write'] as const }

onBothDatabases('what was said off the record', (notebook) => {
  const secret = 'they will close the workshop Zanzibar in June'
  let id = ''
  beforeAll(async () => {
    const ruth = await person(notebook(), 'Ruth Adeyemi')
    id = await talkWith(notebook(), [ruth])
    await notebook().ask('notes.save', {
      id,
      text: `" open words\n% " ${secret} #zanzibar /money\n%> send Zanzibar by Friday`,
    })
  })

  test('is shown to the owner who asks for it, and to nobody else', async () => {
    const { ask, refusal } = notebook()
    expect((await ask('notes.show', { id, offRecord: true })).text).toContain(secret)
    const closed = await ask('notes.show', { id })
    expect(textsOf(closed)).toEqual(['" open words', closedLine, closedLine])
    expect(JSON.stringify(closed)).not.toMatch(/zanzibar/i)
    expect(await refusal('notes.show', { id, offRecord: true }, program)).toMatchObject({
      code: 'rights.missing',
    })
    expect(JSON.stringify(await ask('notes.show', { id }, program))).not.toMatch(/zanzibar/i)
  })

  test('is in no index, no log and no list', async () => {
    const { ask, peek, derived } = notebook()
    expect(JSON.stringify(await derived())).not.toMatch(/zanzibar/i)
    for (const table of ['changes', 'writes', 'notes', 'jobs']) {
      const rows = await peek((db) => raw(db, `select * from ${table}`))
      expect(JSON.stringify(rows)).not.toMatch(/zanzibar/i)
    }
    for (const [operation, input] of [
      ['search.everything', { text: 'zanzibar' }],
      ['promises.list', {}],
      ['topics.list', {}],
      ['letters.draft', { conversation: id }],
      ['today.show', {}],
      ['changes.list', {}],
    ] as const) {
      expect(JSON.stringify(await ask(operation, input))).not.toMatch(/zanzibar/i)
    }
  })

  test('is kept from the log also where the answer is kept for a repeated key', async () => {
    const { ask, peek } = notebook()
    const text = `" open words\n% " ${secret} #zanzibar /money\n%> send Zanzibar by Friday\nmore`
    const first = await ask('notes.save', { id, text }, { key: 'once' })
    expect(first.text).toContain(secret)
    expect(await ask('notes.save', { id, text }, { key: 'once' })).toEqual(first)
    const rows = await peek((db) => raw(db, 'select * from writes'))
    expect(JSON.stringify(rows)).not.toMatch(/zanzibar/i)
  })

  test('is found when the owner asks for it, with who said it', async () => {
    const { ask, refusal } = notebook()
    const { hits } = await ask('search.everything', { text: 'zanzib', offRecord: true })
    expect(hits[0]).toMatchObject({ kind: 'line', text: secret, under: 'Ruth Adeyemi' })
    expect(
      await refusal('search.everything', { text: 'zanzib', offRecord: true }, program),
    ).toMatchObject({ code: 'rights.missing' })
  })

  test('survives a program that saves the text without seeing it', async () => {
    const { ask } = notebook()
    const seen = await ask('notes.show', { id }, program)
    await ask('notes.save', { id, text: `a new line\n${seen.text}`, since: seen.revision }, program)
    const whole = await ask('notes.show', { id, offRecord: true })
    expect(whole.text).toContain(`a new line\n" open words\n% " ${secret}`)
    expect(whole.text).toContain('%> send Zanzibar by Friday')
    const ids = idsOf(whole)
    await ask('notes.save', { id, text: 'nothing but this' }, program)
    const after = await ask('notes.show', { id, offRecord: true })
    expect(after.text).toContain(secret)
    expect(ids).toEqual(expect.arrayContaining(idsOf(after).slice(1)))
  })

  test('survives while owner and program write at once', async () => {
    const { ask } = notebook()
    const who = await person(notebook(), 'Ana Ruiz')
    const talk = await talkWith(notebook(), [who])
    await ask('notes.save', { id: talk, text: 'top\n% the first secret\nend' })
    const seen = await ask('notes.show', { id: talk }, program)
    const mine = await ask('notes.show', { id: talk, offRecord: true })
    await ask('notes.save', {
      id: talk,
      text: `% an earlier secret\n${mine.text}`,
      since: mine.revision,
    })
    await ask('notes.save', { id: talk, text: `${seen.text}\nmore`, since: seen.revision }, program)
    const { text } = await ask('notes.show', { id: talk, offRecord: true })
    expect(text).toBe('% an earlier secret\ntop\n% the first secret\nend\nmore')
  })

  test('becomes open words when the owner takes the sign away, and closed when it is put there', async () => {
    const { ask } = notebook()
    const who = await person(notebook(), 'Mara Lind')
    const talk = await talkWith(notebook(), [who])
    const first = await ask('notes.save', { id: talk, text: '" soon heard by Xanadu' })
    expect((await ask('search.everything', { text: 'xanadu' })).hits).toHaveLength(1)
    const second = await ask('notes.save', { id: talk, text: '% " soon heard by Xanadu' })
    expect(idsOf(second)).toEqual(idsOf(first))
    expect((await ask('search.everything', { text: 'xanadu' })).hits).toEqual([])
    await ask('notes.save', { id: talk, text: '" soon heard by Xanadu' })
    expect((await ask('search.everything', { text: 'xanadu' })).hits).toHaveLength(1)
  })
})
