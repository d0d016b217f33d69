import { once } from 'node:events'
import { createServer, type RequestListener } from 'node:http'
import { type AddressInfo, createServer as createRaw } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { postForm } from './posting-form.ts'

const closing: (() => unknown)[] = []
afterEach(async () => {
  for (const close of closing.splice(0)) await close()
})

async function standing(answer: RequestListener): Promise<number> {
  const server = createServer(answer)
  closing.push(
    () => server.close(),
    () => server.closeAllConnections(),
  )
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return (server.address() as AddressInfo).port
}

const fields = new URLSearchParams({ grant_type: 'refresh_token' })
const here = { fields, address: '127.0.0.1', patience: 1500 }

test('a form goes to the address that was looked at, whatever its name leads to by then', async () => {
  const hosts: unknown[] = []
  const port = await standing((asked, answer) => {
    hosts.push(asked.headers.host)
    answer.end('{"access_token":"fresh"}')
  })
  // No name server knows it: what is asked of one after the look cannot matter.
  const url = new URL(`http://moved-meanwhile.invalid:${port}/token`)
  expect(await postForm({ ...here, url })).toEqual({
    status: 200,
    text: '{"access_token":"fresh"}',
  })
  expect(hosts).toEqual([`moved-meanwhile.invalid:${port}`])
})

test('who sends us on elsewhere is not followed', async () => {
  let elsewhere = 0
  const other = await standing((_asked, answer) => void answer.end(String((elsewhere += 1))))
  const port = await standing((_asked, answer) =>
    answer.writeHead(307, { location: `http://127.0.0.1:${other}/` }).end(),
  )
  const url = new URL(`http://127.0.0.1:${port}/`)
  expect((await postForm({ ...here, url })).status).toBe(307)
  expect(elsewhere).toBe(0)
})

test('a line that breaks, a server that trickles and one without an end are told, and end nothing else', async () => {
  const raw = createRaw((socket) => socket.on('error', () => {}).destroy())
  closing.push(() => raw.close())
  raw.listen(0, '127.0.0.1')
  await once(raw, 'listening')
  const broken = (raw.address() as AddressInfo).port
  await expect(postForm({ ...here, url: new URL(`http://127.0.0.1:${broken}/`) })).rejects.toThrow()
  const slow = await standing((_asked, answer) => void answer.writeHead(200).write('{'))
  const late = postForm({ ...here, patience: 100, url: new URL(`http://127.0.0.1:${slow}/`) })
  await expect(late).rejects.toThrow(/abort|timeout/i)
  const endless = await standing((_asked, answer) => void answer.end('x'.repeat(200_000)))
  const long = postForm({ ...here, url: new URL(`http://127.0.0.1:${endless}/`) })
  await expect(long).rejects.toThrow('The answer has no end')
})
