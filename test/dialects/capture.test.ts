import { expect, test } from 'vitest'
import { type Loose, onBothDatabases, person } from './notebook.ts'
import { idsOf, planned, take, talkWith } from './talk.ts'

const named = (all: { name: string }[]) => all.map(({ name }) => name)

onBothDatabases('a captured line', (notebook) => {
  test('makes a person, a conversation of today and the fields it names', async () => {
    const { ask } = notebook()
    const text =
      'Ruth Adeyemi, paper conservator at City Archive: " We have the keys to every room #conservation'
    const {
      conversation,
      person: who,
      understood,
      made,
    } = await ask('conversations.capture', { text })
    expect(who).toMatchObject({ name: 'Ruth Adeyemi', spokeOn: '2026-03-11' })
    expect(named(made.people)).toEqual(['Ruth Adeyemi'])
    expect(named(made.fields)).toEqual(['Conservation'])
    expect(conversation).toMatchObject({
      state: 'chance-captured',
      setting: 'chance',
      heldOn: '2026-03-11',
      people: [{ name: 'Ruth Adeyemi' }],
      fields: [{ name: 'Conservation' }],
    })
    expect(understood.at(-1)).toMatchObject({ mark: '"', fields: ['conservation'] })
    for (const line of understood) expect(text.slice(line.start, line.end)).toContain(line.text)
    const note = await ask('notes.show', { id: conversation.id })
    expect(note.text).toContain('" We have the keys to every room #conservation')
    expect(note.lines.at(-1)).toMatchObject({ speaker: { name: 'Ruth Adeyemi' } })
    expect(await ask('people.show', { id: who.id })).toMatchObject({
      meeting: { day: '2026-03-11' },
      roles: [{ organisation: 'City Archive' }],
    })
  })

  test('about somebody known is theirs, and a second one of the day joins the first', async () => {
    const { ask } = notebook()
    const hana = await person(notebook(), 'Hana Kováčová')
    const first = await ask('conversations.capture', { text: 'hana kovacova: " It takes years' })
    expect(first).toMatchObject({ person: { id: hana }, made: { people: [] } })
    const second = await ask('conversations.capture', {
      text: 'Hana Kováčová: ! Begin small #glass',
    })
    expect(second.conversation.id).toBe(first.conversation.id)
    expect(second.conversation.fields).toMatchObject([{ name: 'Glass' }])
    const lines = (await ask('notes.show', { id: first.conversation.id })).text
    expect(lines).toContain('It takes years')
    expect(lines).toContain('Begin small')
    const other = await ask('conversations.capture', {
      text: 'Hana Kováčová: " Another day',
      day: '2026-03-02',
    })
    expect(other.conversation.id).not.toBe(first.conversation.id)
    expect(other.conversation.heldOn).toBe('2026-03-02')
  })

  test('may be about a person given by id, whatever it says', async () => {
    const { ask, refusal } = notebook()
    const id = await person(notebook(), 'Zed')
    const { conversation } = await ask('conversations.capture', {
      text: '" plain words',
      person: id,
    })
    expect(conversation.people).toMatchObject([{ id }])
    expect(
      await refusal('conversations.capture', {
        text: 'x',
        person: '0190a000-0000-7000-8000-00000000ffff',
      }),
    ).toMatchObject({ code: 'person.unknown' })
  })

  test('with somebody to meet writes them down, through whoever named them', async () => {
    const { ask } = notebook()
    const ida = await person(notebook(), 'Ida Berg')
    const { made } = await ask('conversations.capture', {
      text: 'Ida Berg: + Vitus Holm, editor at Radio Nord, vitus@radio.example',
    })
    expect(named(made.people)).toEqual(['Vitus Holm'])
    expect(await ask('people.show', { id: made.people[0].id })).toMatchObject({
      name: 'Vitus Holm',
      channels: [{ kind: 'mail', value: 'vitus@radio.example' }],
      meeting: { through: ida, throughName: 'Ida Berg', day: null },
    })
  })

  test('with a name that several bear is kept, asks who was meant, and makes no namesake', async () => {
    const { ask } = notebook()
    const namesakes = []
    for (const at of ['a', 'b', 'c', 'd', 'e', 'f', 'g']) {
      namesakes.push(
        await person(notebook(), 'Inés Vega', { roles: [{ organisation: `Works ${at}` }] }),
      )
    }
    const kept = await ask('conversations.capture', { text: 'Inés Vega: " slowly #glass' })
    expect(kept).toMatchObject({ person: null, made: { people: [] }, conversation: { people: [] } })
    expect(kept.unsure).toMatchObject([{ name: 'Inés Vega' }])
    const [{ people }] = kept.unsure
    expect(people.map(({ id }: Loose) => id).toSorted()).toEqual(namesakes.toSorted())
    const { id } = kept.conversation
    expect((await ask('notes.show', { id })).lines.at(-1)).toMatchObject({ speakerUnknown: true })

    await ask('conversations.change', { id, people: [namesakes[3]] })
    const line = (await ask('notes.show', { id })).lines.at(-1)
    expect(line).toMatchObject({ speaker: { id: namesakes[3], name: 'Inés Vega' } })
    // Who was spoken with last stands first among those who may be meant.
    const { unsure } = await ask('conversations.capture', { text: 'Inés: " again' })
    expect(unsure[0].people[0]).toMatchObject({ id: namesakes[3] })
    expect((await ask('people.find', { text: 'Inés Vega' })).people).toHaveLength(7)
  })

  test('about several of whom one is not sure gives no word to the wrong one', async () => {
    const { ask } = notebook()
    const ben = await person(notebook(), 'Ben Okri')
    await person(notebook(), 'Noor Haas')
    await person(notebook(), 'Noor Haas')
    const kept = await ask('conversations.capture', {
      text: 'Noor Haas and Ben Okri: " paper first',
    })
    expect(kept.conversation.people).toEqual([])
    expect(named(kept.unsure)).toEqual(['Noor Haas', 'Ben Okri'])
    expect(kept.unsure[1].people).toMatchObject([{ id: ben }])
  })

  test('knows who bears the very name among any number of whose names it is a part', async () => {
    const { ask } = notebook()
    for (let at = 0; at < 8; at++) await person(notebook(), `Zita ${'abcdefgh'[at]}oth`)
    const zita = await person(notebook(), 'Zita')
    const kept = await ask('conversations.capture', { text: 'Zita: " yes' })
    expect(kept).toMatchObject({ person: { id: zita }, unsure: [], made: { people: [] } })
  })

  test('with several of the name of somebody to meet adds nobody by itself', async () => {
    const { ask, refusal } = notebook()
    await person(notebook(), 'Pia Storm')
    await person(notebook(), 'Pia Strand')
    const { conversation, made } = await ask('conversations.capture', {
      text: 'Otto Falk: + Pia',
    })
    expect(named(made.people)).toEqual(['Otto Falk'])
    const line = (await ask('notes.show', { id: conversation.id })).lines.at(-1).id
    expect(await refusal('conversations.meet', { line })).toMatchObject({
      code: 'name.already-several',
    })
    expect(await ask('conversations.meet', { line, fresh: true })).toMatchObject({ name: 'Pia' })
  })

  test('off the record makes no fields and nobody, and is closed from the first', async () => {
    const { ask, derived } = notebook()
    await person(notebook(), 'Mara Lind')
    const { made, conversation } = await ask('conversations.capture', {
      text: '% Mara Lind: " the Yggdrasil project dies #yggdrasil + Olga Yggdrasil',
    })
    expect(made).toEqual({ people: [], fields: [] })
    expect(JSON.stringify(await derived())).not.toMatch(/yggdrasil/i)
    expect((await ask('notes.show', { id: conversation.id, offRecord: true })).text).toMatch(/Ygg/)
  })

  test('is one write, taken back whole', async () => {
    const { ask, answer, documents } = notebook()
    const before = await documents()
    const { change } = await answer('conversations.capture', {
      text: 'Brand New, potter at Kiln House: " clay is slow #pottery + Other New',
    })
    await ask('changes.undo', { id: change })
    expect(await documents()).toEqual(before)
  })
})

