import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  accessKey,
  command,
  freshHome,
  type Json,
  removeHome,
  type RunningServer,
  serve,
} from './stand.ts'

let home: string
let server: RunningServer
let authorization: string

beforeAll(async () => {
  home = await freshHome()
  server = await serve(home)
  authorization = `Bearer ${await accessKey(home)}`
})
afterAll(async () => {
  await server.stop()
  await removeHome(home)
})

interface Answer {
  readonly status: number
  readonly body: Json
}

/** A file goes along as a part of its own, as a browser sends it. */
async function ask(operation: string, input: object, file?: File, prefer = ''): Promise<Answer> {
  const form = new FormData()
  form.append('input', JSON.stringify(input))
  if (file) form.append('files', file)
  const answer = await fetch(`${server.origin}/api/${operation}`, {
    method: 'POST',
    headers: {
      authorization,
      ...(prefer ? { prefer } : {}),
      ...(file ? {} : { 'content-type': 'application/json' }),
    },
    body: file ? form : JSON.stringify(input),
  })
  return { status: answer.status, body: await answer.json() }
}

const strange = () =>
  new File(['Sternbild,Mensch X,Draht\nFische,Ana Ruiz,+34 600 111 222\n'], 'strange.csv')
const odd = () => new File(['Foo,Bar\nx1,y\n'], 'odd.csv')

const card = (at: number) =>
  `BEGIN:VCARD\r\nVERSION:3.0\r\nUID:far-${at}\r\nFN:Far ${at}\r\nORG:House ${at % 7}\r\nEND:VCARD\r\n`
const many = (count: number) =>
  new File([Array.from({ length: count }, (_, at) => card(at)).join('')], 'far.vcf')

describe('a table over HTTP', () => {
  test('is looked at, and read as the columns were said to be; it is remembered', async () => {
    const looked = await ask('contacts.look', {}, strange())
    expect(looked.body.files).toMatchObject([
      {
        file: 'strange.csv',
        asks: true,
        columns: [{}, { samples: ['Ana Ruiz'] }, { look: 'phone' }],
      },
    ])
    const columns = [
      { column: 'Mensch X', meaning: 'name' },
      { column: 'Draht', meaning: 'phone', place: 'work' },
    ]
    const mapping = [{ file: 'strange.csv', columns }]
    const trial = await ask('contacts.import', { mapping, dryRun: true }, strange())
    expect(trial.body.files).toMatchObject([{ created: 1, import: null }])
    const { status, body } = await ask('contacts.import', { mapping }, strange())
    expect([status, body.files]).toMatchObject([
      200,
      [{ created: 1, byField: [{ field: 'Sternbild', kept: 1, lost: 0 }] }],
    ])
    const { people } = (await ask('people.find', { text: 'ana ruiz' })).body
    expect((await ask('people.show', { id: people[0].id })).body.channels).toMatchObject([
      { kind: 'phone', value: '+34 600 111 222', label: 'work' },
    ])
    expect((await ask('contacts.look', {}, strange())).body.files).toMatchObject([
      { asks: false, mapping: { on: expect.any(String) } },
    ])
  })

  test('whose columns nobody knows is refused in words that fit a request', async () => {
    const { status, body } = await ask('contacts.import', {}, odd())
    expect(status).toBe(422)
    expect(body).toMatchObject({ code: 'file.unreadable', safe: 'Nothing was changed.' })
    expect(body.detail).toMatch(/"map": "Who=name,Tel=phone"/)
    expect(body.detail).not.toContain('--map')
    const said = await ask('contacts.import', { map: 'Foo=name,Bar=nothing' }, odd())
    expect(said.body.files).toMatchObject([{ created: 1 }])
  })

  test('with columns that are not there, or said in no word we know, is refused whole', async () => {
    const unknown = { mapping: [{ columns: [{ column: 'Age', meaning: 'name' }] }] }
    expect(await ask('contacts.import', unknown, strange())).toMatchObject({
      status: 422,
      body: { code: 'mapping.column-unknown', detail: expect.stringContaining('Age') },
    })
    const wrong = { mapping: [{ columns: [{ column: 'Draht', meaning: 'wire' }] }] }
    expect(await ask('contacts.import', wrong, strange())).toMatchObject({
      status: 422,
      body: { code: 'input.invalid' },
    })
  })
})

describe('an import over HTTP', () => {
  test('is cancelled by its job: who came is whole, in the history, and taken out again whole', async () => {
    const begun = await ask('contacts.import', {}, many(60_000), 'respond-async')
    expect(begun.status).toBe(202)
    const { id } = begun.body.job
    const before = (await ask('people.list', { limit: 1 })).body.count
    const isOf = async () => (await ask('jobs.show', { id })).body
    for (let job = await isOf(); !job.done && !job.endedAt; job = await isOf()) await pause(20)
    expect((await ask('jobs.cancel', { id })).status).toBe(200)
    let job = await isOf()
    for (; !job.endedAt; job = await isOf()) await pause(20)
    expect(job).toMatchObject({ state: 'cancelled', refusal: { code: 'job.cancelled' } })

    const came = Number(/^Stopped\. (\d+) of far\.vcf/.exec(job.refusal.sentence)?.[1])
    expect(came).toBeGreaterThan(0)
    expect(came).toBeLessThan(60_000)
    const { imports } = (await ask('contacts.imports', { limit: 1 })).body
    expect(imports).toMatchObject([{ file: 'far.vcf', created: came, takenOutOn: null }])
    const { people } = (await ask('people.find', { text: `far ${came - 1}`, limit: 1 })).body
    expect((await ask('people.show', { id: people[0].id })).body).toMatchObject({
      name: `Far ${came - 1}`,
      roles: [{ organisation: `House ${(came - 1) % 7}` }],
    })
    expect(
      (await ask('people.find', { text: `far ${came}`, limit: 1 })).body.people,
    ).not.toMatchObject([{ name: `Far ${came}` }])
    await expect.poll(() => readdir(join(home, 'incoming'))).toEqual([])

    const out = await ask('contacts.undo-import', { id: imports[0].id })
    expect(out.body).toMatchObject({ people: came, changed: 0, kept: 0 })
    expect((await ask('people.list', { limit: 1 })).body.count).toBeLessThanOrEqual(before)
    expect((await ask('organisations.list', { text: 'house' })).body.organisations).toEqual([])
  })

  test('of what is broken is refused with the place, and the command ends with a sign of it', async () => {
    const cut = '["vcard",[["version",{},"text","4.0"],\n["fn",{},"text","An'
    const { status, body } = await ask('contacts.import', {}, new File([cut], 'cut.json'))
    expect([status, body.code]).toEqual([422, 'file.unreadable'])
    expect(body.detail).toMatch(/^cut\.json: It is cut short: it ends in the middle, in line 2\./)
    const ended = await command(home, ['contacts', 'import', '-'], cut)
    expect(ended.code).not.toBe(0)
  })
})
