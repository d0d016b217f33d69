import { randomUUID } from 'node:crypto'
import {
  chownSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'

export interface Maildirs {
  /** Puts a message into the mailbox of this user, as another server brings it. */
  readonly deliver: (user: string, text: string, folder?: string) => void
  /** Puts many into an inbox that nobody has open, each as it came at its time; the first has the lowest number. */
  readonly fill: (user: string, messages: Iterable<{ text: string; at: Date }>) => void
  /** Gives a folder that was never opened the UIDVALIDITY of the inbox. */
  readonly numberAlike: (user: string, folder: string) => void
  /** Gives an inbox that nobody has open another UIDVALIDITY, and all its messages other numbers. */
  readonly numberAnew: (user: string) => void
}

/** Mailboxes as Dovecot keeps them, one file for each message; all of it belongs to whom the server runs as. */
export function maildirs(
  folder: string,
  server: { readonly uid: number; readonly gid: number } | undefined,
): Maildirs {
  const own = (path: string) => {
    if (server) chownSync(path, server.uid, server.gid)
  }
  const write = (path: string, text: string) => {
    writeFileSync(path, text)
    own(path)
  }
  const boxOf = (user: string, into = 'INBOX') => {
    const inbox = join(folder, user)
    const box = into === 'INBOX' ? inbox : join(inbox, `.${into}`)
    for (const one of [inbox, box, ...['tmp', 'new', 'cur'].map((part) => join(box, part))]) {
      if (existsSync(one)) continue
      mkdirSync(one)
      own(one)
    }
    return box
  }
  const validityOf = (user: string) => {
    const list = readFileSync(join(folder, user, 'dovecot-uidlist'), 'utf8')
    return Number(/\sV(\d+)/.exec(list)?.[1])
  }
  return {
    deliver(user, text, into) {
      const box = boxOf(user, into)
      const file = `${Date.now()}.${randomUUID()}.here`
      write(join(box, 'tmp', file), onTheWire(text))
      renameSync(join(box, 'tmp', file), join(box, 'new', file))
    },
    fill(user, messages) {
      const box = boxOf(user)
      let count = 0
      for (const { text, at } of messages) {
        count += 1
        const seconds = Math.floor(at.getTime() / 1000)
        const file = join(box, 'cur', `${seconds}.M${String(count).padStart(8, '0')}.here:2,S`)
        write(file, onTheWire(text))
        utimesSync(file, seconds, seconds)
      }
    },
    numberAlike(user, other) {
      write(join(boxOf(user, other), 'dovecot-uidlist'), `3 V${validityOf(user)} N1\n`)
    },
    numberAnew(user) {
      const inbox = boxOf(user)
      const validity = validityOf(user) + 1
      for (const one of ['', '.log', '.cache']) {
        rmSync(join(inbox, `dovecot.index${one}`), { force: true })
      }
      write(join(inbox, 'dovecot-uidlist'), `3 V${validity} N100\n`)
    },
  }
}

function onTheWire(text: string): string {
  return text.replace(/\r?\n/g, '\r\n')
}
