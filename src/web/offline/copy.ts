import type { Brought, WantedFile } from './brought.ts'
import type { Entry } from './entry.ts'
import { leavesAfter, type Leaves, versionsOf } from './leaves.ts'
import type { Near } from './near-answers.ts'
import type { Beyond, NearPage, NearPerson, NearTalk } from './near-shapes.ts'
import { closed, entryOf } from './outbox.ts'
import { asInput, nameOfPage } from './page-names.ts'
import { afterParting, noNotes, noteIn, type TwoNotes } from './parted.ts'
import type { Sealer } from './seal.ts'
import { removeFiles } from './shelf-files.ts'
import type { Deed, Shelf } from './shelf.ts'
import { type TalkList, talksAfter } from './talk-list.ts'
import { inTurns } from './turns.ts'

/** What `notebook.near` answers. */
export interface NearAnswer {
  readonly account: string
  readonly mark: string
  readonly revision: number
  readonly whole: boolean
  /** The notebook went another way: a copy of it was brought back. Servers of an older version do not say. */
  readonly parted?: boolean
  /** Changes that landed and are not there any more. */
  readonly lost?: readonly string[]
  readonly people: readonly NearPerson[]
  readonly allPeople: boolean
  readonly peopleGone: readonly string[]
  readonly count: number
  readonly talks: readonly NearTalk[]
  readonly beyond: Beyond | null
  readonly allPages: boolean
  readonly pages: readonly NearPage[]
  readonly leaves: readonly { readonly name: string; readonly version: string }[]
  readonly leavesGone: readonly string[]
  readonly stale: readonly string[]
  readonly files: readonly WantedFile[] | null
}

/** What a device asks: from where on, whether what landed of it since is still there, and what it need not hear again. */
export interface NearInput {
  readonly since?: string
  readonly landed?: readonly string[] | undefined
  readonly has?: readonly string[]
}

export interface Copy {
  /** What to ask the server, with what landed since. */
  asks(entries: readonly Entry[]): Promise<NearInput>
  /** How far it was read; null before the first time. */
  mark(): Promise<string | null>
  /** Takes over what the server gave, all of it or nothing; what landed up to there is in it and is let go. */
  take(near: NearAnswer): Promise<void>
  /** The answer to an operation as far as this device knows it, with what waits on top; null where it does not. */
  answer(operation: string, input: unknown, entries: readonly Entry[]): Promise<unknown>
  clear(): Promise<void>
}

interface Everybody {
  readonly mark: string
  readonly count: number
  readonly people: readonly NearPerson[]
}

/** How the pages belong together, as whoever read up to this mark left them. */
interface Kept {
  readonly mark: string
  readonly leaves: Leaves
}

const everybodyName = 'everybody'
const talksName = 'talks'
const leavesName = 'leaves'
/** As many as the server looks up at once. */
const mostLanded = 500

