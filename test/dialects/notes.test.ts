import { expect, test } from 'vitest'
import { type Loose, onBothDatabases, person } from './notebook.ts'
import { idsOf, talkWith, textsOf } from './talk.ts'

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
    const merged = await save(`added by the browser\n${hands}\n${years}\n${names}, by the browser`)
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
        other: idsOf(merged)[1],
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
