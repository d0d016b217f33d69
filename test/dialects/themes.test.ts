import { describe, expect, test } from 'vitest'
import { type Loose, onBothDatabases, person } from './notebook.ts'
import { talkWith } from './talk.ts'

onBothDatabases('themes of a field', (notebook) => {
  let turn = 0

  /** Ruth and Owen say that the pay is thin, Ana otherwise; Ruth speaks of hands too. */
  async function threeTalks() {
    const { ask, refusal } = notebook()
    const name = `Conservation ${(turn += 1)}`
    const { id: field } = await ask('fields.add', { name })
    const said: Record<string, string> = {}
    const people: Record<string, string> = {}
    const talks: Record<string, string> = {}
    const notes = {
      Ruth: '" Contract to contract until I was forty\n" Hands count before papers',
      Owen: '= The pay is thin\n" I counted tins',
      Ana: '! Private clients pay properly',
    }
    for (const [who, text] of Object.entries(notes)) {
      const id = await person(notebook(), `${who} Testa`)
      const talk = await talkWith(notebook(), [id], { fields: [field] })
      const { lines } = await ask('notes.save', { id: talk, text })
      people[who] = id
      talks[who] = talk
      lines.forEach((line: Loose, at: number) => (said[`${who} ${at + 1}`] = line.id))
    }
    const counts = async () => countsOf((await ask('themes.list', { field })).themes)
    return { ask, refusal, counts, field, said, people, talks }
  }

  test('are counted by people, on the side they took, and say what is left', async () => {
    const { ask, said, counts, field } = await threeTalks()
    const { id } = await ask('themes.make', {
      field,
      claim: 'The pay is thin, and stays thin',
      topic: 'Pay',
      lines: [said['Ruth 1'], said['Owen 1'], said['Owen 2']],
    })
    await ask('themes.gather', { theme: id, lines: [said['Ana 1']], otherwise: true })
    const list = await ask('themes.list', { field })
    expect(list.themes).toMatchObject([
      { id, claim: 'The pay is thin, and stays thin', topic: 'pay', contested: true, unknown: 0 },
    ])
    expect(await counts()).toMatchObject([{ so: ['Owen', 'Ruth'], otherwise: ['Ana'] }])
    expect(list.unjoined).toEqual([said['Ruth 2']])
    expect(list.curve).toMatchObject({ state: 'too-few', at: null })
    expect(list.curve.conversations.map((one: Loose) => one.newThemes)).toEqual([1, 0, 0])
    const { said: told } = await ask('themes.show', { theme: id })
    expect(told).toHaveLength(4)
    expect(told.find((one: Loose) => one.line === said['Ana 1'])).toMatchObject({
      otherwise: true,
      speaker: 'Ana Testa',
      mark: '!',
    })
  })

  test('stand on their lines through edits, and count no line that is an insight no more', async () => {
    const { ask, said, field, talks } = await threeTalks()
    const { id } = await ask('themes.make', {
      field,
      claim: 'Pay',
      lines: [said['Owen 1'], said['Owen 2']],
    })
    const save = (text: string) => ask('notes.save', { id: talks['Owen'], text })
    const lines = async () =>
      (await ask('themes.show', { theme: id })).said.map((one: Loose) => one.text).toSorted()
    await save('a word before\n= The pay is very thin\n" I counted tins')
    expect(await lines()).toEqual(['I counted tins', 'The pay is very thin'])
    await save('a word before\nThe pay is very thin\n% " I counted tins')
    expect(await lines()).toEqual([])
    await save('a word before\n= The pay is very thin\n" I counted tins')
    expect(await lines()).toContain('The pay is very thin')
  })

  describe('joined', () => {
    test('are one, with everybody counted once, and part again by undoing', async () => {
      const { ask, said, counts, field } = await threeTalks()
      const pay = await ask('themes.make', {
        field,
        claim: 'Pay',
        lines: [said['Ruth 1'], said['Owen 1']],
      })
      const tins = await ask('themes.make', {
        field,
        claim: 'Tins',
        lines: [said['Owen 2'], said['Ana 1']],
      })
      const before = await counts()
      const { change } = await notebook().answer('themes.join', { theme: tins.id, into: pay.id })
      expect(await counts()).toEqual([
        { claim: 'Pay', so: ['Ana', 'Owen', 'Ruth'], otherwise: [], contested: false },
      ])
      expect((await ask('themes.show', { theme: tins.id })).theme.id).toBe(pay.id)
      await ask('themes.release', { theme: pay.id, lines: [said['Ana 1']] })
      expect((await counts())[0].so).toEqual(['Owen', 'Ruth'])
      await ask('themes.gather', { theme: pay.id, lines: [said['Ana 1']], otherwise: true })
      expect(await counts()).toMatchObject([{ so: ['Owen', 'Ruth'], otherwise: ['Ana'] }])
      await ask('changes.undo', { id: change })
      const parted = await counts()
      expect(parted.map((one: Loose) => one.claim).toSorted()).toEqual(
        before.map((one: Loose) => one.claim).toSorted(),
      )
    })

    test('the order of joining does not matter', async () => {
      const { ask, said, counts, field } = await threeTalks()
      const make = async (claim: string, ...lines: string[]) =>
        (await ask('themes.make', { field, claim, lines })).id
      const one = await make('One', said['Ruth 1']!)
      const two = await make('Two', said['Owen 1']!)
      const three = await make('Three', said['Ana 1']!)
      await ask('themes.join', { theme: one, into: two })
      await ask('themes.join', { theme: two, into: three })
      expect(await counts()).toEqual([
        { claim: 'Three', so: ['Ana', 'Owen', 'Ruth'], otherwise: [], contested: false },
      ])
    })
  })

  test('that was joined into one that lies in the bin stands by itself meanwhile', async () => {
    const { ask, said, counts, field } = await threeTalks()
    const make = (claim: string, line: string | undefined) =>
      ask('themes.make', { field, claim, lines: [line] })
    const pay = await make('Pay', said['Owen 1'])
    const tins = await make('Tins', said['Ana 1'])
    await ask('themes.join', { theme: tins.id, into: pay.id })
    await ask('themes.remove', { theme: pay.id })
    await ask('themes.gather', { theme: tins.id, lines: [said['Ruth 1']] })
    expect(await counts()).toMatchObject([{ claim: 'Tins', so: ['Ana', 'Ruth'] }])
    await ask('bin.restore', { ids: [pay.id] })
    expect(await counts()).toMatchObject([{ claim: 'Pay', so: ['Ana', 'Owen', 'Ruth'] }])
  })

  test('split gives some lines to a new one, on the side they were', async () => {
    const { ask, said, counts, field } = await threeTalks()
    const { id } = await ask('themes.make', {
      field,
      claim: 'Pay',
      lines: [said['Ruth 1'], said['Owen 1']],
    })
    await ask('themes.gather', { theme: id, lines: [said['Ana 1']], otherwise: true })
    await ask('themes.split', {
      theme: id,
      claim: 'Outside of museums it is another matter',
      lines: [said['Ana 1']],
    })
    expect(await counts()).toEqual([
      { claim: 'Pay', so: ['Owen', 'Ruth'], otherwise: [], contested: false },
      {
        claim: 'Outside of museums it is another matter',
        so: [],
        otherwise: ['Ana'],
        contested: false,
      },
    ])
  })

  test('recount when people are one, are forgotten, or the fields are merged', async () => {
    const { ask, said, people, field, counts } = await threeTalks()
    const lines = [said['Ruth 1'], said['Owen 1'], said['Ana 1']]
    await ask('themes.make', { field, claim: 'Pay', lines })
    await ask('people.merge', { people: [people['Ruth'], people['Owen']] })
    expect((await counts())[0].so).toHaveLength(2)
    await ask('people.forget', { people: [people['Ana']] })
    expect((await counts())[0].so).toHaveLength(1)
    const { id: wider } = await ask('fields.add', { name: 'Heritage' })
    await ask('fields.merge', { which: field, into: wider })
    const { themes } = await ask('themes.list', { field: 'Heritage' })
    expect(themes).toMatchObject([{ claim: 'Pay' }])
  })

  test('refuse what is no claim, no line, or there already, and change nothing', async () => {
    const { ask, refusal, said, field } = await threeTalks()
    const { id: other } = await ask('fields.add', { name: 'Law' })
    const law = await ask('themes.make', { field: other, claim: 'The law is slow' })
    const { id } = await ask('themes.make', { field, claim: 'Pay is thin' })
    const before = await notebook().documents()
    for (const [operation, input, code] of [
      ['themes.make', { field: 'nowhere', claim: 'x' }, 'field.unknown'],
      ['themes.make', { field, claim: '…' }, 'theme.empty'],
      ['themes.make', { field, claim: '“pay IS thin!”' }, 'theme.already-there'],
      ['themes.make', { field: 'Law', claim: 'y', lines: [other] }, 'line.unknown'],
      ['themes.gather', { theme: other, lines: [said['Ana 1']] }, 'theme.unknown'],
      ['themes.join', { theme: id, into: id }, 'theme.already-joined'],
      ['themes.join', { theme: id, into: law.id }, 'theme.elsewhere'],
      ['themes.split', { theme: id, claim: 'Pay is thin', lines: [] }, 'theme.already-there'],
    ] as const) {
      expect(await refusal(operation, input)).toMatchObject({ code })
    }
    expect(await notebook().documents()).toEqual(before)
  })

  test('go into the bin and come back, and their lines stay', async () => {
    const { ask, said, counts, field } = await threeTalks()
    const { id } = await ask('themes.make', {
      field,
      claim: 'Pay',
      lines: [said['Owen 1']],
    })
    await ask('themes.remove', { theme: id })
    expect(await counts()).toEqual([])
    const { unjoined } = await ask('themes.list', { field })
    expect(unjoined).toContain(said['Owen 1'])
    await ask('bin.restore', { ids: [id] })
    expect(await counts()).toMatchObject([{ claim: 'Pay', so: ['Owen'] }])
  })
})

function names(voices: Loose): string[] {
  return voices.map((voice: Loose) =>
    voice.people.map((one: Loose) => one.name.split(' ')[0]).join(),
  )
}

function countsOf(themes: Loose): Loose {
  return themes.map(({ claim, so, otherwise, contested }: Loose) => ({
    claim,
    so: names(so).toSorted(),
    otherwise: names(otherwise),
    contested,
  }))
}
