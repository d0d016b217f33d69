import { deleteDB, openDB } from 'idb'
import { fileSealerFrom } from '../../../src/web/offline/file-seal.ts'
import { nameOfPage } from '../../../src/web/offline/page-names.ts'
import { sealerFrom } from '../../../src/web/offline/seal.ts'

/** What an older build left behind in this browser. */
export interface Left {
  /** Of its database: 1 knew neither files nor shared things, 2 no records of drafts. */
  readonly version: 1 | 2
  /** Writes on their way, in the shape of that build. */
  readonly entries: readonly object[]
  readonly files: readonly { readonly key: string; readonly base64: string }[]
  /** Its copy: how far it had read, and a page. */
  readonly mark: string
  readonly page: { readonly operation: string; readonly input: object; readonly answer: unknown }
}

/**
 * In place of the database of this browser, one as an older build made it, sealed with the key that is there: those
 * builds had the same.
 */
async function leave({ version, entries, files, mark, page }: Left): Promise<void> {
  const places = await openDB('sobremesa')
  const id: string = await places.get('open', 'now')
  const { wrapping, nonce, wrapped } = await places.get('places', id)
  places.close()
  const unwrapped = await crypto.subtle.decrypt({ name: 'AES-GCM', iv: nonce }, wrapping, wrapped)
  const secret = new Uint8Array(unwrapped)
  const sealer = sealerFrom(secret, (bytes) => crypto.getRandomValues(new Uint8Array(bytes)))
  const name = `sobremesa-${id}`
  await deleteDB(name)
  const db = await openDB(name, version, {
    upgrade(made) {
      made.createObjectStore('outbox', { autoIncrement: true })
      for (const table of ['copy', 'facts']) made.createObjectStore(table)
      if (version === 2) for (const table of ['shared', 'files']) made.createObjectStore(table)
    },
  })
  const sealed = (value: unknown): Uint8Array => sealer.seal(JSON.stringify(value))
  for (const entry of entries) await db.add('outbox', sealed(entry))
  const fileSealer = fileSealerFrom(secret)
  for (const { key, base64 } of files) {
    const bytes = Uint8Array.from(atob(base64), (sign) => sign.codePointAt(0) ?? 0)
    await db.put('files', await fileSealer.seal(bytes, key), key)
  }
  await db.put('copy', sealed({ mark, count: 0, people: [] }), sealer.nameOf('everybody'))
  const pageKey = sealer.nameOf(nameOfPage(page.operation, page.input))
  await db.put('copy', sealed(page.answer), pageKey)
  db.close()
}

Reflect.set(globalThis, 'leave', leave)