onBothDatabases('a conversation that is over', (notebook) => {
  test('is moved on, and its fields are made, by finishing it', async () => {
    const { ask } = notebook()
    const id = await planned(notebook())
    await take(notebook(), id, { kind: 'scheduled', start: { day: '2026-03-11', clock: '09:30' } })
    await take(notebook(), id, 'started')
    await ask('notes.save', {
      id,
      text: '" hands first #paper-mending\n% " no #hidden-one\n> write by Friday',
    })
    const { conversation, made, note } = await ask('conversations.finish', { id })
    expect(conversation).toMatchObject({ state: 'captured', heldOn: '2026-03-11' })
    expect(named(made.fields)).toEqual(['Paper mending'])
    expect(note.lines).toHaveLength(3)
    const again = await ask('conversations.finish', { id })
    expect(again).toEqual({ conversation, note, made: { fields: [] } })
  })

  test('counts its days from the day it was held', async () => {
    const { ask, clock } = notebook()
    const id = await planned(notebook())
    await ask('notes.save', { id, text: '> send the map by Friday' })
    clock.pass(24 * 7)
    await take(notebook(), id, 'held')
    await ask('conversations.finish', { id })
    const { promises } = await ask('promises.list', {})
    expect(promises.find(({ conversation }: Loose) => conversation === id)).toMatchObject({
      due: '2026-03-20',
    })
    clock.set('2026-03-11T09:00:00.000Z')
  })

  test('gives the person whom a line names', async () => {
    const { ask, refusal } = notebook()
    const ruth = await person(notebook(), 'Ruth Okafor')
    const id = await talkWith(notebook(), [ruth])
    const note = await ask('notes.save', {
      id,
      text: '+ Tomasz Wilk, editor at Radio Río\n+ \n" no person',
    })
    const [line, empty, quote] = idsOf(note)
    const met = await ask('conversations.meet', { line })
    expect(met).toMatchObject({ name: 'Tomasz Wilk' })
    expect(await ask('people.show', { id: met.id })).toMatchObject({
      meeting: { throughName: 'Ruth Okafor' },
    })
    expect(await ask('conversations.meet', { line })).toEqual(met)
    for (const other of [empty, quote]) {
      expect(await refusal('conversations.meet', { line: other })).toMatchObject({
        code: 'line.no-name',
      })
    }
    expect(await refusal('conversations.meet', { line: ruth })).toMatchObject({
      code: 'line.unknown',
    })
  })
})

