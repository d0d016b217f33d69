import { once } from 'node:events'
import { type AddressInfo, createServer, type Server } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { MailFault } from './faults.ts'
import { withFolder } from './imap.ts'

const running: Server[] = []
afterEach(() => {
  for (const server of running.splice(0)) server.close()
})

/** A server that does all it is asked but one thing, to which it says nothing for ever. */
async function silentAt(command: string): Promise<number> {
  const server = createServer((socket) => {
    socket.on('error', () => {})
    socket.write('* OK [CAPABILITY IMAP4rev1] Ready\r\n')
    socket.on('data', (piece) => {
      for (const line of piece.toString().split('\r\n').filter(Boolean)) {
        const [tag = '', asked = ''] = line.split(' ')
        if (asked !== command) socket.write(`${tag} OK Done\r\n`)
      }
    })
  })
  running.push(server)
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return (server.address() as AddressInfo).port
}

test.each(['LOGIN', 'EXAMINE'])('a server that never answers %s is given up', async (command) => {
  const server = {
    host: '127.0.0.1',
    port: await silentAt(command),
    security: 'none',
    user: 'lucia',
    secret: { kind: 'password', password: 'right' },
  } as const
  const opened = withFolder(
    server,
    { inside: true, patience: 300 },
    { folder: 'INBOX', work: async () => 'opened' },
  )
  const fault = await opened.catch((error: unknown) => error)
  expect(fault).toBeInstanceOf(MailFault)
  expect(fault).toMatchObject({ code: 'timed-out' })
})
