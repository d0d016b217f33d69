import { expect, test } from 'vitest'
import { card, file, google, group, ruth, tomasz } from './contacts-files.ts'
import { type Loose, onBothDatabases } from './notebook.ts'

const june = ruth
  .replace('ruth@archive.example', 'ruth@museum.example')
  .replace('TITLE:Paper conservator', 'TITLE:Head of paper')

const atHouse = (uid: string, house: string) => card(uid, `At ${house}`, `ORG:${house}`)
const mails = (person: Loose) => person.channels.map(({ value }: Loose) => value)

onBothDatabases('the history of imports', (notebook) => {
  const bring = async (name: string, text: string) =>
    (await notebook().answer('contacts.import', { files: [await file(name, text)] })).result
      .files[0]
  const find = async (text: string) => (await notebook().ask('people.find', { text })).people
  const shown = async (text: string) => {
    const [found] = await find(text)
    return notebook().ask('people.show', { id: found.id })
  }

  test('says what came when, and whose the sources of a value are', async () => {
    const { ask, clock } = notebook()
    const first = await bring('march.vcf', ruth + tomasz + group)
    clock.pass(24)
    const second = await bring('google.csv', google)
    expect((await ask('contacts.imports')).imports).toMatchObject([
      { id: second.import, file: 'google.csv', on: '2026-03-12', format: 'csv', created: 2 },
      {
        id: first.import,
        file: 'march.vcf',
        on: '2026-03-11',
        format: 'vcard',
        created: 2,
        changed: 0,
      },
    ])
    const [{ sources }] = (await shown('adeyemi')).channels
    expect(await ask('contacts.imports', { ids: [sources[0].id] })).toMatchObject({
      imports: [{ file: 'march.vcf' }],
    })
    expect((await ask('contacts.imports', { limit: 1 })).next).not.toBeNull()
  })

  test('an import that is taken out leaves what others said, and a person whom it alone knew goes into the bin', async () => {
    const { ask } = notebook()
    const before = await shown('adeyemi')
    const later = await bring(
      'june.vcf',
      june + card('june-1', 'June Only', 'EMAIL:june@only.example'),
    )
    expect(later).toMatchObject({ created: 1, changed: 1 })
    expect(mails(await shown('adeyemi'))).toContain('ruth@museum.example')
    const out = await ask('contacts.undo-import', { id: later.import })
    expect(out).toMatchObject({
      import: { id: later.import, takenOutOn: '2026-03-12', unfinished: false },
      people: 1,
      changed: 1,
      kept: 0,
    })
    const after = await shown('adeyemi')
    expect(mails(after).toSorted()).toEqual(mails(before).toSorted())
    expect(after.line).toBe(before.line)
    expect(JSON.stringify(after)).not.toContain(later.import)
    expect(await find('june only')).toEqual([])
    expect((await ask('bin.list')).things).toMatchObject([{ name: 'June Only' }])
  })

  test('what was taken out cannot be taken out twice, and comes again with its file', async () => {
    const { ask, refusal } = notebook()
    const [{ id }] = (await ask('contacts.imports')).imports
    expect(await refusal('contacts.undo-import', { id })).toMatchObject({
      code: 'import.already-taken-out',
    })
    const [{ id: binned }] = (await ask('bin.list')).things
    const again = await bring(
      'june.vcf',
      june + card('june-1', 'June Only', 'EMAIL:june@only.example'),
    )
    expect(again).toMatchObject({ created: 1, changed: 1, unchanged: 0 })
    expect((await find('june only')).map((one: Loose) => one.id)).toEqual([binned])
    expect(mails(await shown('june only'))).toEqual(['june@only.example'])
    expect(mails(await shown('adeyemi'))).toContain('ruth@museum.example')
    expect(await bring('june.vcf', june)).toMatchObject({ created: 0, changed: 0, unchanged: 1 })
  })

  test('taking out is itself taken back, to the letter', async () => {
    const { ask, answer, documents, derived } = notebook()
    const before = [await documents(), await derived()]
    const [{ id }] = (await ask('contacts.imports')).imports
    const { change } = await answer('contacts.undo-import', { id })
    await ask('changes.undo', { id: change })
    expect([await documents(), await derived()]).toEqual(before)
  })

  test('what a hand wrote stays, and so does whoever a conversation or a note is about', async () => {
    const { ask } = notebook()
    const names = ['Edited', 'Talked', 'Noted', 'Untouched']
    const text = names.map((name, at) =>
      card(`hold-${at}`, `Hold ${name}`, `EMAIL:${name}@hold.example`),
    )
    const { import: id } = await bring('hold.vcf', text.join(''))
    const [edited, talked, noted] = await Promise.all(
      names.map(async (name) => shown(`hold ${name}`)),
    )
    await ask('people.change', {
      id: edited.id,
      channels: [...edited.channels, { kind: 'phone', value: '+34 600 000 000' }],
    })
    await ask('conversations.plan', { people: [talked.id] })
    await ask('notes.save', { kind: 'person', id: noted.id, text: 'Likes tea' })
    expect(await ask('contacts.undo-import', { id })).toMatchObject({ people: 1, changed: 3 })
    expect(await find('untouched')).toEqual([])
    expect(mails(await ask('people.show', { id: edited.id }))).toEqual(['+34 600 000 000'])
    for (const one of [talked, noted]) {
      expect(await ask('people.show', { id: one.id })).toMatchObject({
        name: one.name,
        channels: [],
      })
    }
    expect(await bring('hold.vcf', text.join(''))).toMatchObject({ created: 4 })
    expect(mails(await ask('people.show', { id: edited.id }))).toContain('Edited@hold.example')
    expect(await find('hold')).toHaveLength(4)
  })

  test('labels that a group of the file gave go with the file', async () => {
    const { ask } = notebook()
    await bring('people.vcf', card('lab-1', 'Lab Member'))
    const groups = group.replace('Book Club', 'Chess Club').replace('Book Club', 'Chess Club')
    const own = groups.replace('urn:uuid:ruth-1', 'urn:uuid:lab-1').replace('group-1', 'group-2')
    const { import: id } = await bring('groups.vcf', own)
    expect((await shown('lab member')).labels).toEqual(['Chess Club'])
    await ask('contacts.undo-import', { id })
    expect((await shown('lab member')).labels).toEqual([])
  })

  test('whoever was removed for good does not come back, although their file was taken out', async () => {
    const { ask } = notebook()
    const text = card('forever-1', 'Forever Gone') + card('forever-2', 'Forever Here')
    const { import: id } = await bring('forever.vcf', text)
    const gone = await shown('forever gone')
    await ask('people.remove', { people: [gone.id] })
    await ask('bin.empty', { ids: [gone.id] })
    await ask('contacts.undo-import', { id })
    expect(await bring('forever.vcf', text)).toMatchObject({ created: 1, unchanged: 1 })
    expect(await find('forever gone')).toEqual([])
  })

  test('what does not go out again: the cards of an import that was taken out', async () => {
    const { ask } = notebook()
    const { import: id } = await bring(
      'x.vcf',
      card('x-1', 'Odd One', 'X-ODD:a secret', 'NOTE:words'),
    )
    const { id: person } = await shown('odd one')
    await ask('people.change', { id: person, labels: ['mine'] })
    const out = async () => {
      const { text } = await ask('contacts.export', { people: [person] })
      let whole = ''
      for await (const piece of text) whole += piece
      return whole
    }
    expect(await out()).toContain('X-ODD')
    await ask('contacts.undo-import', { id })
    expect(await out()).not.toContain('X-ODD')
  })

  test('an import of many records is taken out whole, while others were brought in between', async () => {
    const { ask } = notebook()
    const many = Array.from({ length: 230 }, (_, at) =>
      card(`mass-${at}`, `Mass ${at}`, 'NOTE:mass'),
    )
    const { import: id } = await bring('mass.vcf', many.join(''))
    expect(await ask('contacts.undo-import', { id })).toMatchObject({ people: 230, changed: 0 })
    expect(await find('mass')).toEqual([])
    expect(await bring('mass.vcf', many.join(''))).toMatchObject({ created: 230 })
  })

  test('organisations that nothing else speaks of go with the file, and the others with the last that does', async () => {
    const { ask } = notebook()
    const houses = async () =>
      (await ask('organisations.list', { text: 'house' })).organisations.map(
        ({ name }: Loose) => name,
      )
    const one = await bring(
      'one.vcf',
      ['House Alone', 'House Shared', 'House Written', 'House Renamed']
        .map((house, number) => atHouse(`one-${number}`, house))
        .join(''),
    )
    const two = await bring('two.vcf', atHouse('two-1', 'House Shared'))
    await ask('people.add', { name: 'By Hand', roles: [{ organisation: 'House Written' }] })
    await ask('organisations.rename', { which: 'House Renamed', name: 'House Anew' })
    const taken = await ask('contacts.undo-import', { id: one.import })
    expect(taken).toMatchObject({ people: 4 })
    expect(await houses()).toEqual(['House Anew', 'House Shared', 'House Written'])
    await ask('contacts.undo-import', { id: two.import })
    expect(await houses()).toEqual(['House Anew', 'House Written'])
    const again = await bring('one.vcf', atHouse('one-0', 'House Alone'))
    expect(again).toMatchObject({ created: 1 })
    expect((await ask('organisations.show', { which: 'House Alone' })).people).toHaveLength(1)
    await ask('contacts.undo-import', { id: again.import })
    expect(await houses()).toEqual(['House Anew', 'House Written'])
    const alone = (await ask('bin.list')).things.find(
      ({ name }: Loose) => name === 'At House Alone',
    )
    await ask('bin.restore', { ids: [alone.id] })
    expect((await ask('organisations.show', { which: 'House Alone' })).people).toMatchObject([
      { id: alone.id },
    ])
  })

  test('fields that a table of conversations brought go with it, where no line and no person bears them', async () => {
    const { ask } = notebook()
    const fields = async () =>
      new Set((await ask('fields.list')).fields.map(({ name }: Loose) => name))
    const before = await fields()
    const { import: id } = await bring(
      'talks.csv',
      'Date,With,Field,Notes\n2025-01-02,Talk One,Glass,! Blow\n2025-01-03,Talk Two,Bells,! Cast\n',
    )
    expect(await fields()).toEqual(new Set([...before, 'Bells', 'Glass']))
    await ask('conversations.capture', { text: 'met Ada Poe at the yard: ! loud #bells' })
    await ask('contacts.undo-import', { id })
    expect(await fields()).toEqual(new Set([...before, 'Bells']))
  })
})
