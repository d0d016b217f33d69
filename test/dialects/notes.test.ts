import { beforeAll, expect, test } from 'vitest'
import { closedLine } from '../../src/notebook/notes/note.ts'
import { type Loose, type Notebook, onBothDatabases, person, raw } from './notebook.ts'

const program = { rights: ['notebook:read', 'notebook:write'] as const }

/** A conversation of today with these people; its note is empty. */
async function talkWith({ ask }: Notebook, people: readonly string[], more: object = {}) {
  const start = { day: '2026-03-11', clock: '10:00' }
  return (await ask('conversations.plan', { people, start, ...more })).id as string
}

const textsOf = (note: { lines: { text: string }[] }) => note.lines.map(({ text }) => text)
const idsOf = (note: { lines: { id: string }[] }) => note.lines.map(({ id }) => id)

onBothDatabases('a note', (notebook) => {
  test('is kept word for word, and read by its marks', async () => {
    const { ask } = notebook()
    const ruth = await person(notebook(), 'Ruth Adeyemi')
    const id = await talkWith(notebook(), [ruth])
    const text = [
      'Plain words stay  as they are',
      '" We have the keys to every room. #conservation /work',
      '! Learn one craft with your hands',
      '> send the chapter by Friday',
      '+ Tomasz Wilk, editor at Radio Río, tomasz@radio.example',
      '',
    ].join('\n')
    const saved = await ask('notes.save', { id, text })
    expect(saved).toMatchObject({ text, beside: [] })
    const shown = await ask('notes.show', { id })
    expect(shown.text).toBe(text)
    expect(shown.revision).toBe(saved.revision)
    expect(shown.lines.map(({ mark }: Loose) => mark)).toEqual([null, '"', '!', '>', '+', null])
    expect(shown.lines[1]).toMatchObject({
      said: 'We have the keys to every room.',
      fields: ['conservation'],
      topics: ['work'],
      speaker: { id: ruth, name: 'Ruth Adeyemi' },
    })
    expect(shown.lines[3]).toMatchObject({ due: '2026-03-13', speaker: null })
  })

  test('of any subject stands by itself, and begins empty', async () => {
    const { ask, refusal } = notebook()
    const ruth = await person(notebook(), 'Ruth Adeyemi')
    await ask('fields.add', { name: 'Conservation' })
    for (const subject of [
      { kind: 'person', id: ruth },
      { kind: 'field', id: 'conservation' },
      { kind: 'owner', id: 'me' },
    ]) {
      expect(await ask('notes.show', subject)).toMatchObject({ id: null, text: '', lines: [] })
      await ask('notes.save', { ...subject, text: `about a ${subject.kind}` })
      expect(await ask('notes.show', subject)).toMatchObject({ text: `about a ${subject.kind}` })
    }
    const nobody = '0190a000-0000-7000-8000-00000000ffff'
    for (const kind of ['conversation', 'person', 'field']) {
      expect(await refusal('notes.show', { kind, id: nobody })).toMatchObject({
        code: `${kind}.unknown`,
      })
      expect(await refusal('notes.save', { kind, id: nobody, text: 'x' })).toMatchObject({
        code: `${kind}.unknown`,
      })
    }
  })

  test('lines keep their ids when they and their neighbours are edited, moved and joined by others', async () => {
    const { ask } = notebook()
    const save = (text: string) => ask('notes.save', { kind: 'owner', text })
    const first = await save(
      'one thing to think about\nanother thing entirely\na third one to keep',
    )
    const [one, another, third] = idsOf(first)
    const second = await save(
      'one thing to think about, twice\nsomething new in between\nanother thing entirely\na third one to keep',
    )
    expect(idsOf(second)).toEqual([one, expect.any(String), another, third])
    const moved = await save('a third one to keep\none thing to think about, twice')
    expect(idsOf(moved)).toEqual([third, one])
  })

  test('saved again as it is changes nothing, and does not hide what others write next', async () => {
    const { ask, revision } = notebook()
    const ruth = await person(notebook(), 'Edwin Same')
    const about = { kind: 'person', id: ruth }
    const saved = await ask('notes.save', { ...about, text: 'mine' })
    const before = await revision()
    const again = await ask('notes.save', { ...about, text: 'mine', since: saved.revision })
    expect(await revision()).toBe(before)
    expect(again.revision).toBe(saved.revision)
    await ask('notes.save', { ...about, text: 'mine\ntheirs', since: saved.revision })
    const merged = await ask('notes.save', {
      ...about,
      text: 'mine\nanother of mine',
      since: again.revision,
    })
    expect(textsOf(merged).toSorted()).toEqual(['another of mine', 'mine', 'theirs'])
  })
})

