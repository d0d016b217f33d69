import type { z } from 'zod'
import type { GivenFile, Operation } from '../../kit/contract.ts'
import type { Operations } from '../../operations/list.ts'
import { type CallOptions, post, type Wire } from './wire.ts'

type InputOf<O> =
  O extends Operation<infer Input extends z.ZodType> ? WithFiles<z.input<Input>> : never
type OutputOf<O> = O extends { output: infer Output extends z.ZodType } ? z.output<Output> : never

/** In a browser a file is one that the person chose; the door puts it where the operation finds it. */
type WithFiles<T> = T extends GivenFile
  ? File
  : T extends readonly (infer Item)[]
    ? Item extends GivenFile
      ? File[]
      : T
    : T extends object
      ? { [Name in keyof T]: Chosen<T[Name]> }
      : T

type Chosen<T> = T extends GivenFile ? File : T extends GivenFile[] ? File[] : T

/** One operation as a function; `operation` is its name, for the keys of a cache. */
export interface Verb<Input, Output> {
  (input: Input, options?: CallOptions): Promise<Output>
  readonly operation: string
}

type Answering = 'plain' | 'pure' | 'server'

/** Everything that answers at once: `client.people.find({ text: 'ruth' })`. Long work is begun by `startJob`. */
export type Client = {
  readonly [Noun in keyof Operations]: {
    readonly [
      Verb_ in keyof Operations[Noun] as WayOf<Operations[Noun][Verb_]> extends Answering
        ? Verb_
        : never
    ]: Verb<InputOf<Operations[Noun][Verb_]>, OutputOf<Operations[Noun][Verb_]>>
  }
}

type WayOf<O> = O extends { way: infer Way } ? Way : never

type Named<Way extends string> = {
  [Noun in keyof Operations]: {
    [
      Verb_ in keyof Operations[Noun] as WayOf<Operations[Noun][Verb_]> extends Way
        ? `${Noun}.${Verb_ & string}`
        : never
    ]: Operations[Noun][Verb_]
  }
}[keyof Operations]
type Flat<T> = (T extends unknown ? (known: T) => void : never) extends (known: infer All) => void
  ? All
  : never

/** Long work and files, by name: `contacts.import`, `contacts.export`. */
export type Jobs = Flat<Named<'job'>>
export type Files = Flat<Named<'file'>>
export type JobInput<Name extends keyof Jobs> = InputOf<Jobs[Name]>
export type JobOutput<Name extends keyof Jobs> = OutputOf<Jobs[Name]>
export type FileInput<Name extends keyof Files> = InputOf<Files[Name]>

type Plain = (input: unknown, options: CallOptions) => Promise<unknown>

/** What stands between the pages and the server: what this device keeps. */
export type Through = (asked: {
  readonly operation: string
  readonly input: unknown
  readonly options: CallOptions
  readonly plain: Plain
}) => Promise<unknown>

const straight: Through = ({ input, options, plain }) => plain(input, options)

/** `client.people.find({ … })` posts to `/api/people.find`; the types come from the list, no code is generated. */
export function createClient(wire: Wire, through: Through = straight): Client {
  const nouns = remembered((noun) =>
    remembered((verb) => {
      const operation = `${noun}.${verb}`
      const plain: Plain = async (input, options) =>
        (await post(wire, { ...options, operation, input })).json()
      const call = (input: unknown, options: CallOptions = {}): Promise<unknown> =>
        through({ operation, input, options, plain })
      return Object.assign(call, { operation })
    }),
  )
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a Proxy has the shape we say it has
  return nouns as unknown as Client
}

/** An object that makes each of its members once, when it is first asked for. */
function remembered<Member>(make: (name: string) => Member): Readonly<Record<string, Member>> {
  const known = new Map<string, Member>()
  return new Proxy<Record<string, Member>>(
    {},
    {
      get(_, name) {
        if (typeof name === 'symbol') return undefined
        const before = known.get(name)
        if (before !== undefined) return before
        const made = make(name)
        known.set(name, made)
        return made
      },
    },
  )
}
