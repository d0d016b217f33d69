import { beforeAll, expect, test } from 'vitest'
import { type Loose, onBothDatabases, person } from './notebook.ts'
import { talkWith } from './talk.ts'

onBothDatabases('search', (notebook) => {
  let talk = ''
  beforeAll(async () => {
    const hana = await person(notebook(), 'Hana Kováčová', {
      roles: [{ title: 'Glasbläserin', organisation: 'Städel' }],
      words: 'Knows the furnace of Nový Bor',
    })
    await person(notebook(), 'Ζωή Παππά')
    await notebook().ask('fields.add', { name: 'Glass and ceramics' })
    talk = await talkWith(notebook(), [hana])
    await notebook().ask('notes.save', {
      id: talk,
      text: [
        '" Člověk čeká dlouho #glass-and-ceramics',
        '! Die Straße ist lang /entry',
        '= In 2031 there were 42 ovens, C3PO said',
        '" 東京の窯は熱い',
        'plain words about a furnace',
      ].join('\n'),
    })
  })

  const find = async (text: string, more: object = {}) =>
    (await notebook().ask('search.everything', { text, ...more })).hits as Loose[]
  const texts = async (text: string) => (await find(text)).map((hit) => hit.text)

  test.each([
    ['kovac', 'Hana Kováčová'],
    ['HANA', 'Hana Kováčová'],
    ['hnaa kovacova', 'Hana Kováčová'],
    ['glasblaserin', 'Hana Kováčová'],
    ['novy bor', 'Hana Kováčová'],
    ['ζωη', 'Ζωή Παππά'],
    ['clovek', 'Člověk čeká dlouho'],
    ['ceka dlou', 'Člověk čeká dlouho'],
    ['dlouho ceka', 'Člověk čeká dlouho'],
    ['strasse', 'Die Straße ist lang'],
    ['2031', 'In 2031 there were 42 ovens, C3PO said'],
    ['42 oven', 'In 2031 there were 42 ovens, C3PO said'],
    ['c3p', 'In 2031 there were 42 ovens, C3PO said'],
    ['furnace plain', 'plain words about a furnace'],
    ['stadel', 'Städel'],
    ['glass', 'Glass and ceramics'],
  ])('"%s" finds %s', async (text, found) => {
    expect(await texts(text)).toContain(found)
  })

  async function marked(text: string, kind: string): Promise<string[]> {
    const hit = (await find(text)).find((one) => one.kind === kind)
    return hit.matches.map(({ start, end }: Loose) => hit.text.slice(start, end))
  }

  test('what is found says where its words stand', async () => {
    expect(await marked('kovac', 'person')).toEqual(['Kováč'])
    expect(await marked('ceka clo', 'line')).toEqual(['Člo', 'čeká'])
    expect(await marked('stras', 'line')).toEqual(['Straß'])
    expect(await marked('glass and', 'field')).toEqual(['Glass', 'and'])
  })

  test('a line says who, when, where and with which mark', async () => {
    const hit = (await find('clovek')).find(({ kind }) => kind === 'line')
    expect(hit).toMatchObject({
      under: 'Hana Kováčová',
      mark: '"',
      conversation: talk,
      day: '2026-03-11',
    })
  })

  test('a house where one would like to be is found as a place, once, whatever it is called', async () => {
    const { ask } = notebook()
    await ask('places.add', { name: 'Quill House', moving: { why: 'they begin a bindery' } })
    await ask('places.add', { name: 'Quill Works' })
    await ask('organisations.merge', { which: 'Quill House', into: 'Quill Works' })
    expect(await find('quill')).toMatchObject([{ kind: 'place', text: 'Quill Works', under: '' }])
    await ask('places.leave', { which: 'Quill Works' })
    expect(await find('quill')).toMatchObject([{ kind: 'organisation', text: 'Quill Works' }])
  })

  test('an introduction is found by whoever takes part in it', async () => {
    const book = notebook()
    const leila = await person(book, 'Leila Rahimi')
    const eleni = await person(book, 'Eleni Marku')
    const { id } = await book.ask('introductions.plan', {
      shape: 'idea',
      me: 'connector',
      requester: leila,
      target: eleni,
      about: 'paper conservation',
    })
    const wanted = { kind: 'introduction', id, under: 'paper conservation' }
    for (const name of ['leila', 'marku']) {
      const [who, ...rest] = await find(name)
      expect(who).toMatchObject({ kind: 'person' })
      expect(rest).toMatchObject([wanted])
    }
    expect(await marked('leila', 'introduction')).toEqual(['Leila'])
    await book.ask('people.forget', { people: [eleni] })
    expect(await find('leila')).toMatchObject([{ kind: 'person' }])
  })

  test('every word must fit, and nothing is found for none', async () => {
    expect(await texts('clovek strasse')).toEqual([])
    for (const nothing of ['', '  ', '"', '***', 'NOT', '()', '\\', "'; drop table people"]) {
      await expect(find(nothing)).resolves.toBeInstanceOf(Array)
    }
  })

  test('no more is given than was asked for, and the same each time', async () => {
    for (let at = 0; at < 12; at++) await person(notebook(), `Repeated ${at}`)
    expect(await find('repeated', { limit: 5 })).toHaveLength(5)
    expect(await find('repeated')).toEqual(await find('repeated'))
  })

  test('words of a changed line are found as they are now', async () => {
    const who = await person(notebook(), 'Changeable')
    const id = await talkWith(notebook(), [who])
    await notebook().ask('notes.save', { id, text: '" quicksilver' })
    await notebook().ask('notes.save', { id, text: '" slowgold' })
    expect(await texts('quicksilver')).toEqual([])
    expect(await texts('slowgold')).toEqual(['slowgold'])
  })

  test('a very long line is kept and found by its first words', async () => {
    const words = Array.from({ length: 120_000 }, (_, at) => `wort${at.toString(36)}x`)
    const text = `" Leviathan ${words.join(' ')}`
    await notebook().ask('notes.save', { kind: 'owner', text })
    expect((await notebook().ask('notes.show', { kind: 'owner' })).text).toBe(text)
    expect((await find('leviathan')).length).toBe(1)
  })
})