onBothDatabases('two who write from the same text', (notebook) => {
  async function begun(text: string) {
    const who = await person(notebook(), 'Somebody')
    const about = { kind: 'person', id: who }
    const { revision } = await notebook().ask('notes.save', { ...about, text })
    const save = (words: string) =>
      notebook().ask('notes.save', { ...about, text: words, since: revision })
    return { save, show: () => notebook().ask('notes.show', about) }
  }

  test('keep both their lines, wherever they changed or added them', async () => {
    const [hands, years, names] = ['hands before papers', 'it takes years', 'ask for two names']
    const { save } = await begun(`${hands}\n${years}\n${names}`)
    await save(`${hands}, by the phone\n${years}\n${names}\nadded by the phone`)
    const merged = await save(
      `added by the browser\n${hands}\n${years}\n${names}, by the browser`,
    )
    expect(textsOf(merged)).toEqual([
      'added by the browser',
      `${hands}, by the phone`,
      years,
      `${names}, by the browser`,
      'added by the phone',
    ])
    expect(merged.beside).toEqual([])
  })

  test('of the same line keep both, side by side, and are told', async () => {
    const { save, show } = await begun('before\nthe line\nafter')
    const theirs = await save('before\nthe line as one has it\nafter')
    const merged = await save('before\nthe line as the other has it\nafter')
    expect(textsOf(merged)).toEqual([
      'before',
      'the line as one has it',
      'the line as the other has it',
      'after',
    ])
    expect(merged.beside).toEqual([
      {
        line: idsOf(merged)[2],
        yours: 'the line as the other has it',
        theirs: 'the line as one has it',
      },
    ])
    expect(idsOf(merged)[1]).toBe(idsOf(theirs)[1])
    expect(textsOf(await show())).toEqual(textsOf(merged))
  })

  test('take a line away only where the other did not change it', async () => {
    const { save } = await begun('one\ntwo\nthree')
    await save('one, changed\ntwo\nthree')
    expect(textsOf(await save('three'))).toEqual(['one, changed', 'three'])
  })

  test('lose nothing when both began the note', async () => {
    const who = await person(notebook(), 'Nobody Yet')
    const about = { kind: 'person', id: who }
    const { revision } = await notebook().ask('notes.show', about)
    for (const text of ['from here', 'from there']) {
      await notebook().ask('notes.save', { ...about, text, since: revision })
    }
    const { text } = await notebook().ask('notes.show', about)
    expect(text.split('\n').toSorted()).toEqual(['from here', 'from there'])
  })
})

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