onBothDatabases('a thank-you', (notebook) => {
  test('holds a line word for word, what was promised, and nothing off the record', async () => {
    const { ask } = notebook()
    await ask('settings.change', { name: 'Lucía' })
    const ruth = await person(notebook(), 'Ruth Adeyemi', {
      names: [{ part: 'given', text: 'Ruth' }],
      channels: [{ kind: 'mail', value: 'ruth@archive.example' }],
    })
    const id = await talkWith(notebook(), [ruth])
    await take(notebook(), id, { kind: 'held', day: '2026-03-11' })
    await ask('notes.save', {
      id,
      text: '% " the Kraken sleeps\n" Hands remember what papers forget. #conservation\n> send the map of the river',
    })
    await ask('conversations.finish', { id })
    const draft = await ask('letters.draft', { conversation: id })
    expect(draft.body).toContain('Hands remember what papers forget')
    expect(draft.body).toMatch(/map of the river/)
    expect(draft.body).not.toMatch(/kraken/i)
    expect(draft.body).toContain('Lucía')
    expect(draft).toMatchObject({
      to: [{ name: 'Ruth Adeyemi', mail: 'ruth@archive.example' }],
      own: false,
      sentOn: null,
    })
    expect(draft.mailto).toMatch(/^mailto:ruth@archive\.example\?/)
    for (const { start, end, line } of draft.used) {
      expect(draft.body.slice(start, end)).not.toBe('')
      expect(line).toMatch(/^[0-9a-f-]{36}$/)
    }

    const kept = await ask('letters.keep', { conversation: id, body: 'My own words.' })
    expect(kept).toMatchObject({ body: 'My own words.', own: true, used: [] })
    expect(await ask('letters.draft', { conversation: id })).toEqual(kept)
    expect((await ask('letters.draft', { conversation: id, afresh: true })).body).toBe(draft.body)

    const sent = await ask('letters.sent', { conversation: id })
    expect(sent.letter).toMatchObject({ body: 'My own words.', sentOn: '2026-03-11' })
    expect(sent.conversation.state).toBe('thanked')
    const again = await ask('letters.sent', { conversation: id })
    expect(again.conversation.steps).toEqual(sent.conversation.steps)
  })

  test('says the day of a promise once, in whatever language it was noted', async () => {
    const { ask } = notebook()
    const id = await talkWith(notebook(), [await person(notebook(), 'Carmen Gil')])
    await take(notebook(), id, { kind: 'held', day: '2026-03-11' })
    await ask('notes.save', { id, text: '> enviarle el mapa antes del viernes' })
    await ask('conversations.finish', { id })
    const { body } = await ask('letters.draft', { conversation: id })
    expect(body).toContain('enviarle el mapa, by Friday.')
    expect(body).not.toContain('viernes')
  })

  test('goes only after a talk, and a refused one keeps nothing', async () => {
    const { refusal, documents } = notebook()
    const id = await planned(notebook())
    const before = await documents()
    expect(await refusal('letters.sent', { conversation: id, body: 'x' })).toMatchObject({
      code: 'step.not-now',
    })
    expect(await documents()).toEqual(before)
  })

  test('after a meeting by chance is the line that recalls the moment', async () => {
    const { ask, refusal } = notebook()
    const { conversation } = await ask('conversations.capture', { text: 'Ola Nordmann: " ja' })
    const { id } = conversation
    const sent = await ask('letters.sent', { conversation: id, body: 'Hei!' })
    expect(sent.conversation.state).toBe('followed-up')
    expect((await ask('letters.sent', { conversation: id, body: 'Hei!' })).letter).toEqual(
      sent.letter,
    )
    expect(await refusal('letters.sent', { conversation: id, body: 'Ho!' })).toMatchObject({
      code: 'letter.already-sent',
    })

    // They meet again, by appointment: that is thanked for by a letter of its own.
    await take(notebook(), id, 'sent', 'replied-yes')
    await take(notebook(), id, { kind: 'scheduled', start: { day: '2026-03-11', clock: '09:00' } })
    await take(notebook(), id, 'held', 'captured')
    expect(await ask('letters.draft', { conversation: id })).toMatchObject({ sentOn: null })
    const thanks = await ask('letters.sent', { conversation: id, body: 'Takk for praten!' })
    expect(thanks.conversation.state).toBe('thanked')
    const { letters } = await ask('letters.list', { conversation: id })
    expect(letters.map(({ body }: Loose) => body)).toEqual(['Hei!', 'Takk for praten!'])
  })
})
