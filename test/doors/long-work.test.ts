import { once } from 'node:events'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/client'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  accessKey,
  freshHome,
  type Json,
  json,
  removeHome,
  type RunningServer,
  serve,
  start,
} from './stand.ts'
import { mcpClient } from './ways-in.ts'

let home: string
let server: RunningServer
let authorization: string
let long: string

const card = (at: number) =>
  `BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Number ${at}\r\nN:${at};Number;;;\r\nEND:VCARD\r\n`

beforeAll(async () => {
  home = await freshHome()
  server = await serve(home)
  authorization = `Bearer ${await accessKey(home)}`
  long = join(home, 'long.vcf')
  await writeFile(long, Array.from({ length: 100_000 }, (_, at) => card(at)).join(''))
})
afterAll(async () => {
  await server.stop()
  await removeHome(home)
})

async function begin(prefer: string): Promise<Response> {
  const form = new FormData()
  form.append('input', JSON.stringify({ dryRun: false }))
  form.append('files', new Blob([await readFile(long)]), 'long.vcf')
  const headers = { authorization, prefer }
  return fetch(`${server.origin}/api/contacts.import`, { method: 'POST', headers, body: form })
}

/** What came in until then is compared at once, by a job of its own, which may be the last by now. */
async function stateOfLastImport(place: string): Promise<unknown> {
  const { jobs } = await json(place, ['jobs', 'list'])
  return jobs.find((job: Json) => job.operation === 'contacts.import')?.state
}

describe('long work', { timeout: 300_000 }, () => {
  test('over HTTP is begun, watched and stopped, and leaves no file behind', async () => {
    const begun = await begin('respond-async')
    expect(begun.status).toBe(202)
    const { job } = (await begun.json()) as { job: { id: string } }
    expect(begun.headers.get('location')).toBe(`/api/jobs/${job.id}`)
    const watched = await fetch(`${server.origin}/api/jobs/${job.id}/events`, {
      headers: { authorization },
    })
    let told = ''
    let asked = false
    for await (const piece of watched.body!.pipeThrough(new TextDecoderStream())) {
      told += piece
      if (asked || !/"done":[1-9]/.test(told)) continue
      asked = true
      const cancelled = await json(home, ['jobs', 'cancel', job.id])
      expect(cancelled.state).toMatch(/running|cancelled/)
    }
    expect(told).toMatch(/event: progress\ndata: .*"state":"running"/)
    expect(told).toMatch(/event: ended\ndata: .*"state":"cancelled"/)
    const { people } = await json(home, ['people', 'list', '--limit', '1'])
    expect(people).toHaveLength(1)
    await expect.poll(() => readdir(join(home, 'incoming')), { timeout: 120_000 }).toEqual([])
  })

  test('of the command is stopped by Ctrl-C, says so, and can be taken back', async () => {
    const other = await freshHome()
    const child = start(other, ['contacts', 'import', long, '--json'])
    let stdout = ''
    child.stdout?.on('data', (piece) => (stdout += String(piece)))
    await expect
      .poll(async () => (await json(other, ['jobs', 'list'])).jobs[0]?.state, { timeout: 120_000 })
      .toBe('running')
    child.kill('SIGINT')
    const [code] = await once(child, 'close')
    expect(code).toBe(1)
    expect(JSON.parse(stdout).refused.code).toBe('job.cancelled')
    const { jobs } = await json(other, ['jobs', 'list'])
    expect(jobs).toMatchObject([{ operation: 'contacts.import', state: 'cancelled' }])
    await json(other, ['changes', 'undo', jobs[0].id])
    expect((await json(other, ['people', 'list'])).count).toBe(0)
    await removeHome(other)
  })

  test('by MCP tells how far it is, and stops when nobody wants it any more', async () => {
    const requestInit = { headers: { authorization } }
    const transport = new StreamableHTTPClientTransport(new URL('/mcp', server.origin), {
      requestInit,
    })
    const client = await mcpClient(transport, 'auto')
    const stop = new AbortController()
    const steps: number[] = []
    const cards = Array.from({ length: 30_000 }, (_, at) => card(at + 200_000)).join('')
    const call = client.callTool(
      { name: 'contacts_import', arguments: { files: [{ name: 'x.vcf', text: cards }] } },
      {
        signal: stop.signal,
        timeout: 120_000,
        onprogress: ({ progress }) => {
          steps.push(progress)
          stop.abort()
        },
      },
    )
    await expect(call).rejects.toThrow()
    expect(steps.length).toBeGreaterThan(0)
    await expect.poll(() => stateOfLastImport(home), { timeout: 120_000 }).toBe('cancelled')
    await client.close()
  })
})