onBothDatabases('who says a line', (notebook) => {
  const speakers = async (id: string) =>
    (await notebook().ask('notes.show', { id, offRecord: true })).lines.map(
      ({ speaker, speakerUnknown }: Loose) => speaker?.name ?? (speakerUnknown ? '?' : null),
    )

  test('is the one named, else the only one at the table, else unknown', async () => {
    const { ask } = notebook()
    const ruth = await person(notebook(), 'Ruth Adeyemi')
    const tomasz = await person(notebook(), 'Tomasz Wilk')
    const alone = await talkWith(notebook(), [ruth])
    const both = await talkWith(notebook(), [ruth, tomasz])
    const text =
      '" without a name\n" @Tomasz with one\n" @Quirin whom nobody knows\nplain\n> mine\n% " @Tomasz closed'
    await ask('notes.save', { id: alone, text })
    await ask('notes.save', { id: both, text })
    expect(await speakers(alone)).toEqual([
      'Ruth Adeyemi',
      'Tomasz Wilk',
      '?',
      null,
      null,
      'Tomasz Wilk',
    ])
    expect(await speakers(both)).toEqual(['?', 'Tomasz Wilk', '?', null, null, 'Tomasz Wilk'])
  })

  test('is known as soon as they are written down, and moves with who was there', async () => {
    const { ask } = notebook()
    const one = await person(notebook(), 'Ida Berg')
    const id = await talkWith(notebook(), [one])
    await ask('notes.save', { id, text: '" @Vitus it takes years\n" hers' })
    expect(await speakers(id)).toEqual(['?', 'Ida Berg'])
    const vitus = await person(notebook(), 'Vitus Holm')
    expect(await speakers(id)).toEqual(['Vitus Holm', 'Ida Berg'])
    await person(notebook(), 'Vitus Stern')
    expect(await speakers(id)).toEqual(['?', 'Ida Berg'])
    await ask('conversations.change', { id, people: [one, vitus] })
    expect(await speakers(id)).toEqual(['Vitus Holm', '?'])
  })
})

onBothDatabases('promises', (notebook) => {
  test('are listed until they are done or let rest, the nearest first', async () => {
    const { ask, refusal } = notebook()
    const ruth = await person(notebook(), 'Ruth Adeyemi')
    const id = await talkWith(notebook(), [ruth])
    const note = await ask('notes.save', {
      id,
      text: '> send the map by 20 March\n< a name at the archive by Friday\n> some day\n! advice',
    })
    const list = async (done = false) =>
      (await ask('promises.list', { done })).promises.map(({ text, whose, due }: Loose) => [
        whose,
        text,
        due,
      ])
    expect(await list()).toEqual([
      ['theirs', 'a name at the archive by Friday', '2026-03-13'],
      ['mine', 'send the map by 20 March', '2026-03-20'],
      ['mine', 'some day', null],
    ])
    const [map, name, someDay, advice] = idsOf(note)
    expect(await ask('promises.settle', { line: map })).toEqual({ line: map, doneOn: '2026-03-11' })
    await ask('promises.settle', { line: name, how: 'rest' })
    expect(await list()).toEqual([['mine', 'some day', null]])
    expect(await list(true)).toHaveLength(2)
    await ask('promises.settle', { line: map, how: 'open' })
    expect(await list()).toHaveLength(2)
    expect(await refusal('promises.settle', { line: advice })).toMatchObject({
      code: 'line.no-promise',
    })
    expect(await refusal('promises.settle', { line: ruth })).toMatchObject({ code: 'line.unknown' })
    await ask('notes.save', { id, text: 'before it\n> some day soon' })
    const after = await ask('promises.list', {})
    expect(after.promises).toMatchObject([{ line: someDay, text: 'some day soon' }])
  })

  test('of a conversation in the bin are not asked for, until it is restored', async () => {
    const { ask } = notebook()
    const who = await person(notebook(), 'Bin Ned')
    const id = await talkWith(notebook(), [who])
    await ask('notes.save', { id, text: '> a promise to Ulysses' })
    const open = async () => JSON.stringify(await ask('promises.list', {}))
    expect(await open()).toContain('Ulysses')
    await ask('conversations.remove', { conversations: [id] })
    expect(await open()).not.toContain('Ulysses')
    expect((await ask('search.everything', { text: 'ulysses' })).hits).toEqual([])
    await ask('bin.restore', { ids: [id] })
    expect(await open()).toContain('Ulysses')
    expect((await ask('search.everything', { text: 'ulysses' })).hits).toHaveLength(1)
  })
})
