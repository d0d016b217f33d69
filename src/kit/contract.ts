import { z } from 'zod'
import type { ProblemCode } from './problem.ts'

/**
 * What a key may open. `notebook:off-record` is needed to see lines said off the record; a program
 * that speaks for the owner (MCP) is not given it. `mail:send` is needed to let a letter go, and
 * `mail:read` to have an answer fetched out of the mailbox: the owner's own hand has them, a program only where its key was
 * given them by name.
 */
export const rights = [
  'notebook:read',
  'notebook:write',
  'notebook:off-record',
  'access:manage',
  'mail:send',
  'mail:read',
] as const
export type Right = (typeof rights)[number]

/** One thing Sobremesa can do, as data: what the doors, the client and the reference are made from. */
export interface Operation<
  Input extends z.ZodType = z.ZodType,
  Output extends z.ZodType = z.ZodType,
  Way extends OperationWay = OperationWay,
  Effect extends OperationEffect = OperationEffect,
> {
  readonly name: `${string}.${string}`
  readonly summary: string
  readonly kind: Effect
  readonly right: Right
  readonly input: Input
  readonly output: Output
  readonly refuses: readonly ProblemCode[]
  /**
   * - `plain`: answers at once, in one transaction.
   * - `job`: runs long; every door can start, watch and stop it.
   * - `file`: answers with a file, sent as it is made.
   * - `pure`: needs no notebook at all.
   * - `server`: about the server itself: its jobs, its keys.
   */
  readonly way: Way
  /** Inputs that the command takes without a flag, in order; the last may be a list and take the rest. */
  readonly positional: readonly string[]
  /** Whether it is done for good: no change of it can be taken back. */
  readonly forGood: boolean
  /** The input that the command reads from a file it is given by name (or `-`). */
  readonly fromFile: string | null
  /** A write asked with these inputs leaves nothing behind: it is a read, and its key is not kept either. */
  readonly tracelessWith: Readonly<Record<string, string>> | null
}

export type OperationEffect = 'read' | 'write'
export type OperationWay = 'plain' | 'job' | 'file' | 'pure' | 'server'

export type Contract = Readonly<Record<string, Operation>>

type Given<O extends Operation> = Omit<O, Usual> & Partial<Pick<O, Usual>>
type Usual = 'way' | 'positional' | 'forGood' | 'fromFile' | 'refuses' | 'tracelessWith'

export function operation<
  Input extends z.ZodType,
  Output extends z.ZodType,
  Effect extends OperationEffect,
  Way extends OperationWay = 'plain',
>(definition: Given<Operation<Input, Output, Way, Effect>>): Operation<Input, Output, Way, Effect> {
  return Object.freeze({
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- without a way, Way is its default
    way: 'plain' as Way,
    positional: [],
    forGood: false,
    fromFile: null,
    tracelessWith: null,
    refuses: [],
    ...definition,
  })
}

/**
 * A file that a door holds for an operation: the command gives the path of the person's own file, HTTP the path of
 * an upload that is removed afterwards. `name` is what the person calls it.
 */
export const fileShape = z
  .object({ name: z.string(), path: z.string(), size: z.number() })
  .meta({ id: 'File', description: 'A file' })
export type GivenFile = z.output<typeof fileShape>

/** What an operation of the way `file` answers with. */
export interface SentFile {
  readonly name: string
  readonly mediaType: string
  /** Text, or the bytes of what is no text; a file is wholly the one or the other. */
  readonly text: AsyncIterable<string | Uint8Array>
}
export const sentFileShape = z.custom<SentFile>().meta({ id: 'SentFile' })
