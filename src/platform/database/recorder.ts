import type { OwnerId } from '../../kit/ids.ts'
import type { Database } from './database.ts'
import { insertAll } from './inserts.ts'
import { type Kept, type Kind, loadAll, store } from './things.ts'

/** What a write did, as the log keeps it. */
export interface Change {
  readonly kind: string
  readonly id: string
  readonly before: string | null
  readonly after: string | null
}

/**
 * The one way to change a notebook. It holds one revision, notes each thing as it was and as it is,
 * and keeps quiet about what did not change.
 */
export class Recorder {
  readonly #db: Database
  readonly #owner: OwnerId
  readonly revision: number
  readonly #changes: Change[] = []
  /** The revision of the write that this one takes back, if it does. */
  undoes: number | null = null

  constructor(db: Database, owner: OwnerId, revision: number) {
    this.#db = db
    this.#owner = owner
    this.revision = revision
  }

  get changed(): number {
    return this.#changes.length
  }

  /** What was done so far to things of this kind, in order; a thing may have changed several times. */
  changesOf(kind: { readonly name: string }): Change[] {
    return this.#changes.filter((change) => change.kind === kind.name)
  }

  async keep<Doc>(kind: Kind<Doc>, id: string, doc: Doc | null): Promise<void> {
    await this.keepAll(kind, new Map([[id, doc]]))
  }

  async keepAll<Doc>(kind: Kind<Doc>, things: Kept<Doc>): Promise<void> {
    const before = await loadAll(this.#db, this.#owner, kind, [...things.keys()])
    const changed = new Map<string, Doc | null>()
    const texts = new Map<string, string>()
    for (const [id, doc] of things) {
      const was = before.has(id) ? JSON.stringify(before.get(id)) : null
      const is = doc === null ? null : JSON.stringify(doc)
      if (was === is) continue
      changed.set(id, doc)
      if (is !== null) texts.set(id, is)
      this.#changes.push({ kind: kind.name, id, before: was, after: is })
    }
    if (changed.size === 0) return
    const change = { revision: this.revision, things: changed, texts }
    await store(this.#db, this.#owner, kind, change)
  }

  /** Brings indexes in line with documents that did not change themselves, as when a step moves a conversation on. */
  async refresh<Doc>(kind: Kind<Doc>, ids: readonly string[]): Promise<void> {
    const found = await loadAll(this.#db, this.#owner, kind, ids)
    await kind.index(this.#db, this.#owner, found)
  }

  /** What is removed for good leaves that it was there, and not a word of what it said. */
  forget(ids: readonly string[]): void {
    const gone = new Set(ids)
    for (const [at, change] of this.#changes.entries()) {
      if (gone.has(change.id)) this.#changes[at] = { ...change, before: null, after: null }
    }
  }

  /** Called once, at the end of the transaction, by the one who began it. */
  async writeLog(): Promise<void> {
    const rows = this.#changes.map((change, ordinal) => ({
      owner_id: this.#owner,
      revision: this.revision,
      ordinal,
      ...change,
    }))
    await insertAll(this.#db, { name: 'into the log' }, rows, (some) =>
      this.#db.insertInto('changes').values(some),
    )
  }
}
