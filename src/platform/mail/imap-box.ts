import type { FetchMessageObject, ImapFlow, MailboxObject, SearchObject } from 'imapflow'
import { MailFault } from './faults.ts'
import { theirs } from './imap-faults.ts'
import { reportParts } from './imap-parts.ts'
import { within } from './imap-patience.ts'

/** What is looked for among new messages; everything else is not asked for, and never comes here. */
export interface Wanted {
  /** From this UID on. */
  readonly from: number
  /** Not older than this day (`2026-03-11`), where the folder is looked through from its beginning. */
  readonly since: string | null
  /** Addresses one of which is the sender's, and Message-IDs with their brackets one of which is answered. */
  readonly senders: readonly string[]
  readonly answered: readonly string[]
}

/** The head of one message, as much of it as is read. */
export interface RawHead {
  readonly uid: number
  readonly bytes: Uint8Array
  /** The report of a mail server in it, and the head of the letter that it is about. */
  readonly parts: readonly { readonly mimeType: string; readonly text: string }[]
}

/** Bytes of a head; whoever writes more has nothing to say in it. */
const largestHead = 64 * 1024
/** Bytes of a message that was opened: the words stand before what is attached. */
const largestMessage = 4_000_000
/** Criteria of one search: servers take long lines, but not any length. */
const atOnce = 20
const headsAtOnce = 50
/** A search in a large folder may take a while. */
const patienceForSearch = 6

/** A folder that is open for reading. Every question has an end by the clock; after it the line is cut. */
export class ImapBox {
  readonly uidValidity: string
  readonly uidNext: number
  readonly #client: ImapFlow
  readonly #patience: number
  #isNews = false
  #wake = () => {}

  constructor(client: ImapFlow, { uidValidity, uidNext }: MailboxObject, patience: number) {
    this.#client = client
    this.#patience = patience
    this.uidValidity = String(uidValidity)
    this.uidNext = uidNext
    client.on('exists', () => {
      this.#isNews = true
      this.#wake()
    })
  }

  /** The UIDs of what is wanted, the lowest first. The server looks; only what it finds is ever fetched. */
  async search({ from, since, senders, answered }: Wanted): Promise<number[]> {
    const terms: SearchObject[] = [
      ...senders.map((sender) => ({ from: sender })),
      ...answered.flatMap((id) => [
        { header: { 'In-Reply-To': id } },
        { header: { References: id } },
      ]),
    ]
    const found = new Set<number>()
    for (let at = 0; at < terms.length; at += atOnce) {
      const query = {
        uid: `${from}:*`,
        ...(since === null ? {} : { since }),
        or: terms.slice(at, at + atOnce),
      }
      const uids = await within(
        this.#client.search(query, { uid: true }),
        patienceForSearch * this.#patience,
      )
      if (!Array.isArray(uids)) throw new MailFault('later')
      // `7:*` means the last one too, however low its number is.
      for (const uid of uids) if (uid >= from) found.add(uid)
    }
    return [...found].toSorted((one, other) => one - other)
  }

  /** Their heads; of reports of mail servers also the two parts that say what became of which letter. */
  async *heads(uids: readonly number[]): AsyncGenerator<RawHead> {
    const query = {
      uid: true,
      bodyStructure: true,
      bodyParts: [{ key: 'HEADER', start: 0, maxLength: largestHead }],
    }
    for (let at = 0; at < uids.length; at += headsAtOnce) {
      const some = uids.slice(at, at + headsAtOnce).join(',')
      const messages = await this.#fetched(some, query)
      for (const message of messages.toSorted((one, other) => one.uid - other.uid)) {
        const { uid, headers } = message
        if (headers) yield { uid, bytes: headers, parts: await this.#report(message) }
      }
    }
  }

  async #report({ uid, bodyStructure }: FetchMessageObject): Promise<RawHead['parts']> {
    const parts = bodyStructure ? reportParts(bodyStructure) : []
    if (parts.length === 0) return []
    const bodyParts = parts.map(({ key }) => ({ key, start: 0, maxLength: largestHead }))
    const [message] = await this.#fetched(String(uid), { uid: true, bodyParts })
    return parts.map(({ key, mimeType }) => ({
      mimeType,
      text: message?.bodyParts?.get(key.toLowerCase())?.toString('utf8') ?? '',
    }))
  }

  /** One message, from its beginning; null where it is not there any more. */
  async message(uid: number): Promise<Uint8Array | null> {
    const query = { uid: true, source: { start: 0, maxLength: largestMessage } }
    const [message] = await this.#fetched(String(uid), query)
    return message?.source ?? null
  }

  /** The message of this id (with its brackets), where numbers of before hold no more. */
  async find(messageId: string): Promise<number | null> {
    const asked = this.#client.search({ header: { 'Message-ID': messageId } }, { uid: true })
    const uids = await within(asked, patienceForSearch * this.#patience)
    return Array.isArray(uids) ? (uids.at(-1) ?? null) : null
  }

  /** Waits until something came, or so many milliseconds passed. */
  async untilNews(milliseconds: number): Promise<void> {
    if (!this.#isNews) {
      const news = Promise.withResolvers<void>()
      this.#wake = news.resolve
      const timer = setTimeout(news.resolve, milliseconds)
      theirs(this.#client.idle()).catch(news.reject)
      try {
        await news.promise
      } finally {
        clearTimeout(timer)
      }
    }
    this.#isNews = false
  }

  #fetched(
    range: string,
    query: Parameters<ImapFlow['fetchAll']>[1],
  ): Promise<FetchMessageObject[]> {
    return within(this.#client.fetchAll(range, query, { uid: true }), 3 * this.#patience)
  }
}
