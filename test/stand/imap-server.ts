import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { connect, createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { dovecotConfiguration, tokensFrom } from './dovecot-configuration.ts'
import { mailProgram, whyNoMailboxes } from './mail-programs.ts'
import { type Maildirs, maildirs } from './maildirs.ts'
import { placeForServers, serverUser } from './server-user.ts'

export const whyNoImap = whyNoMailboxes()

export interface ImapStand extends Maildirs {
  readonly port: number
  /** Where it is encrypted from the first byte; 0 without a certificate. */
  readonly tlsPort: number
  readonly password: string
  /** What the server wrote down. */
  readonly log: () => string
  /** Ends it, and takes its folder away. */
  readonly stop: () => Promise<void>
  /** Cuts every line at once, and listens no more until `start`; the mailboxes stay. */
  readonly breakOff: () => Promise<void>
  readonly start: () => Promise<void>
}

export interface ImapWish {
  /** With it the server offers STARTTLS, and a port that is encrypted from the first byte. */
  readonly tls?: { readonly cert: string; readonly key: string }
  /** Who says whose a token is: asked with the token at the end of its address. */
  readonly tokens?: string
}

const password = 'right-as-rain'

/** Ends the server and those it began, its own group, when the tests end in whatever way: then the pipe closes. */
const keeperScript = `
  "$1" -F -c "$2/dovecot.conf" </dev/null >/dev/null 2>&1 &
  server=$!
  cat >/dev/null
  kill -TERM $server 2>/dev/null
  wait $server
  [ -e "$2/goes-on" ] || rm -rf "$2"
  kill -KILL -$$
`

/** A real IMAP server on loopback, in a folder of its own; whoever has the password has a mailbox. */
export async function imapServer({ tls, tokens }: ImapWish = {}): Promise<ImapStand> {
  const program = mailProgram('dovecot')
  if (program === undefined || whyNoImap !== null) throw new Error(whyNoImap ?? 'No Dovecot')
  const user = serverUser()
  const folder = mkdtempSync(join(placeForServers(), 'sobremesa-imap-'))
  const port = await freePort()
  const tlsPort = tls ? await freePort() : 0
  mkdirSync(join(folder, 'mail'))
  if (tls) {
    writeFileSync(join(folder, 'cert.pem'), tls.cert)
    writeFileSync(join(folder, 'key.pem'), tls.key)
  }
  if (tokens) writeFileSync(join(folder, 'tokens.conf'), tokensFrom(tokens))
  const wish = { folder, port, tlsPort, password, hasTokens: tokens !== undefined }
  writeFileSync(join(folder, 'dovecot.conf'), dovecotConfiguration(wish))
  if (user) spawnSync('chown', ['-R', `${user.uid}:${user.gid}`, folder])
  const words = ['-c', keeperScript, 'sh', program, folder]
  let keeper: ChildProcess | null = null
  async function start(): Promise<void> {
    rmSync(join(folder, 'goes-on'), { force: true })
    keeper = spawn('/bin/sh', words, {
      ...user,
      cwd: folder,
      detached: true,
      stdio: ['pipe', 'ignore', 'ignore'],
    })
    await whenListening(port, folder)
  }
  async function end(): Promise<void> {
    const ending = keeper
    keeper = null
    if (ending === null) return
    const gone = once(ending, 'exit')
    ending.stdin?.end()
    await gone
  }
  await start()
  return {
    port,
    tlsPort,
    password,
    start,
    log: () => logOf(folder),
    ...maildirs(join(folder, 'mail'), user),
    stop: end,
    async breakOff() {
      writeFileSync(join(folder, 'goes-on'), '')
      await end()
    },
  }
}

function logOf(folder: string): string {
  try {
    return readFileSync(join(folder, 'dovecot.log'), 'utf8')
  } catch {
    return ''
  }
}

async function whenListening(port: number, folder: string): Promise<void> {
  for (let tries = 0; tries < 200; tries += 1) {
    if (await greets(port)) return
    await pause(50)
  }
  throw new Error(`Dovecot did not start:\n${logOf(folder)}`)
}

function greets(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1')
    socket.setTimeout(1000, () => socket.destroy())
    socket.on('data', (data) => (resolve(String(data).startsWith('* OK')), socket.destroy()))
    socket.on('error', () => resolve(false))
    socket.on('close', () => resolve(false))
  })
}

async function freePort(): Promise<number> {
  const server = createServer()
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  if (address === null || typeof address === 'string') throw new Error('No port is free')
  return address.port
}
