import { expect, test } from 'vitest'
import { thingTables } from '../../src/platform/database/tables/notebook.ts'
import { file, ruth } from './contacts-files.ts'
import { type Loose, type Manner, type Notebook, onBothDatabases, person } from './notebook.ts'
import { take, talkWith } from './talk.ts'

async function given({ ask }: Notebook, input: object, manner?: Manner): Promise<string> {
  const sent = await ask('notebook.export', input, manner)
  let whole = ''
  for await (const piece of sent.text) whole += piece
  return whole
}

const linesIn = (whole: Loose, talk: string) =>
  whole.notes.find(({ subject }: Loose) => subject.id === talk).lines

const withoutOffRecord = true
const program: Manner = { rights: ['notebook:read', 'notebook:write'] }

onBothDatabases('the whole notebook given out', (notebook) => {
  const fill = async () => {
    const { ask } = notebook()
    await ask('settings.change', { name: 'Lucía' })
    await ask('contacts.import', { files: [await file('a.vcf', ruth)] })
    const ana = await person(notebook(), 'Ana *Star* Ruiz', { words: '# not a heading' })
    const talk = await talkWith(notebook(), [ana], { link: 'the torn map' })
    const text = '" hands <b>before</b> papers\n% sealed words\n> send it by Friday\n1. one\n- two'
    const note = await ask('notes.save', { id: talk, text })
    await ask('promises.settle', { line: note.lines[2].id })
    await take(notebook(), talk, { kind: 'held', words: 'in the rain' })
    await ask('letters.keep', { conversation: talk, subject: 'Thanks', body: 'Dear Ana' })
    const law = await ask('fields.add', { name: 'Law', why: 'because' })
    await ask('fields.ask', { which: 'Law', text: 'Why so?' })
    await ask('conversations.change', { id: talk, fields: [law.id] })
    const lines = [note.lines[0].id]
    await ask('themes.make', { field: 'Law', claim: 'Hands *first*', about: 'all trades', lines })
    await ask('people.remove', { people: [await person(notebook(), 'Binned Away')] })
    return { ana, talk }
  }

  test('as JSON holds every document that is kept, and the words beside them', async () => {
    const { ana, talk } = await fill()
    const whole: Loose = JSON.parse(await given(notebook(), { format: 'json' }))
    expect(whole).toMatchObject({
      format: 'sobremesa-notebook',
      version: 1,
      offRecord: true,
      settings: { name: 'Lucía' },
    })
    const documents = await notebook().documents()
    const listed = thingTables.filter((table) => table in whole && table !== 'settings')
    for (const table of listed)
      expect([table, whole[table].length]).toEqual([table, documents[table]?.length])
    const unlisted = thingTables.filter((table) => !listed.includes(table))
    expect(unlisted.toSorted()).toEqual(['decisions', 'settings', 'tombstones'])
    expect(whole.people.find(({ id }: Loose) => id === ana)).toMatchObject({
      name: 'Ana *Star* Ruiz',
    })
    const [note] = whole.notes
    expect(note).toMatchObject({ subject: { kind: 'conversation', id: talk } })
    expect(note.lines).toMatchObject([
      {
        mark: '"',
        said: 'hands <b>before</b> papers',
        speaker: ana,
        offRecord: false,
        themes: [{ theme: whole.themes[0].id, otherwise: false }],
      },
      { text: '% sealed words', offRecord: true },
      { mark: '>', due: '2026-03-13', doneOn: '2026-03-11' },
      { text: '1. one' },
      { text: '- two' },
    ])
    expect(whole.cards[0].text).toContain('X-UNKNOWN-THING')
    expect(whole.letters).toMatchObject([{ body: 'Dear Ana' }])
  })

  test('leaves out what was said off the record where that is wanted, and for whom it is not', async () => {
    for (const format of ['json', 'markdown']) {
      expect(await given(notebook(), { format })).toContain('sealed words')
      const less = await given(notebook(), { format, withoutOffRecord }, program)
      expect(less).toContain('papers')
      expect(less).not.toContain('sealed words')
    }
    expect(await notebook().refusal('notebook.export', {}, program)).toMatchObject({
      code: 'rights.missing',
    })
  })

  test('as Markdown reads as it was written, and nothing in it becomes markup', async () => {
    const text = await given(notebook(), { format: 'markdown' })
    expect(text).toMatch(
      /^# Notebook of Lucía\n\n2026-03-11\n\n## Conversations\n\n### 2026-03-11 · Ana/,
    )
    expect(text).toContain(String.raw`### Ana \*Star\* Ruiz`)
    expect(text).toContain(String.raw`" hands \<b\>before\</b\> papers`)
    expect(text).toContain(String.raw`1\. one`)
    expect(text).toContain(String.raw`\- two`)
    expect(text).toContain(String.raw`\# not a heading`)
    expect(text).toContain('- 2026-03-11 held in the rain')
    expect(text).toContain('#### Letter, not sent\n\n> Thanks')
    expect(text).toContain(
      String.raw`#### Hands \*first\*

all trades

- hands \<b\>before\</b\> papers (Ana \*Star\* Ruiz, 2026-03-11)`,
    )
    expect(text).not.toContain('Binned Away')
  })

  test('gives a program what people agreed to, and the owner all of it with how far each line is closed', async () => {
    const { ask } = notebook()
    const [nils, vera, ida] = await Promise.all(
      ['Nils Quist', 'Vera Holt', 'Ida Berg'].map((name) => person(notebook(), name)),
    )
    const words = ['" tar smells', '= hulls dry', '! oil the plane', '" bark tans']
    const talks = [nils, vera, ida].map((one) => talkWith(notebook(), [one!]))
    const [one, two, three] = await Promise.all(talks)
    const vtt = 'WEBVTT\n\n00:01.000 --> 00:02.000\n<v Nils>rosin is spoken here\n'
    const heard = await ask('transcripts.import', { conversation: one, text: vtt })
    await ask('transcripts.who', { id: heard.id, name: 'Nils', person: nils })
    const unnamed = 'WEBVTT\n\n00:01.000 --> 00:02.000\n<v Verity>linseed it is\n'
    const spoken = await ask('transcripts.import', { conversation: two, text: unnamed })
    await ask('transcripts.who', { id: spoken.id, name: 'Verity', person: vera })
    await ask('notes.save', { id: one, text: words.slice(0, 2).join('\n') })
    await ask('notes.save', { id: two, text: words[2]! })
    const note = await ask('notes.save', { id: three, text: words[3]! })
    await ask('consent.level', { line: note.lines[0].id, level: 'private' })
    await ask('consent.answer', { person: nils, notes: 'facts' })
    await ask('consent.answer', { person: vera, naming: 'role' })
    const told: Loose = JSON.parse(await given(notebook(), { withoutOffRecord }, program))
    expect(linesIn(told, one!)).toMatchObject([{ text: '= hulls dry', speaker: nils }])
    expect(linesIn(told, two!)).toMatchObject([{ text: '! oil the plane', speaker: null }])
    expect(linesIn(told, three!)).toEqual([])
    expect(told.transcripts.find(({ id }: Loose) => id === heard.id)).toMatchObject({ turns: [] })
    expect(told.transcripts.find(({ id }: Loose) => id === spoken.id)).toMatchObject({
      voices: [{ name: '', who: { is: 'unknown' } }],
      turns: [{ text: 'linseed it is' }],
    })
    const base64 = Buffer.from(vtt).toString('base64')
    for (const original of [vtt, unnamed]) {
      expect(JSON.stringify(told)).not.toContain(Buffer.from(original).toString('base64'))
    }
    expect(JSON.stringify(told)).not.toContain('Verity')
    const read = await given(notebook(), { format: 'markdown', withoutOffRecord }, program)
    expect(read).toContain('hulls dry')
    expect(read).toContain('somebody: linseed it is')
    expect(read).not.toMatch(/tar smells|bark tans|rosin/)
    for (const own of [{}, { withoutOffRecord }]) {
      const text = await given(notebook(), own)
      for (const said of [...words.map((word) => word.slice(2)), 'rosin', base64]) {
        expect(text).toContain(said)
      }
      const whole: Loose = JSON.parse(text)
      expect(linesIn(whole, two!)).toMatchObject([{ speaker: vera, level: 'as-agreed' }])
      expect(linesIn(whole, three!)).toMatchObject([{ level: 'private' }])
    }
  })

  test('is one owner’s alone', async () => {
    const whole: Loose = JSON.parse(await given(notebook(), {}, { who: 'mateo' }))
    expect(whole.people).toEqual([])
    expect(whole.notes).toEqual([])
  })
})
