import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { freshHome, type Json, removeHome, serve } from './stand.ts'
import { type Said, type WayIn, waysIn } from './ways-in.ts'

const contacts = `BEGIN:VCARD
VERSION:3.0
FN:Ruth Adeyemi
N:Adeyemi;Ruth;;;
EMAIL;TYPE=INTERNET:ruth@archive.example
ORG:City Archive
TITLE:Paper conservator
UID:ruth-1
X-FAVOURITE-PAPER:kozo
END:VCARD
`

const notes = `They ask me nothing about degrees on the first day
" I give them a torn letter and watch their hands for an hour. #conservation /entry
= Two trainees a year, chosen in May from about sixty letters /entry
! Mend fifty flea-market books. Keep the worst one and bring it /skills
? Would the panel see my teaching years as age or as patience?
+ Marguerite Laurent, bookbinder, Atelier Laurent, marguerite@laurent.example
$ Weekend course in June, places go by word of mouth
> read her solvents handout by 2099-03-15
< she asks whether I may watch a mending morning
% the director leaves in autumn
`

/** The whole main job, from a contacts file to the page of a field, with the refusals on the way. */
async function mainJob(door: WayIn, home: string): Promise<Said[]> {
  const path = join(home, 'contacts.vcf')
  await writeFile(path, contacts)
  const said: Said[] = []
  const ask = async (operation: string, input: Record<string, unknown>): Promise<Json> => {
    const one = await door.ask(operation, input)
    said.push(one)
    return one.result
  }
  const files = [{ name: 'contacts.vcf', path, text: contacts }]
  await ask('contacts.import', { files })
  await ask('contacts.import', { files })
  const { people } = await ask('people.find', { text: 'ruht' })
  const ruth = people[0].id
  const planned = await ask('conversations.plan', { people: [ruth], link: 'Samir was her trainee' })
  await ask('conversations.step', { id: planned.id, kind: 'thanked' })
  await ask('conversations.step', { id: planned.id, kind: 'started' })
  await ask('notes.save', { kind: 'conversation', id: planned.id, text: notes })
  await ask('conversations.finish', { id: planned.id })
  await ask('letters.draft', { conversation: planned.id })
  await ask('letters.sent', { conversation: planned.id })
  await ask('fields.show', { name: 'conservation' })
  await ask('fields.show', { name: 'nowhere' })
  await ask('search.everything', { text: 'torn letter' })
  await ask('search.everything', { text: 'director leaves' })
  await ask('promises.list', {})
  await ask('today.show', {})
  await ask('people.between', { id: ruth })
  return said
}

/** Ids, moments and the order in which instants fall differ between two tellings; what is said does not. */
function plain(said: readonly Said[]): unknown {
  const ids = new Map<string, string>()
  const text = JSON.stringify(said)
    .replace(/[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}/g, (id) => {
      ids.set(id, ids.get(id) ?? `id ${ids.size + 1}`)
      return ids.get(id) ?? id
    })
    .replace(/\d{4}-\d{2}-\d{2}T[\d:.]+Z/g, 'a moment')
    .replace(/"(revision|rank)":\d+/g, '"$1":0')
  return JSON.parse(text)
}

describe('the main job', { timeout: 180_000 }, () => {
  const homes: string[] = []
  afterAll(() => Promise.all(homes.map(removeHome)))

  const told = new Map<string, Promise<Said[]>>()

  /** What was said on this way in; each is gone once, and then looked at as often as one likes. */
  function toldBy(way: string): Promise<Said[]> {
    const once = told.get(way) ?? tell(way)
    told.set(way, once)
    return once
  }

  async function tell(way: string): Promise<Said[]> {
    const home = await freshHome()
    homes.push(home)
    const server = await serve(home)
    const door = await waysIn[way]!(home, server)
    try {
      return await mainJob(door, home)
    } finally {
      await door.close()
      await server.stop()
    }
  }

  test('ends with the lines under their topics, each with its speaker', async () => {
    const said = await toldBy('the command')
    const [first, second] = said.map(({ result }) => result?.files?.[0])
    expect(first).toMatchObject({ read: 1, created: 1, lost: [] })
    expect(second).toMatchObject({ read: 1, created: 0, changed: 0, unchanged: 1 })
    const refusals = said.flatMap(({ refused }) => refused?.code ?? [])
    expect(refusals).toEqual(['step.not-now', 'field.unknown'])
    const field = said.find(({ result }) => result?.topics)?.result
    expect(field).toMatchObject({ field: 'Conservation', people: 1 })
    const entry = field.topics.find((topic: Json) => topic.topic === 'entry')
    expect(entry.insights).toContainEqual(
      expect.objectContaining({
        text: 'I give them a torn letter and watch their hands for an hour.',
        mark: '"',
        speaker: 'Ruth Adeyemi',
      }),
    )
    const letter = said.find(({ result }) => result?.mailto)?.result
    expect(letter.body).toContain('torn letter')
    expect(letter.body).not.toContain('director')
  })

  test('is the same job with the same refusals by the command, over HTTP and by MCP', async () => {
    const byCommand = plain(await toldBy('the command'))
    expect(plain(await toldBy('HTTP with a cookie'))).toEqual(byCommand)
    // A key and a program are not shown lines off the record; all else is the same.
    const byKey = plain(await toldBy('HTTP with a key'))
    expect(plain(await toldBy('MCP on stdin and stdout'))).toEqual(byKey)
    expect(withoutClosed(byKey)).toEqual(withoutClosed(byCommand))
  })
})

/** What was told, without the one line that only the owner sees. */
function withoutClosed(told: unknown): unknown {
  const text = JSON.stringify(told)
  return JSON.parse(
    text
      .replaceAll('% the director leaves in autumn', '%')
      .replaceAll('% ·····', '%')
      .replaceAll(/"mark":null,"said":"[^"]*","offRecord":true/g, '"closed":true'),
  )
}