/** The copy of what is recent and near, sealed, each answer under a name that tells nothing. */
export function createCopy(shelf: Shelf, sealer: Sealer, brought?: Brought): Copy {
  const everybodyKey = sealer.nameOf(everybodyName)
  const talksKey = sealer.nameOf(talksName)
  const leavesKey = sealer.nameOf(leavesName)
  const keyOf = (operation: string, input: unknown): string =>
    sealer.nameOf(nameOfPage(operation, input))
  const put = (key: string, value: unknown): Deed => ({
    put: 'copy',
    key,
    value: sealer.seal(JSON.stringify(value)),
  })

  async function read(key: string): Promise<unknown> {
    const sealed = await shelf.get('copy', key)
    const text = sealed && sealer.open(sealed)
    return text === null ? null : JSON.parse(text)
  }

  /** All its turns: far more than a page, so it lies among the files. */
  async function transcript(input: unknown): Promise<unknown> {
    const bytes = await brought?.read('transcript', String(asInput(input)['id']))
    return bytes ? JSON.parse(new TextDecoder().decode(bytes)) : null
  }

  async function everybody(): Promise<Everybody | null> {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- written by `take` below, and by nobody else
    return (await read(everybodyKey)) as Everybody | null
  }

  async function talks(): Promise<TalkList | null> {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- as above
    return (await read(talksKey)) as TalkList | null
  }

  /** Null before the first time, and where a window of an older build read on meanwhile: it says nothing of leaves. */
  async function leaves(): Promise<Leaves | null> {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- as above
    const kept = (await read(leavesKey)) as Kept | null
    return kept && kept.mark === (await everybody())?.mark ? kept.leaves : null
  }

  async function peopleAfter(near: NearAnswer): Promise<Everybody> {
    const before = near.whole || near.allPeople ? null : await everybody()
    const people = new Map(before?.people.map((one) => [one.id, one]))
    for (const id of near.peopleGone) people.delete(id)
    for (const one of near.people) people.set(one.id, one)
    return { mark: near.mark, count: near.count, people: [...people.values()] }
  }

  /** The notes that wait here, as they were read the last time and as they are now. */
  async function notesBefore(near: NearAnswer): Promise<(entry: Entry) => TwoNotes> {
    const known = new Map<string, TwoNotes>()
    for (const { operation, input, answer } of near.pages) {
      if (operation !== 'notes.show') continue
      const before = await read(keyOf(operation, input))
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- what the server answered to `notes.show`
      known.set(String(input['id']), { before, now: answer } as TwoNotes)
    }
    return (entry) => known.get(noteIn(entry)?.id ?? '') ?? noNotes
  }

  return {
    async asks(entries) {
      const [known, there] = [await everybody(), await leaves()]
      const landed = entries.flatMap((entry) => entry.landed?.change ?? []).slice(-mostLanded)
      return {
        ...(known && there ? { since: known.mark, has: versionsOf(there) } : {}),
        ...(landed.length > 0 ? { landed } : {}),
      }
    },
    mark: async () => (await everybody())?.mark ?? null,
    async take(near) {
      const isAnew = near.whole || near.allPages
      const before = isAnew ? {} : ((await leaves()) ?? {})
      const pages = await inTurns(near.pages, ({ leaf, operation, input, answer }) => {
        const key = keyOf(operation, input)
        return { leaf, key, deed: put(key, answer) }
      })
      const after = leavesAfter(before, { ...near, pages })
      const kept = new Set(Object.values(after).flatMap(({ keys }) => keys))
      const gone = Object.values(before).flatMap(({ keys }) => keys.filter((key) => !kept.has(key)))
      const deeds: Deed[] = [
        ...(isAnew ? [{ clear: 'copy' } as const] : []),
        ...gone.map((key): Deed => ({ remove: 'copy', key })),
        ...pages.map(({ deed }) => deed),
        put(everybodyKey, await peopleAfter(near)),
        put(talksKey, talksAfter(isAnew ? null : await talks(), near, after)),
        put(leavesKey, { mark: near.mark, leaves: after }),
      ]
      const notes = near.parted ? await notesBefore(near) : () => noNotes
      await shelf.change('outbox', (rows) => [
        ...rows
          .flatMap((row) => entryOf(sealer, row))
          .flatMap((entry): Deed[] => {
            const now = afterReading(entry, near, notes)
            if (now === null) {
              return [{ remove: 'outbox', key: entry.at }, ...removeFiles(entry.files)]
            }
            return now === entry
              ? []
              : [{ put: 'outbox', key: entry.at, value: closed(sealer, now) }]
          }),
        ...deeds,
      ])
    },
    async answer(operation, input, entries) {
      const known = await everybody()
      const near: Near = {
        page: (name, asked) =>
          name === 'transcripts.show' ? transcript(asked) : read(keyOf(name, asked)),
        people: known?.people ?? [],
        talks,
        count: known?.count ?? 0,
        isFilled: known !== null,
      }
      // It reads notes as the server does, and is brought when somebody is without one.
      const { answerWith } = await import('./near-answers.ts')
      return answerWith(near, { operation, input }, entries)
    },
    clear: () => shelf.change('copy', () => [{ clear: 'copy' }]),
  }
}

/** What becomes of an entry once this was read; null: it is in what was read, and is let go. */
function afterReading(
  entry: Entry,
  { parted, lost, revision }: NearAnswer,
  notes: (entry: Entry) => TwoNotes,
): Entry | null {
  const { slot, landed } = entry
  if (parted || (landed?.change && lost?.includes(landed.change))) {
    return afterParting(entry, notes(entry))
  }
  // While a page writes on in its slot, what landed there is what it writes on top of.
  const hasArrived = slot === null && landed !== null && (landed.revision ?? 0) <= revision
  return hasArrived ? null : entry
}
