import type { z } from 'zod'
import type { Contract, Operation, Right } from '../kit/contract.ts'
import type { Day, Instant } from '../kit/days.ts'
import type { AccountId, Id, JobId, OwnerId } from '../kit/ids.ts'
import type { Database, Store } from './database/database.ts'
import type { Recorder } from './database/recorder.ts'
import type { Vault } from './vault.ts'

/** By which way in somebody came; `link` is the page of somebody the owner speaks with. */
export type Door = 'web' | 'api' | 'command' | 'mcp' | 'clock' | 'link'

/** Who asks, through which door, and what they may do. */
export interface Caller {
  readonly account: AccountId
  readonly owner: OwnerId
  readonly rights: ReadonlySet<Right>
  readonly door: Door
  /** "Chromium on Linux", "command": what the log says about where a change was made. */
  readonly device: string
  /** The id of the browser or key that asks, as `access list` shows it; null for the command. */
  readonly listedAs: string | null
  /** The zone of the device; the day of a write is fixed by it. */
  readonly zone: string | null
  /** When a device without network did what it sends only now; the day of a write is fixed by it. */
  readonly doneAt?: Instant
  /** What the clock of the device said as it was sent: by it a clock that is wrong is set right. */
  readonly sentAt?: Instant
}

/** The clock and the dice. They come in here, so tests decide them. */
export interface World {
  now(): Instant
  random(bytes: number): Uint8Array
}

interface Common {
  readonly owner: OwnerId
  readonly caller: Caller
  readonly zone: string
  now(): Instant
  today(): Day
  newId<Kind extends string>(kind: Kind): Id<Kind>
}

/** For an operation that reads: a snapshot of the notebook. */
export interface Reading extends Common {
  readonly db: Database
}

/** For an operation that writes: everything in one transaction, and every change through the recorder. */
export interface Writing extends Reading {
  readonly record: Recorder
}

export interface Progress {
  readonly done: number
  readonly total: number | null
  /** What is going on, in a few words: "Reading google.csv". */
  readonly words: string
}

/** For long work: no transaction is held open; it reads and writes in slices, and can be told to stop. */
export interface Working extends Common {
  readonly job: JobId | null
  readonly stopped: AbortSignal
  read<T>(work: (ctx: Reading) => Promise<T>): Promise<T>
  write<T>(work: (ctx: Writing) => Promise<T>): Promise<T>
  progress(progress: Progress): Promise<void>
  /** After something was removed for good: what a file still holds of it is overwritten. */
  sweep(): Promise<boolean>
}

/** For what is about the server itself: its jobs, who may come in. */
export interface Serving extends Common {
  readonly engine: Engine
}

/** For what needs no notebook: `notes understand` and the like. */
export type Alone = Record<never, never>

type ContextOf<O extends Operation> = O['way'] extends 'pure'
  ? Alone
  : O['way'] extends 'server'
    ? Serving
    : O['way'] extends 'job' | 'file'
      ? Working
      : O['kind'] extends 'write'
        ? Writing
        : Reading

/** A store, with a clock, dice and a vault: all that is needed to do something in a notebook. */
export interface Engine {
  readonly store: Store
  readonly world: World
  /** The zone of callers who do not say theirs: an IANA name. */
  readonly zone: string
  /** For secrets, which the database alone must not give away. */
  readonly vault: Vault
}

export type Handlers<C extends Contract> = {
  readonly [Verb in keyof C]: (
    input: z.output<C[Verb]['input']>,
    ctx: ContextOf<C[Verb]>,
  ) => Promise<z.input<C[Verb]['output']>>
}
