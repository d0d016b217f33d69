import { afterAll, beforeAll, expect, test } from 'vitest'
import { type MailStand, mailServer, mailUser } from '../stand/mail-server.ts'
import {
  accessKey,
  command,
  type Ended,
  freshHome,
  type Json,
  json,
  removeHome,
  serve,
} from './stand.ts'
import { waysIn } from './ways-in.ts'

let home: string
let mail: MailStand
let set: Ended
beforeAll(async () => {
  home = await freshHome()
  mail = await mailServer({ does: ['wait', 'take'] })
  const flags = ['--security', 'none', '--port', String(mail.port), '--minutes', '0']
  const who = ['--user', mailUser.user, '--address', 'lucia@example.org']
  set = await command(
    home,
    ['mail', 'set', '127.0.0.1', '-', ...flags, ...who],
    `${mailUser.password}\n`,
  )
})
afterAll(async () => {
  await mail.close()
  await removeHome(home)
})

async function letterTo(name: string): Promise<string> {
  const channels = JSON.stringify({ kind: 'mail', value: 'ruth@archive.example' })
  const { id } = await json(home, ['people', 'add', '--name', name, '--channels', channels])
  return (await json(home, ['conversations', 'plan', '--people', id])).id
}

const words = { template: 'hello', subject: 'Ink', body: 'Good day, Ruth.' }

test('the password is taken from a file, tried, and shown by no door', async () => {
  expect(set).toMatchObject({ code: 0, stderr: '' })
  expect(set.stdout).not.toContain(mailUser.password)
  expect(await json(home, ['mail', 'try'])).toEqual({ ok: true, says: '127.0.0.1 let us in.' })
  const server = await serve(home)
  for (const name of ['the command', 'HTTP with a cookie', 'MCP over HTTP']) {
    const door = await waysIn[name]!(home, server)
    const { result } = await door.ask('mail.show', {})
    expect(result.account).toMatchObject({ host: '127.0.0.1', user: mailUser.user })
    expect(JSON.stringify(result)).not.toContain(mailUser.password)
    await door.close()
  }
  await server.stop()
})

test('a program sends nothing, unless its key was given that by name', async () => {
  const conversation = await letterTo('Ruth Program')
  const server = await serve(home)
  const said: Record<string, Json> = {}
  for (const name of ['HTTP with a key', 'MCP on stdin and stdout', 'MCP over HTTP']) {
    const door = await waysIn[name]!(home, server)
    said[name] = (await door.ask('letters.send', { conversation, ...words })).refused?.code
    await door.close()
  }
  expect(said).toEqual({
    'HTTP with a key': 'rights.missing',
    'MCP on stdin and stdout': 'rights.missing',
    'MCP over HTTP': 'rights.missing',
  })
  const key = await accessKey(home, 'notebook:read', 'mail:send')
  const answer = await fetch(`${server.origin}/api/letters.preview`, {
    method: 'POST',
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
    body: JSON.stringify({ conversation, ...words }),
  })
  expect(await answer.json()).toMatchObject({ to: { address: 'ruth@archive.example' } })
  await server.stop()
  expect(mail.tries()).toBe(0)
})

test('a server killed while a letter is on the line sends it no second time, and asks', async () => {
  const conversation = await letterTo('Ruth Adeyemi')
  const which = ['--conversation', conversation, '--template', 'hello']
  const shown = async () => json(home, ['letters', 'draft', ...which])
  await json(home, ['letters', 'send', ...which, '--subject', words.subject, '--body', words.body])
  // Nobody runs yet: it waits, on disk.
  expect((await shown()).going.state).toBe('waiting')
  const first = await serve(home)
  // From here on its words are on the line.
  await expect.poll(async () => (await shown()).going.state, { timeout: 60_000 }).toBe('handing')
  await first.stop('SIGKILL')

  const second = await serve(home)
  await expect.poll(async () => (await shown()).going.state, { timeout: 60_000 }).toBe('unsure')
  expect(mail.tries()).toBe(1)
  await json(home, ['letters', 'send', ...which, '--again'])
  await expect.poll(() => mail.taken.length, { timeout: 60_000 }).toBe(1)
  await expect.poll(async () => (await shown()).sentBefore, { timeout: 60_000 }).toBe(1)
  await second.stop()
  const { letters } = await json(home, ['letters', 'list', '--conversation', conversation])
  expect(letters).toMatchObject([{ ...words, sentOn: expect.any(String) }])
  expect(mail.tries()).toBe(2)
})
