import { expect, test } from 'vitest'
import { card, file } from './contacts-files.ts'
import { type Loose, type Manner, type Notebook, onBothDatabases, person } from './notebook.ts'
import { take, talkWith } from './talk.ts'

async function dossierOf({ ask }: Notebook, id: string, more: object = {}): Promise<string> {
  const sent = await ask('people.dossier', { id, ...more })
  let whole = ''
  for await (const piece of sent.text) whole += piece
  return whole
}

const ruth = card(
  'ruth-9',
  'Ruth Adeyemi',
  'N:Adeyemi;Ruth;;;',
  'ORG:City Archive',
  'EMAIL:ruth@archive.example',
  'NOTE:<b>Talks</b> with her hands',
  `PHOTO;ENCODING=b;TYPE=JPEG:${'QUJD'.repeat(200)}`,
  'X-UNKNOWN:kept word for word',
)

onBothDatabases('a dossier', (notebook) => {
  const filled = async () => {
    const { ask } = notebook()
    await ask('contacts.import', { files: [await file('cards <of> friends.vcf', ruth)] })
    const [{ id }] = (await ask('people.find', { text: 'adeyemi' })).people
    const ana = await person(notebook(), 'Ana Ruiz', { meeting: { through: id } })
    await ask('people.change', { id, consent: { notes: 'yes', naming: 'role' } })
    await ask('notes.save', { kind: 'person', id, text: 'likes tea\n% her mother is ill' })
    const alone = await talkWith(notebook(), [id], { link: 'the torn map' })
    await ask('notes.save', {
      id: alone,
      text: '" hands before papers\n% " the director must go\n> send the atlas by Friday\n< show me the press',
    })
    await take(notebook(), alone, { kind: 'held', words: 'in the rain' })
    await ask('letters.keep', {
      conversation: alone,
      subject: 'Thanks',
      body: 'Dear Ruth,\n\nyes.',
    })
    const shared = await talkWith(notebook(), [id, ana])
    await ask('notes.save', {
      id: shared,
      text: '" @Ruth: we mend what tears\n" @Ana: radio is dead\nRuth was late\nAna was early\n" a riddle',
    })
    await ask('notes.save', {
      kind: 'owner',
      id: 'me',
      text: 'Ask Ruth Adeyemi about glue\nBuy bread',
    })
    return id
  }

  test('holds all that is kept about somebody, and what others said stays theirs', async () => {
    const id = await filled()
    const told: Loose = JSON.parse(await dossierOf(notebook(), id, { format: 'json' }))
    expect(told).toMatchObject({
      format: 'sobremesa-dossier',
      version: 1,
      name: 'Ruth Adeyemi',
      consent: { notes: 'yes', naming: 'role', sharing: 'not-asked' },
      ledTo: ['Ana Ruiz'],
      offRecord: { lines: 2, shown: false },
      notes: [{ text: 'likes tea', by: 'owner' }],
      elsewhere: [{ text: 'Ask Ruth Adeyemi about glue', where: 'Own notes' }],
    })
    expect(told.values).toContainEqual({
      what: 'mail',
      value: 'ruth@archive.example',
      from: ['from cards <of> friends.vcf on 2026-03-11'],
    })
    const [alone, shared] = told.conversations.toSorted(
      (a: Loose, b: Loose) => a.with.length - b.with.length,
    )
    expect(alone).toMatchObject({
      lines: [{ text: '" hands before papers', by: 'them' }],
      promises: [
        { whose: 'owner', text: 'send the atlas by Friday', due: '2026-03-13' },
        { whose: 'theirs', text: 'show me the press' },
      ],
      letters: [{ subject: 'Thanks', sentOn: null }],
      plan: [{ what: 'link', text: 'the torn map' }],
      steps: [{ kind: 'held', words: 'in the rain' }],
    })
    expect(shared).toMatchObject({
      with: ['Ana Ruiz'],
      othersLines: 1,
      lines: [
        { text: '" @Ruth: we mend what tears', by: 'them' },
        { text: 'Ruth was late', by: 'owner' },
        { text: '" a riddle', by: 'nobody-knows' },
      ],
    })
    expect(told.cards[0].text).toContain('X-UNKNOWN:kept word for word')
    expect(told.cards[0].text).not.toContain('QUJDQUJD')
    expect(told.history.map(({ what }: Loose) => what)).toContain('contacts.import')
    expect(JSON.stringify(told)).not.toMatch(/mother is ill|director must go|radio is dead|bread/)
  })

  test('shows what was said off the record when that is asked for, by who may', async () => {
    const { ask, refusal } = notebook()
    const [{ id }] = (await ask('people.find', { text: 'adeyemi' })).people
    const told: Loose = JSON.parse(
      await dossierOf(notebook(), id, { format: 'json', offRecord: true }),
    )
    expect(told.offRecord).toEqual({ lines: 2, shown: true })
    expect(JSON.stringify(told)).toMatch(/mother is ill.*director must go/)
    const manner = { rights: ['notebook:read'] } as const
    expect(await refusal('people.dossier', { id, offRecord: true }, manner)).toMatchObject({
      code: 'rights.missing',
    })
  })

  test('as a page escapes what was written, and asks nothing of any server', async () => {
    const { ask } = notebook()
    const [{ id }] = (await ask('people.find', { text: 'adeyemi' })).people
    const page = await dossierOf(notebook(), id)
    expect(page).toMatch(/^<!doctype html>/)
    expect(page).toContain('&lt;b&gt;Talks&lt;/b&gt; with her hands')
    expect(page).toContain('cards &lt;of&gt; friends.vcf')
    expect(page).toContain('2 more lines were said off the record')
    expect(page).not.toMatch(/<script|<img|<link|src=|href=|url\(|<b>Talks/)
    expect(page).toMatch(/default-src 'none'/)
  })

  test('tells every answer they gave with its day and how it was said, whichever record it was given to', async () => {
    const { ask, clock } = notebook()
    const eva = await person(notebook(), 'Eva Rask')
    const same = await person(notebook(), 'Eva R.')
    const talk = await talkWith(notebook(), [eva])
    await ask('consent.answer', { person: eva, notes: 'yes', naming: 'name', said: '<aloud>' })
    clock.pass(24)
    await ask('consent.answer', { person: same, conversation: talk, naming: 'none' })
    await ask('people.merge', { people: [eva, same] })
    const told: Loose = JSON.parse(await dossierOf(notebook(), eva, { format: 'json' }))
    expect(told.consent).toMatchObject({ notes: 'not-asked', naming: 'none' })
    expect(told.answers).toEqual([
      { notes: 'yes', naming: 'name', said: '<aloud>', inConversation: false, on: '2026-03-11' },
      { naming: 'none', said: null, inConversation: true, on: '2026-03-12' },
    ])
    const page = await dossierOf(notebook(), same)
    expect(page).toMatch(/2026-03-11 Notes may be taken; You may be named.*&lt;aloud&gt;/)
    expect(page).toMatch(/2026-03-12 You may not be named.*when you spoke/)
  })

  test('made by a program holds no line that is for the owner alone, and says how many there are', async () => {
    const { ask } = notebook()
    const nils = await person(notebook(), 'Nils Quist')
    const talk = await talkWith(notebook(), [nils])
    await ask('notes.save', { id: talk, text: '" tar smells of work\n= hulls dry for a year' })
    await ask('consent.answer', { person: nils, notes: 'facts' })
    const read = async (rights: NonNullable<Manner['rights']>) => {
      const sent = await ask('people.dossier', { id: nils, format: 'json' }, { rights })
      let whole = ''
      for await (const piece of sent.text) whole += piece
      return JSON.parse(whole)
    }
    const own = await read(['notebook:read', 'notebook:off-record'])
    expect(own.keptBack).toBe(0)
    expect(own.conversations[0].lines).toHaveLength(2)
    const told = await read(['notebook:read'])
    expect(told.keptBack).toBe(1)
    expect(told.conversations[0].lines).toMatchObject([{ text: '= hulls dry for a year' }])
  })

  test('of nobody is refused', async () => {
    const id = '0190a000-0000-7000-8000-000000000bad'
    expect(await notebook().refusal('people.dossier', { id })).toMatchObject({
      code: 'person.unknown',
    })
  })
})
