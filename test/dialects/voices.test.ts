import { expect, test } from 'vitest'
import { file as fileOf } from './contacts-files.ts'
import { type Loose, onBothDatabases } from './notebook.ts'
import { brought, everywhere, found, talkWith, textOf } from './voices-told.ts'

onBothDatabases('Transcripts', (notebook) => {
  test('a dry run says who speaks and keeps nothing', async () => {
    const { zoom, talk, ana, anaName, benName } = await talkWith(notebook(), 1)
    const before = await notebook().revision()
    const read = await notebook().ask('transcripts.import', {
      conversation: talk,
      text: zoom,
      dryRun: true,
    })
    expect(read).toMatchObject({ id: null, dryRun: true, count: 4, length: 15_000, lost: 0 })
    expect(read.voices.map((voice: Loose) => [voice.name, voice.turns])).toEqual([
      ['Lucía Prado', 1],
      [anaName, 2],
      [benName, 1],
    ])
    expect(read.voices[1].suggested).toMatchObject({ id: ana })
    expect(await notebook().revision()).toBe(before)
  })

  test('a file stands beside the note, is read page by page, and comes back word for word', async () => {
    const { zoom, talk } = await talkWith(notebook(), 1)
    const file = await fileOf('talk.vtt', zoom)
    const { id } = await notebook().ask('transcripts.import', { conversation: talk, file })
    const page = await notebook().ask('transcripts.show', { id, from: 1, limit: 2 })
    expect(page.turns.map((turn: Loose) => [turn.number, turn.from, turn.text])).toEqual([
      [1, 5400, 'Of course: show them a portfolio before a degree.'],
      [2, 12_100, 'Between us, Acme lets people go in May.'],
    ])
    expect(page).toMatchObject({ name: 'talk.vtt', format: 'webvtt', next: 3 })
    expect((await notebook().ask('notes.show', { id: talk })).text).toBe('')
    const original = await notebook().ask('transcripts.original', { id })
    expect(await textOf(original)).toBe(zoom)
  })

  test('a file in which nothing is said is refused by its lines', async () => {
    const { talk } = await talkWith(notebook(), 1)
    expect(
      await notebook().refusal('transcripts.import', {
        conversation: talk,
        text: '1\n00:00:01,000 --> 00:00:02,000\n\n',
      }),
    ).toMatchObject({
      code: 'transcript.without-words',
    })
  })

  test('words taken under a mark keep their place, and open both ways', async () => {
    const { zoom, talk, ana, anaName } = await talkWith(notebook(), 2)
    const id = await brought(notebook(), talk, zoom)
    await notebook().ask('transcripts.who', { id, name: anaName, person: ana })
    const start = 'Of course: show them '.length
    const { line, text } = await notebook().ask('transcripts.quote', {
      id,
      turn: 1,
      start,
      end: 32,
      mark: '!',
    })
    expect(text).toBe(`! @[${anaName}] a portfolio`)
    const shown = await notebook().ask('transcripts.show', { id })
    expect(shown.quotations).toEqual([{ line, turn: 1, start, lastTurn: 1, end: 32, mark: '!' }])
    const note = await notebook().ask('notes.show', { id: talk })
    expect(note.lines[0]).toMatchObject({ id: line, said: 'a portfolio', speaker: { id: ana } })
  })

  test('a line about somebody whose voice is known later says who it was', async () => {
    const { zoom, talk, people, benName } = await talkWith(notebook(), 2)
    const id = await brought(notebook(), talk, zoom.replaceAll(benName, 'Speaker 3'))
    await notebook().ask('transcripts.quote', { id, turn: 3, mark: '"' })
    const before = await notebook().ask('notes.show', { id: talk })
    expect(before.lines[0]).toMatchObject({ speaker: null, speakerUnknown: true })
    const { renamed } = await notebook().ask('transcripts.who', {
      id,
      name: 'Speaker 3',
      person: people[1],
    })
    expect(renamed).toBe(1)
    const after = await notebook().ask('notes.show', { id: talk })
    expect(after.lines[0]).toMatchObject({
      text: `" @[${benName}] Hands count before papers.`,
      speaker: { id: people[1] },
    })
  })

  test('one’s own words are nobody else’s advice', async () => {
    const { zoom, talk } = await talkWith(notebook(), 1)
    const id = await brought(notebook(), talk, zoom)
    await notebook().ask('transcripts.who', { id, name: 'Lucía Prado', is: 'me' })
    expect(await notebook().refusal('transcripts.quote', { id, turn: 0, mark: '!' })).toMatchObject(
      { code: 'quotation.own-words' },
    )
    const { text } = await notebook().ask('transcripts.quote', { id, turn: 0, mark: '>' })
    expect(text).toBe('> Thank you for making time.')
  })

  test('who speaks under a name is remembered for the next transcript', async () => {
    const { zoom, talk, ana, anaName, benName } = await talkWith(notebook(), 1)
    const id = await brought(notebook(), talk, zoom)
    await notebook().ask('transcripts.who', { id, name: anaName, person: ana })
    await notebook().ask('transcripts.who', { id, name: benName, is: 'nobody' })
    const other = await notebook().ask('conversations.plan', { people: [ana] })
    const next = await notebook().ask('transcripts.import', { conversation: other.id, text: zoom })
    expect(
      next.voices.slice(1).map((voice: Loose) => [voice.is, voice.person?.id ?? null]),
    ).toEqual([
      ['person', ana],
      ['nobody', null],
    ])
  })

  test('what was off the record is in no search, no page and no export without it', async () => {
    const { zoom, talk } = await talkWith(notebook(), 1)
    const own = zoom.replace('Acme', 'Xylophon').replace('portfolio', 'theremin')
    const id = await brought(notebook(), talk, own)
    expect(await found(notebook(), 'xylo people')).toEqual([[`${id}:1`, 'turn']])
    await notebook().ask('transcripts.quote', { id, turn: 2, mark: '"' })
    expect(await notebook().ask('transcripts.close', { id, turns: [2] })).toEqual({
      closed: 1,
      lines: 1,
    })
    expect(await found(notebook(), 'xylo people')).toEqual([])
    expect(await found(notebook(), 'theremin degree')).toEqual([[`${id}:1`, 'turn']])
    const shown = await notebook().ask('transcripts.show', { id })
    expect(shown.turns[2]).toMatchObject({ text: '·····', offRecord: true })
    const opened = await notebook().ask('transcripts.show', { id, offRecord: true })
    expect(opened.turns[2].text).toContain('Xylophon')
    expect(await notebook().refusal('transcripts.quote', { id, turn: 2, mark: '"' })).toMatchObject(
      { code: 'quotation.off-record' },
    )
    const all = await textOf(await notebook().ask('notebook.export', {}))
    const some = await textOf(await notebook().ask('notebook.export', { withoutOffRecord: true }))
    expect(all).toContain('Xylophon lets people go')
    expect(all).toContain(Buffer.from(own).toString('base64'))
    expect(some).not.toContain('Xylophon lets people go')
    expect(some).not.toContain(Buffer.from(own).toString('base64'))
    expect(some).toContain('Hands count before papers.')
  })

  test('a program is not given the words of who agreed to no notes, by no way', async () => {
    const { talk, ana, anaName, zoom } = await talkWith(notebook(), 1)
    const id = await brought(notebook(), talk, zoom.replace('portfolio', 'ocarina'))
    await notebook().ask('transcripts.who', { id, name: anaName, person: ana })
    const program = { rights: ['notebook:read', 'notebook:write'] } as const
    const words = async () =>
      (await notebook().ask('transcripts.show', { id }, program)).turns[1].text
    expect(await words()).toContain('ocarina')
    await notebook().ask('people.change', { id: ana, consent: { notes: 'no' } })
    expect(await words()).toBe('·····')
    const { hits } = await notebook().ask('search.everything', { text: 'ocarina' }, program)
    expect(hits).toEqual([])
    expect(
      await notebook().refusal('transcripts.quote', { id, turn: 1, mark: '!' }, program),
    ).toMatchObject({ code: 'quotation.off-record' })
    expect((await notebook().ask('transcripts.show', { id })).turns[1].text).toContain('ocarina')
  })

  test('a transcript that is taken out rests in the bin, and undoing brings it back', async () => {
    const { zoom, talk } = await talkWith(notebook(), 1)
    const id = await brought(notebook(), talk, zoom.replace('portfolio', 'zeppelin'))
    await notebook().ask('transcripts.quote', { id, turn: 1, mark: '!' })
    const { change } = await notebook().answer('transcripts.remove', { transcripts: [id] })
    expect(await found(notebook(), 'zeppelin')).toMatchObject([[expect.anything(), 'line']])
    expect(await notebook().refusal('transcripts.show', { id })).toMatchObject({
      code: 'transcript.unknown',
    })
    expect((await notebook().ask('bin.list')).things).toContainEqual(
      expect.objectContaining({ kind: 'transcript', id }),
    )
    await notebook().ask('changes.undo', { id: change })
    expect((await notebook().ask('transcripts.show', { id })).quotations.length).toBe(1)
  })

  test('bringing one in can be taken back, and emptying the bin leaves no word of it', async () => {
    const { zoom, talk } = await talkWith(notebook(), 1)
    const first = await notebook().answer('transcripts.import', { conversation: talk, text: zoom })
    await notebook().ask('changes.undo', { id: first.change })
    expect((await notebook().ask('transcripts.list', { conversation: talk })).transcripts).toEqual(
      [],
    )
    const id = await brought(notebook(), talk, zoom.replace('portfolio', 'quagga'))
    await notebook().ask('transcripts.remove', { transcripts: [id] })
    await notebook().ask('bin.empty', { ids: [id] })
    expect(await everywhere(notebook())).not.toContain('quagga')
  })

  test('who is forgotten is in no turn, no name and no file; the others keep their words', async () => {
    const { zoom, talk, ana, people, anaName, benName } = await talkWith(notebook(), 2)
    const id = await brought(
      notebook(),
      talk,
      zoom
        .replace('portfolio', 'gramophone')
        .replace('Hands count', `As ${anaName} says, hands count`),
    )
    await notebook().ask('transcripts.who', { id, name: anaName, person: ana })
    await notebook().ask('transcripts.who', { id, name: benName, person: people[1] })
    await notebook().ask('transcripts.quote', { id, turn: 3, mark: '"' })
    await notebook().ask('people.forget', { people: [ana] })
    const shown = await notebook().ask('transcripts.show', { id })
    expect(shown.turns.map((turn: Loose) => turn.text)).toEqual([
      'Thank you for making time.',
      '·····',
      '·····',
      'As somebody says, hands count before papers.',
    ])
    expect(shown.quotations.length).toBe(1)
    const told = await everywhere(notebook())
    for (const trace of ['gramophone before a degree', anaName]) expect(told).not.toContain(trace)
    expect(await notebook().refusal('transcripts.original', { id })).toMatchObject({
      code: 'transcript.without-original',
    })
  })

  test('a transcript of a talk with them alone goes with them', async () => {
    const { zoom, talk, ana } = await talkWith(notebook(), 1)
    const id = await brought(notebook(), talk, zoom.replace('portfolio', 'okapi'))
    await notebook().ask('people.forget', { people: [ana] })
    expect(await notebook().refusal('transcripts.show', { id })).toMatchObject({
      code: 'transcript.unknown',
    })
    expect(await everywhere(notebook())).not.toContain('okapi')
  })

  test('a dossier tells what a transcript has of them, and not what others said', async () => {
    const { zoom, talk, ana, people, anaName, benName } = await talkWith(notebook(), 2)
    const id = await brought(notebook(), talk, zoom)
    await notebook().ask('transcripts.who', { id, name: anaName, person: ana })
    await notebook().ask('transcripts.who', { id, name: benName, person: people[1] })
    await notebook().ask('transcripts.close', { id, turns: [2] })
    const told = await textOf(await notebook().ask('people.dossier', { id: ana, format: 'json' }))
    expect(told).toContain('show them a portfolio')
    expect(told).not.toContain('Acme lets people go')
    expect(told).not.toContain('Hands count before papers')
  })

  test('a merged person speaks under the one name, and under their own again when they are parted', async () => {
    const { zoom, talk, ana, anaName } = await talkWith(notebook(), 1)
    const other = await notebook().ask('people.add', { name: `${anaName} Prado` })
    const id = await brought(notebook(), talk, zoom)
    await notebook().ask('transcripts.who', { id, name: anaName, person: ana })
    const merged = await notebook().answer('people.merge', { people: [other.id, ana] })
    expect((await notebook().ask('transcripts.show', { id })).voices[1].person.id).toBe(other.id)
    await notebook().ask('changes.undo', { id: merged.change })
    expect((await notebook().ask('transcripts.show', { id })).voices[1].person.id).toBe(ana)
  })
})
