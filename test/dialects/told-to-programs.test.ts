import { expect, test } from 'vitest'
import { type Loose, onBothDatabases, person } from './notebook.ts'
import { idsOf, take, talkWith as plainTalk } from './talk.ts'
import { brought, talkWith } from './voices-told.ts'

const program = { rights: ['notebook:read', 'notebook:write'] as const }

onBothDatabases('What a program is told of who said what', (notebook) => {
  test('no line of a note is under a name that is not to be said, and the owner sees whose it is', async () => {
    const { ask } = notebook()
    const lena = await person(notebook(), 'Lena Falk')
    const talk = await plainTalk(notebook(), [lena])
    await ask('notes.save', { id: talk, text: '! sand with the grain\n> send the plan' })
    const speakers = async (manner = {}) =>
      (await ask('notes.show', { id: talk }, manner)).lines.map(
        ({ speaker, speakerUnknown }: Loose) => [speaker?.name ?? null, speakerUnknown],
      )
    const named = [
      ['Lena Falk', false],
      [null, false],
    ]
    const unnamed = [
      [null, false],
      [null, false],
    ]
    expect(await speakers(program)).toEqual(named)
    for (const naming of ['role', 'none']) {
      await ask('consent.answer', { person: lena, naming })
      expect(await speakers(program)).toEqual(unnamed)
      expect(await speakers()).toEqual(named)
    }
    await ask('consent.answer', { person: lena, naming: 'name', said: 'by mail' })
    expect(await speakers(program)).toEqual(named)
    const [line] = idsOf(await ask('notes.show', { id: talk }))
    await ask('consent.level', { line, level: 'chatham' })
    expect(await speakers(program)).toEqual(unnamed)
  })

  test('what they promised leads to nobody, and what you promised is your own', async () => {
    const { ask } = notebook()
    const olga = await person(notebook(), 'Olga Stern')
    const talk = await plainTalk(notebook(), [olga])
    await ask('notes.save', { id: talk, text: '< a list of kilns\n> the book on glazes' })
    await ask('consent.answer', { person: olga, naming: 'none' })
    const promised = async (manner = {}) =>
      (await ask('promises.list', {}, manner)).promises
        .filter(({ text }: Loose) => /kilns|glazes/.test(text))
        .map(({ whose, person: who, conversation }: Loose) => [whose, who?.id, conversation])
        .toSorted()
    const mine = ['mine', olga, talk]
    expect(await promised()).toEqual([mine, ['theirs', olga, talk]])
    expect(await promised(program)).toEqual([mine, ['theirs', undefined, null]])
  })

  test('quotes of who allows facts alone, and private lines, stand in no letter, on no page and in no day', async () => {
    const { ask } = notebook()
    const jon = await person(notebook(), 'Jon Ek')
    const talk = await plainTalk(notebook(), [jon])
    await ask('notes.save', {
      id: talk,
      text: '" varnish is a promise\n! never hurry the glue\n+ Siri Holm at the museum',
    })
    await take(notebook(), talk, 'held')
    const told = async (manner = {}) =>
      JSON.stringify([
        await ask('letters.draft', { conversation: talk }, manner),
        await ask('people.between', { id: jon }, manner),
        await ask('today.show', {}, manner),
      ])
    expect(await told(program)).toMatch(/varnish/)
    await ask('consent.answer', { person: jon, notes: 'facts' })
    expect(await told(program)).not.toMatch(/varnish/)
    const [, advice, lead] = idsOf(await ask('notes.show', { id: talk }))
    for (const line of [advice, lead]) await ask('consent.level', { line, level: 'private' })
    expect(await told(program)).not.toMatch(/varnish|glue|Siri/)
    expect(await told()).toMatch(/varnish/)
  })

  test('a voice of a transcript has no name, by no way', async () => {
    const { ask } = notebook()
    const { talk, ana, anaName, zoom } = await talkWith(notebook(), 1)
    const id = await brought(notebook(), talk, zoom.replace('portfolio', 'marimba'))
    await ask('transcripts.who', { id, name: anaName, person: ana })
    await ask('consent.answer', { person: ana, naming: 'none' })
    const shown = await ask('transcripts.show', { id }, program)
    expect(shown.voices[1]).toMatchObject({ name: '', person: null, suggested: null, turns: 2 })
    expect(shown.turns[1].text).toContain('marimba')
    const { transcripts } = await ask('transcripts.list', { conversation: talk }, program)
    const { hits } = await ask('search.everything', { text: 'marimba' }, program)
    expect(hits).toMatchObject([{ kind: 'turn', under: 'somebody', person: null }])
    expect(JSON.stringify([shown, transcripts, hits])).not.toContain(anaName)
    const own = await ask('transcripts.show', { id })
    expect(own.voices[1]).toMatchObject({ name: anaName, person: { id: ana } })
    const others = await ask('search.everything', { text: 'marimba' })
    expect(others.hits).toMatchObject([{ under: anaName, person: ana }])
  })
})
