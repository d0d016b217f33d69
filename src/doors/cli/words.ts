import type { Operation } from '../../kit/contract.ts'
import { isDay } from '../../kit/days.ts'
import { isId } from '../../kit/ids.ts'
import { type Flag, flagsOf } from './flags.ts'
import { UsageError } from './refusal.ts'
import { didYouMean } from './usage.ts'

/** What every command takes besides its own inputs. */
export interface Manner {
  json: boolean
  help: boolean
  version: boolean
  home: string | null
  zone: string | null
  key: string | null
  out: string | null
}

export const mannerFlags = {
  json: { takes: null, says: 'Print one JSON document' },
  home: { takes: 'DIR', says: 'Where the notebook is kept' },
  zone: { takes: 'ZONE', says: 'The zone of your clock, as Europe/Madrid' },
  'idempotency-key': { takes: 'KEY', says: 'The same key twice is one write' },
  out: { takes: 'FILE', says: 'Write the file there' },
  help: { takes: null, says: 'Say what can be asked' },
  version: { takes: null, says: 'Say which Sobremesa this is' },
} as const

type MannerFlag = keyof typeof mannerFlags

export interface Understood {
  readonly manner: Manner
  /** Inputs by the names that the operation gives them. */
  readonly input: Record<string, unknown>
  /** Files to look at, by input. */
  readonly files: ReadonlyMap<string, readonly string[]>
  /** The file (or `-`) that the operation's text is to be read from. */
  readonly textFile: string | null
}

/** Takes off the flags that stand before the command itself: `sobremesa --home DIR people find Ada`. */
export function mannerBefore(argv: readonly string[]): { manner: Manner; rest: string[] } {
  const manner = noManner()
  const rest = [...argv]
  while (rest[0] !== undefined && isFlag(rest[0])) takeManner(rest, manner)
  return { manner, rest }
}

export function understand(
  operation: Operation,
  words: readonly string[],
  manner: Manner,
): Understood {
  const rest = [...words]
  const flags = flagsOf(operation)
  const given = new Gathered()
  const loose: string[] = []
  while (rest.length > 0) {
    const word = rest[0] ?? ''
    if (word === '--') {
      loose.push(...rest.splice(0).slice(1))
    } else if (!isFlag(word)) {
      loose.push(word)
      rest.shift()
    } else if (!takeOwn(rest, flags, given)) {
      takeManner(rest, manner, flags)
    }
  }
  const textFile = place(operation, { flags, loose, given })
  if (manner.zone !== null && flags.some(({ input }) => input === 'zone')) {
    given.input['zone'] = manner.zone
  }
  return { manner, input: given.input, files: given.files, textFile }
}

class Gathered {
  readonly input: Record<string, unknown> = {}
  readonly files = new Map<string, string[]>()

  has(input: string): boolean {
    return this.input[input] !== undefined || this.files.has(input)
  }

  put(flag: Flag, text: string): void {
    if (flag.takes === 'files') {
      this.files.set(flag.input, [...(this.files.get(flag.input) ?? []), text])
    } else if (flag.several) {
      const before = this.input[flag.input]
      const values = valuesIn(flag, text)
      this.input[flag.input] = Array.isArray(before) ? [...before, ...values] : values
    } else {
      this.input[flag.input] = valueOf(flag, text)
    }
  }
}

function noManner(): Manner {
  return { json: false, help: false, version: false, home: null, zone: null, key: null, out: null }
}

function isFlag(word: string): boolean {
  return /^--[a-z]/i.test(word) || word === '-h'
}

function split(word: string): { name: string; value: string | null } {
  const at = word.indexOf('=')
  if (at < 0) return { name: word.slice(2), value: null }
  return { name: word.slice(2, at), value: word.slice(at + 1) }
}

/** Takes a flag that is the operation's own off the words; false when it is not. */
function takeOwn(rest: string[], flags: readonly Flag[], given: Gathered): boolean {
  const { name, value } = split(rest[0] ?? '')
  const flag = flags.find((one) => one.name === name)
  if (name === 'zone') return false
  if (!flag) return takeNo(rest, flags, given)
  rest.shift()
  if (flag.takes === 'nothing' && !flag.several) {
    if (value !== null && !/^(true|false)$/.test(value)) throw takesNothing(name)
    given.input[flag.input] = value !== 'false'
    return true
  }
  given.put(flag, value ?? following(rest, name))
  return true
}

