import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { freshHome, removeHome, type RunningServer, serve } from './stand.ts'
import { type GivenText, type WayIn, waysIn } from './ways-in.ts'

const nobody = '01890000-0000-7000-8000-000000000000'

const vcard = `BEGIN:VCARD
VERSION:3.0
FN:Ada Lovelace
N:Lovelace;Ada;;;
EMAIL:ada@example.org
END:VCARD
BEGIN:VCARD
VERSION:3.0
FN:Mary Somerville
N:Somerville;Mary;;;
END:VCARD
`

describe.each(Object.keys(waysIn))('by %s', (name) => {
  let home: string
  let server: RunningServer
  let door: WayIn
  let file: GivenText

  beforeAll(async () => {
    home = await freshHome()
    server = await serve(home)
    door = await waysIn[name]!(home, server)
    file = { name: 'two.vcf', path: join(home, 'two.vcf'), text: vcard }
    await writeFile(file.path, vcard)
  })
  afterAll(async () => {
    await door.close()
    await server.stop()
    await removeHome(home)
  })

  test('somebody who was written down is found again', async () => {
    const { result: added } = await door.ask('people.add', { name: 'Grace Hopper' })
    const { result: found } = await door.ask('people.find', { text: 'grace' })
    expect(found).toEqual({
      people: [{ id: added.id, name: 'Grace Hopper', line: '', spokeOn: null, contactOn: null }],
      next: null,
    })
  })

  test('whoever is not in the notebook is unknown, in the same words', async () => {
    const { refused } = await door.ask('people.show', { id: nobody })
    expect(refused).toMatchObject({
      code: 'person.unknown',
      sentence: 'There is no such person in your notebook',
    })
  })

  test('what is not understood is said in the same words, and where', async () => {
    const { refused } = await door.ask('people.show', { id: 'Ada' })
    expect(refused).toMatchObject({
      code: 'input.invalid',
      sentence: 'id: This is not the id of a person',
      where: [{ path: 'id', says: 'This is not the id of a person' }],
    })
  })

  test('who is named alone, or is not there, is neither merged nor told apart, and hears what to do', async () => {
    const { result: added } = await door.ask('people.add', { name: 'Emmy Noether' })
    for (const [operation, sentence] of [
      ['people.merge', 'To merge takes two: name somebody else too'],
      ['people.distinct', 'Not the same as whom? Name two people'],
    ] as const) {
      const { refused: alone } = await door.ask(operation, { people: [added.id] })
      expect(alone).toMatchObject({ code: 'bond.alone', sentence })
      const { refused: unknown } = await door.ask(operation, { people: [added.id, nobody] })
      expect(unknown).toMatchObject({
        code: 'person.unknown',
        sentence: `Nobody in your notebook has the id ${nobody}`,
      })
    }
  })

  test('the same key twice is one write, with the same answer', async () => {
    const first = await door.ask('people.add', { name: 'Lise Meitner' }, 'once')
    const again = await door.ask('people.add', { name: 'Lise Meitner' }, 'once')
    expect(first.result.id).toMatch(/^[0-9a-f-]{36}$/)
    expect(again).toEqual(first)
    const { result } = await door.ask('people.find', { text: 'Meitner' })
    expect(result.people).toHaveLength(1)
  })

  test('a key that was used for something else is refused', async () => {
    await door.ask('people.add', { name: 'Rosalind Franklin' }, 'taken')
    const { refused } = await door.ask('people.add', { name: 'Somebody Else' }, 'taken')
    expect(refused?.code).toBe('key.already-used')
  })

  test('a contacts file is brought in, and bringing it in again changes nothing', async () => {
    const first = await door.ask('contacts.import', { files: [file] })
    expect(first.result.files).toMatchObject([
      { file: 'two.vcf', read: 2, created: 2, unchanged: 0, lost: [], problem: null },
    ])
    const again = await door.ask('contacts.import', { files: [file] })
    expect(again.result.files).toMatchObject([{ read: 2, created: 0, changed: 0, unchanged: 2 }])
  })

  test('a dry run says what would happen and changes nothing', async () => {
    const dry = { name: 'one.vcf', path: join(home, 'one.vcf'), text: vcard.replaceAll('a', 'e') }
    await writeFile(dry.path, dry.text)
    const { result } = await door.ask('contacts.import', { files: [dry], dryRun: true })
    expect(result.dryRun).toBe(true)
    expect(result.files[0].created).toBeGreaterThan(0)
    const { result: found } = await door.ask('people.find', { text: 'Lovelece' })
    expect(found.people.map((person: { name: string }) => person.name)).not.toContain(
      'Ade Lovelece',
    )
  })

  test('what is understood in notes needs no notebook', async () => {
    const { result } = await door.ask('notes.understand', { text: '! Start small #labs' })
    expect(result.lines).toMatchObject([{ mark: '!', text: 'Start small', fields: ['labs'] }])
    expect(result.captured).toBeNull()
  })

  test('a captured line is understood before it is kept', async () => {
    const text = 'met Ana Ruiz on the train, UX at Acme: ! portfolio first #ux > write by Friday'
    const { result } = await door.ask('notes.understand', { text, day: '2026-03-11' })
    expect(result.captured).toMatchObject({
      people: [{ name: 'Ana Ruiz', role: 'UX', organisation: 'Acme' }],
      place: 'the train',
      day: '2026-03-11',
      thoughts: [
        { mark: null },
        { mark: '!', text: 'portfolio first', fields: ['ux'] },
        { mark: '>', day: '2026-03-13' },
      ],
    })
  })

  test('long work that is over can be looked at, and unknown work is unknown', async () => {
    const { result } = await door.ask('jobs.list', {})
    expect(result.jobs[0]).toMatchObject({ operation: 'contacts.import', state: 'done' })
    const { refused } = await door.ask('jobs.show', { id: nobody })
    expect(refused?.code).toBe('job.unknown')
  })
})
