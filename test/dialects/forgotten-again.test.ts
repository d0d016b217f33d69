import { expect, test } from 'vitest'
import { card, file } from './contacts-files.ts'
import { onBothDatabases, person } from './notebook.ts'

const opal = card(
  'opal-1',
  'Opal Quist',
  'N:Quist;Opal;;;',
  'EMAIL:opal.quist@mail.example',
  'TEL:+46 8 123 456 78',
)

onBothDatabases('a file that brings somebody again who was forgotten', (notebook) => {
  const bring = async (content: string) => {
    const { files } = await notebook().ask('contacts.import', {
      files: [await file('again.vcf', content)],
    })
    return files[0]
  }

  test('passes them by, under whatever number or name, and says so', async () => {
    const { ask } = notebook()
    await bring(opal)
    const [{ id }] = (await ask('people.find', { text: 'opal' })).people
    await ask('people.forget', { people: [id] })
    const told = await bring(opal)
    expect(told).toMatchObject({ read: 1, created: 0, changed: 0, unchanged: 0, passed: 1 })
    expect(told.forgotten).toEqual([
      { line: 1, reason: 'is of somebody you asked to forget on 2026-03-11' },
    ])
    const others = [
      card('x-1', 'O. Q.', 'EMAIL:OPAL.QUIST+news@mail.example'),
      card('x-2', 'Opal Q.', 'TEL:08 123 456 78'),
      card('opal-1', 'Somebody Else By Name'),
    ]
    expect(await bring(others.join(''))).toMatchObject({ read: 3, created: 0, passed: 3 })
    expect((await ask('people.list')).count).toBe(0)
  })

  test('passes them by in what this notebook gave out itself', async () => {
    const { ask } = notebook()
    const id = await person(notebook(), 'Ilse Nobody')
    const sent = await ask('contacts.export', { format: 'vcard4', people: [id] })
    let whole = ''
    for await (const piece of sent.text) whole += piece
    await ask('people.forget', { people: [id] })
    expect(await bring(whole)).toMatchObject({ read: 1, created: 0, passed: 1 })
  })

  test('lets in who only bears the same name, or sits beside the same phone', async () => {
    const namesakes = [
      card('n-1', 'Opal Quist', 'EMAIL:another.opal@mail.example'),
      card('n-2', 'Bo Quist', 'TEL:+46 8 123 456 78'),
      card('n-3', 'House of Quist', 'N:;;;;', 'ORG:House of Quist', 'EMAIL:info@quist.example'),
    ]
    expect(await bring(namesakes.join(''))).toMatchObject({ read: 3, created: 3, passed: 0 })
  })

  test('brings them in once that is lifted; a hand may write them down at any time', async () => {
    const { ask, refusal } = notebook()
    const id = await person(notebook(), 'Opal Quist', {
      channels: [{ kind: 'mail', value: 'opal.quist@mail.example' }],
    })
    const { tombstones } = await ask('people.tombstones', { person: id })
    expect(tombstones).toMatchObject([{ on: '2026-03-11' }])
    expect((await ask('people.tombstones')).tombstones).toContainEqual(tombstones[0])
    expect(await ask('people.lift', { id: tombstones[0].id })).toEqual({ lifted: 1 })
    expect(await refusal('people.lift', { id: tombstones[0].id })).toMatchObject({
      code: 'tombstone.unknown',
    })
    expect(await ask('people.tombstones', { person: id })).toEqual({ tombstones: [] })
    expect(await bring(opal)).toMatchObject({ created: 1, passed: 0 })
  })

  test('of another notebook knows nothing of it', async () => {
    const { ask } = notebook()
    const mine = await person(notebook(), 'Una Brook', {
      channels: [{ kind: 'mail', value: 'una@brook.example' }],
    })
    await ask('people.forget', { people: [mine] })
    const una = card('u-1', 'Una Brook', 'EMAIL:una@brook.example')
    const files = [await file('una.vcf', una)]
    const manner = { who: 'mateo' } as const
    expect((await ask('contacts.import', { files }, manner)).files).toMatchObject([{ created: 1 }])
  })
})
