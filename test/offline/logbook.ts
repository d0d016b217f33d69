import type { Loose } from '../crash/wire.ts'

export type Ask = (operation: string, input: object) => Promise<Loose>

/** What was written in a storm, by a word that stands nowhere else; each must be there once in the end. */
export interface Logbook {
  readonly once: Set<string>
  /** What was not on a disk yet when the device was killed: it may be gone, and is not there twice. */
  readonly atMostOnce: Set<string>
  /** On the line that both devices write on: at least once, as both versions of it are kept. */
  readonly common: Set<string>
  readonly people: Set<string>
  readonly talks: Set<string>
  /** By the names of their files. */
  readonly photos: Set<string>
}

export function emptyLogbook(): Logbook {
  return {
    once: new Set(),
    atMostOnce: new Set(),
    common: new Set(),
    people: new Set(),
    talks: new Set(),
    photos: new Set(),
  }
}

/** What the server has not, or has twice, each with the lines in which it stands. */
export async function faultsIn(
  ask: Ask,
  book: Logbook,
  talks: readonly string[],
): Promise<readonly unknown[]> {
  const ids = new Set([...talks, ...(await allTalks(ask))])
  const texts: string[] = []
  for (const id of ids) {
    texts.push((await ask('notes.show', { kind: 'conversation', id, offRecord: true })).text)
  }
  const all = texts.join('\n')
  const lines = all.split('\n')
  const times = (word: string): number => all.split(word).length - 1
  const told = (word: string) => ({ word, stands: lines.filter((line) => line.includes(word)) })
  return [
    ...[...book.once].filter((word) => times(word) !== 1).map(told),
    ...[...book.atMostOnce].filter((word) => times(word) > 1).map(told),
    ...[...book.common].filter((word) => times(word) === 0).map(told),
    ...(await peopleAmiss(ask, book.people)),
    ...[...book.talks].filter((talk) => !ids.has(talk)).map((talk) => ({ talk })),
    ...(await photosAmiss(ask, book.photos, ids)),
  ]
}

async function allTalks(ask: Ask): Promise<string[]> {
  const ids: string[] = []
  let after: string | undefined
  do {
    const page = await ask('conversations.list', { limit: 100, ...(after ? { after } : {}) })
    ids.push(...page.conversations.map(({ id }: { id: string }) => id))
    after = page.next ?? undefined
  } while (after)
  return ids
}

async function photosAmiss(
  ask: Ask,
  names: ReadonlySet<string>,
  talks: ReadonlySet<string>,
): Promise<unknown[]> {
  if (names.size === 0) return []
  const there: string[] = []
  for (const conversation of talks) {
    const { attachments } = await ask('attachments.list', { conversation })
    there.push(...attachments.map(({ name }: { name: string }) => name))
  }
  return [...new Set([...names, ...there])]
    .map((photo) => ({ photo, count: there.filter((name) => name === photo).length }))
    .filter(({ count }) => count !== 1)
}

async function peopleAmiss(ask: Ask, names: ReadonlySet<string>): Promise<unknown[]> {
  const amiss: unknown[] = []
  for (const name of names) {
    const { people } = await ask('people.find', { text: name, limit: 10 })
    const count = people.filter((one: { name: string }) => one.name === name).length
    if (count !== 1) amiss.push({ name, count })
  }
  return amiss
}
