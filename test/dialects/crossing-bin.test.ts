import { expect, test } from 'vitest'
import { card, file } from './contacts-files.ts'
import {
  bring,
  expectTheSameRebuilt,
  letterTo,
  listed,
  mailOf,
  own,
  reachedAt,
} from './crossing.ts'
import { type Loose, type Notebook, onBothDatabases, person } from './notebook.ts'
import { talkWith } from './talk.ts'
import { expectNoTrace } from './traces.ts'

interface Half {
  readonly import: string
  /** The record that the file brought, under which they are shown, and which is in the bin now. */
  readonly brought: string
  readonly hand: string
}

/** Somebody of two records, the kept one of which went into the bin with its file. */
async function halfInTheBin(notebook: Notebook, name: string, other: string): Promise<Half> {
  const { ask } = notebook
  const address = `${name.toLowerCase().replaceAll(' ', '.')}@half.example`
  const hand = await person(notebook, other, mailOf(address))
  const { import: id } = await bring(notebook, 'half.vcf', card(name, name, `EMAIL:${address}`))
  const [brought = ''] = await listed(notebook, name)
  await ask('people.merge', { people: [brought, hand] })
  await ask('contacts.undo-import', { id })
  return { import: id, brought, hand }
}

async function exported({ ask }: Notebook): Promise<string> {
  const { text } = await ask('contacts.export', {})
  let whole = ''
  for await (const piece of text) whole += piece
  return whole
}

onBothDatabases('a person of whom one record lies in the bin', (notebook) => {
  test('is listed, heard, written to, given out and compared as the other record', async () => {
    const { ask } = notebook()
    const { brought, hand } = await halfInTheBin(notebook(), 'Agnes Brandt', 'Nessa Quist')
    expect((await ask('people.list')).people).toMatchObject([{ id: brought, name: 'Nessa Quist' }])
    const talk = await talkWith(notebook(), [brought])
    const { conversation } = await ask('conversations.capture', { text: 'Nessa Quist: ! begin' })
    for (const id of [talk, conversation.id]) {
      const { people } = await ask('conversations.show', { id })
      expect(people).toMatchObject([{ id: brought, name: 'Nessa Quist' }])
    }
    const cards = await exported(notebook())
    expect(cards.match(/BEGIN:VCARD/g)).toHaveLength(1)
    expect(cards).toMatch(/FN:Nessa Quist/)
    expect(cards).not.toMatch(/Agnes/)
    const third = await person(notebook(), 'Nessa Quist', mailOf('agnes.brandt@half.example'))
    const { pairs } = await ask('contacts.review', { person: hand })
    expect(pairs).toMatchObject([{ a: { id: brought, name: 'Nessa Quist' }, b: { id: third } }])
    const found = await ask('contacts.duplicates')
    expect(found.pairs).toMatchObject([{ a: brought, b: third, aName: 'Nessa Quist' }])
    await expectTheSameRebuilt(notebook())
    await ask('people.remove', { people: [third] })
  })

  test('keeps what mail tells with the record that is there', async () => {
    const { ask } = notebook()
    const { brought, hand } = await halfInTheBin(notebook(), 'Carla Dunst', 'Vera Ostrow')
    const box = letterTo('carla.dunst@half.example', 'Tue, 3 Feb 2026')
    await bring(notebook(), 'half.mbox', box, own)
    await ask('people.unmerge', { id: brought })
    expect(await ask('people.show', { id: hand })).toMatchObject({ exchanges: 1 })
    expect(await ask('people.show', { id: brought })).toMatchObject({ exchanges: 0 })
  })

  test('is one whole again when the record comes out of the bin, or alone when it goes for good', async () => {
    const { ask } = notebook()
    const first = await halfInTheBin(notebook(), 'Egon Falk', 'Timo Rask')
    const lying = (await ask('bin.list')).things.map(({ id }: Loose) => id)
    expect(lying).toContain(first.brought)
    await ask('bin.restore', { ids: [first.brought] })
    expect(await ask('people.show', { id: first.hand })).toMatchObject({ id: first.brought })
    expect(await listed(notebook(), 'egon falk')).toEqual([first.brought])
    const second = await halfInTheBin(notebook(), 'Gerda Holm', 'Wilma Brask')
    await ask('bin.empty', { ids: [second.brought] })
    expect(await ask('people.show', { id: second.hand })).toMatchObject({
      id: second.hand,
      name: 'Wilma Brask',
    })
    expect(await listed(notebook(), 'wilma brask')).toEqual([second.hand])
    await expectTheSameRebuilt(notebook())
  })

  test('is forgotten whole, with the record in the bin', async () => {
    const { ask } = notebook()
    const { hand } = await halfInTheBin(notebook(), 'Isolde Jarre', 'Klothilde Lomm')
    expect(await ask('people.forget', { people: [hand] })).toMatchObject({
      forgotten: 1,
      records: 2,
      cards: 1,
    })
    await expectNoTrace(notebook(), ['Isolde', 'Klothilde', 'isolde.jarre@'])
    const text = card('another', 'Isolde Jarre', 'EMAIL:isolde.jarre@half.example')
    expect(await bring(notebook(), 'again.vcf', text)).toMatchObject({ created: 0, passed: 1 })
    await expectTheSameRebuilt(notebook())
  })

  test('changes that brought people who were merged since are not taken back under them', async () => {
    const { ask, answer, refusal, documents } = notebook()
    const files = [await file('m.vcf', card('mm-1', 'Mona Nyström', 'EMAIL:mona@m.example'))]
    const { change } = await answer('contacts.import', { files })
    const [brought] = await listed(notebook(), 'mona')
    const hand = await person(notebook(), 'Orla Pape')
    const merge = await answer('people.merge', { people: [hand, brought] })
    const before = await documents()
    expect(await refusal('changes.undo', { id: change })).toEqual({
      code: 'change.in-the-way',
      says: 'Changed since, so it cannot be taken back: Mona Nyström',
    })
    expect(await documents()).toEqual(before)
    await ask('people.unmerge', { id: brought })
    expect(await refusal('changes.undo', { id: merge.change })).toEqual({
      code: 'change.in-the-way',
      says: 'Changed since, so it cannot be taken back: a merge',
    })
    await ask('changes.undo', { id: change })
    expect(await listed(notebook(), 'mona')).toEqual([])
    expect(reachedAt(await ask('people.show', { id: hand }))).toEqual([])
    await expectTheSameRebuilt(notebook())
  })
})
