import type { Bytes, FileSealer } from './file-seal.ts'
import type { Sealer } from './seal.ts'
import type { Deed, Shelf, Shelved } from './shelf.ts'

/** What stands beside the pages that are near, as `notebook.near` names it. */
export interface WantedFile {
  readonly kind: 'transcript' | 'picture'
  readonly id: string
  readonly version: string
  readonly size: number | null
}

/** In bytes: so much of each kind is kept, of the nearest conversations first. */
export const mostOfKind = { transcript: 20_000_000, picture: 60_000_000 } as const

/** Transcripts and pictures of near conversations, sealed, as far as there is room for them. */
export interface Brought {
  /** Whether it was ever said what is wanted here. */
  isTold(): Promise<boolean>
  /** From here on these are wanted, the nearest first; what is not, or reads otherwise by now, goes at once. */
  want(files: readonly WantedFile[]): Promise<void>
  /** What is wanted, has room, and is not here yet; the nearest first. */
  missing(): Promise<WantedFile[]>
  /** Null for what the server does not give: it is not asked for again. */
  put(file: WantedFile, bytes: Bytes | null): Promise<void>
  read(kind: WantedFile['kind'], id: string): Promise<Bytes | null>
  clear(): Promise<void>
}

interface There {
  readonly version: string
  readonly size: number
  /** Under which its bytes lie; null where there was no room for it. */
  readonly key: string | null
}

interface Index {
  readonly wanted: readonly WantedFile[]
  readonly there: Readonly<Record<string, There>>
}

const nothing: Index = { wanted: [], there: {} }

export function createBrought(shelf: Shelf, sealer: Sealer, fileSealer: FileSealer): Brought {
  const indexKey = sealer.nameOf('files that are near')

  function indexIn(rows: readonly Shelved[]): Index | null {
    const row = rows.find(({ key }) => key === indexKey)
    const text = row ? sealer.open(row.value) : null
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- it was closed by us, with our key
    return text === null ? null : (JSON.parse(text) as Index)
  }

  const index = async (): Promise<Index | null> => indexIn(await shelf.all('facts'))
  const keep = (next: Index): Deed => ({
    put: 'facts',
    key: indexKey,
    value: sealer.seal(JSON.stringify(next)),
  })

  return {
    isTold: async () => (await index()) !== null,
    want: (wanted) =>
      shelf.change('facts', (rows) => {
        const before = indexIn(rows) ?? nothing
        const there = withinRoom(wanted, withoutVain(wanted, before.there))
        return [...goneFrom(before.there, there), keep({ wanted, there })]
      }),
    async missing() {
      const { wanted, there } = (await index()) ?? nothing
      return withRoom(wanted, there).filter((file) => !isThere(file, there))
    },
    async put(file, bytes) {
      const key = sealer.nameOf(`${nameOf(file)} ${file.version}`)
      const sealed = bytes && (await fileSealer.seal(bytes, key))
      await shelf.change('facts', (rows) => {
        const now = indexIn(rows)
        // Signed out meanwhile, or not wanted any more: nothing of it stays.
        if (!now?.wanted.some((one) => isSame(one, file))) return []
        const one = { version: file.version, size: bytes?.length ?? 0, key: sealed && key }
        const all = { ...now.there, [nameOf(file)]: one }
        const there = withinRoom(now.wanted, all)
        const kept = there[nameOf(file)]?.key === key && sealed
        return [
          ...goneFrom(now.there, there),
          ...(kept ? [{ put: 'files', key, value: kept } as const] : []),
          keep({ ...now, there }),
        ]
      })
    },
    async read(kind, id) {
      const key = (await index())?.there[nameOf({ kind, id })]?.key
      const sealed = key ? await shelf.get('files', key) : null
      return sealed && key ? fileSealer.open(sealed, key) : null
    },
    clear: () =>
      shelf.change('facts', (rows) => [
        ...goneFrom((indexIn(rows) ?? nothing).there, {}),
        { remove: 'facts', key: indexKey },
      ]),
  }
}

function nameOf({ kind, id }: Pick<WantedFile, 'kind' | 'id'>): string {
  return `${kind} ${id}`
}

function isSame(one: WantedFile, other: WantedFile): boolean {
  return nameOf(one) === nameOf(other) && one.version === other.version
}

function isThere(file: WantedFile, there: Index['there']): boolean {
  return there[nameOf(file)]?.version === file.version
}

/** Those for which there is room, the nearest first; what is too large for what is left is passed over. */
function withRoom(wanted: readonly WantedFile[], there: Index['there']): WantedFile[] {
  const room: Record<WantedFile['kind'], number> = { ...mostOfKind }
  return wanted.filter((file) => {
    const size = isThere(file, there) ? there[nameOf(file)]?.size : file.size
    if ((size ?? 0) > room[file.kind]) return false
    room[file.kind] -= size ?? 0
    return true
  })
}

/** Without what could not be had before and may be had now, so that it is asked for once more. */
function withoutVain(wanted: readonly WantedFile[], there: Index['there']): Index['there'] {
  const roomy = new Set(withRoom(wanted, there).map(nameOf))
  const stays = ([name, { key }]: [string, There]): boolean => key !== null || !roomy.has(name)
  return Object.fromEntries(Object.entries(there).filter(stays))
}

/** What of all that is here stays; what is wanted and has no room is remembered without its bytes. */
function withinRoom(wanted: readonly WantedFile[], there: Index['there']): Index['there'] {
  const roomy = new Set(withRoom(wanted, there).map(nameOf))
  return Object.fromEntries(
    wanted.flatMap((file): [string, There][] => {
      const name = nameOf(file)
      const one = there[name]
      if (!one || one.version !== file.version) return []
      return [[name, roomy.has(name) ? one : { ...one, key: null }]]
    }),
  )
}

function goneFrom(before: Index['there'], after: Index['there']): Deed[] {
  const kept = new Set(Object.values(after).map(({ key }) => key))
  return Object.values(before).flatMap(({ key }): Deed[] =>
    key !== null && !kept.has(key) ? [{ remove: 'files', key }] : [],
  )
}