/** `--no-dry-run` says no; `--no-place` empties what may be empty. */
function takeNo(rest: string[], flags: readonly Flag[], given: Gathered): boolean {
  const { name, value } = split(rest[0] ?? '')
  const flag = flags.find((one) => name === `no-${one.name}`)
  if (!flag || value !== null || !(flag.nullable || flag.takes === 'nothing')) return false
  rest.shift()
  given.input[flag.input] = flag.nullable ? null : false
  return true
}

function takeManner(rest: string[], manner: Manner, own: readonly Flag[] = []): void {
  const word = rest.shift() ?? ''
  const { name, value } = word === '-h' ? { name: 'help', value: null } : split(word)
  if (!isManner(name)) throw unknownFlag(name, own)
  if (mannerFlags[name].takes === null) {
    if (value !== null) throw takesNothing(name)
    Object.assign(manner, { [name]: true })
    return
  }
  const field = name === 'idempotency-key' ? 'key' : name
  Object.assign(manner, { [field]: value ?? following(rest, name) })
}

function isManner(name: string): name is MannerFlag {
  return Object.hasOwn(mannerFlags, name)
}

function following(rest: string[], name: string): string {
  const value = rest.shift()
  if (value !== undefined && !/^--[a-z]/i.test(value)) return value
  throw new UsageError(`--${name} needs a value`, `Write it as --${name}=VALUE`)
}

function takesNothing(name: string): UsageError {
  return new UsageError(`--${name} takes no value`, `Write --${name} alone`)
}

function unknownFlag(name: string, own: readonly Flag[]): UsageError {
  const known = [...own.map((flag) => flag.name), ...Object.keys(mannerFlags)]
  const hint = didYouMean(
    `--${name}`,
    known.map((one) => `--${one}`),
  )
  return new UsageError(`There is no flag --${name.slice(0, 60)}`, hint ?? 'See --help')
}

interface Placing {
  readonly flags: readonly Flag[]
  readonly loose: readonly string[]
  readonly given: Gathered
}

/** Gives the words without a flag to the inputs that are taken so; returns the file to read text from. */
function place(operation: Operation, { flags, loose, given }: Placing): string | null {
  const inputs = operation.positional.filter((name) => !given.has(name))
  const words = [...loose]
  let textFile: string | null = null
  for (const [at, name] of inputs.entries()) {
    const flag = flags.find(({ input }) => input === name)
    if (!flag || words.length === 0) continue
    if (name === operation.fromFile) textFile = words.shift() ?? null
    else for (const value of wordsFor(flag, words, at === inputs.length - 1)) given.put(flag, value)
  }
  if (words[0] !== undefined) throw tooMany(operation, words[0])
  const needed = inputs.filter((name) => flags.some((flag) => flag.input === name && flag.required))
  const missing = needed.find(
    (name) => !given.has(name) && !(name === operation.fromFile && textFile !== null),
  )
  if (missing !== undefined) throw tooFew(operation, missing)
  return textFile
}

/** The last input takes the rest: a list word by word, free words as one text. */
function wordsFor(flag: Flag, words: string[], last: boolean): string[] {
  if (last && flag.several) return words.splice(0)
  return last && flag.free ? [words.splice(0).join(' ')] : words.splice(0, 1)
}

function tooMany(operation: Operation, word: string): UsageError {
  const spoken = operation.name.replace('.', ' ')
  return new UsageError(
    `${spoken} does not know what to do with ${JSON.stringify(word.slice(0, 60))}`,
    `See sobremesa ${spoken} --help`,
  )
}

function tooFew(operation: Operation, missing: string): UsageError {
  const spoken = operation.name.replace('.', ' ')
  return new UsageError(`${spoken} needs ${missing}`, `See sobremesa ${spoken} --help`)
}

function valueOf(flag: Flag, text: string): unknown {
  if (flag.takes === 'json') return jsonOf(flag, text)
  if (flag.takes !== 'number') return text
  const number = Number(text)
  if (text.trim() !== '' && Number.isFinite(number)) return number
  throw new UsageError(`--${flag.name} needs a number`, `${JSON.stringify(text)} is none`)
}

/** Commas part ids, days and choices; in free words a comma is a comma. */
function valuesIn(flag: Flag, text: string): unknown[] {
  if (flag.takes === 'json') {
    const value = jsonOf(flag, text)
    return Array.isArray(value) ? value : [value]
  }
  const pieces = text.split(',')
  const plain = (piece: string) => isId(piece) || isDay(piece) || flag.choices.includes(piece)
  const some = pieces.length > 1 && pieces.every(plain) ? pieces : [text]
  return some.map((one) => valueOf(flag, one))
}

function jsonOf(flag: Flag, text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new UsageError(`--${flag.name} needs JSON`, `See what it holds with --help`)
  }
}
