import { uuidv7 } from '../../kit/ids.ts'
import { discard, findEntry, keep, nearAnswer } from '../offline/device.ts'
import { t } from '../words/words.ts'
import { noteConnection, standsUnreachable } from './connection.ts'
import { sendWaiting } from './in-step.ts'
import { isUnreachable, Refusal } from './refusal.ts'
import type { CallOptions } from './wire.ts'

/** What a page asks for, and the plain way to the server. */
export interface Asked {
  readonly operation: string
  readonly input: unknown
  readonly options: CallOptions
  /** What goes along beside the input, each under the member that it is. */
  readonly files?: readonly (readonly [field: string, file: File])[]
  readonly plain: (input: unknown, options: CallOptions) => Promise<unknown>
}

/** Writes that may wait on this device. The name of the member under which each makes an id of its own. */
const mayWait: Readonly<Record<string, string | null>> = {
  'conversations.capture': null,
  'conversations.plan': 'id',
  'conversations.change': null,
  'conversations.step': 'step',
  'conversations.finish': null,
  'conversations.remove': null,
  'conversations.attach': 'id',
  'transcripts.import': 'id',
  'notes.save': null,
  'people.add': 'id',
  'people.change': null,
  'people.label': null,
  'people.place': null,
  'consent.answer': null,
  'promises.settle': null,
  'letters.keep': null,
  'letters.sent': null,
  'fields.add': 'id',
  'fields.ask': 'id',
  'places.add': null,
}

/** Where the answer to a write that waits is near, a page goes on with that. */
const shownAs: Readonly<Record<string, string>> = {
  'conversations.plan': 'conversations.show',
  'conversations.change': 'conversations.show',
  'conversations.step': 'conversations.show',
  'people.add': 'people.show',
}

/** Milliseconds that a person waits for an answer before the line is said to be kept here. */
const patience = 3000
/** And for the answer to one that has a file with it. */
const patienceWithFiles = 10_000
/** Where nobody answered the last time, less. */
const impatience = 300
/** And before what is near is shown instead of what does not come. */
const readingPatience = 4000

const keptHere = 'kept.here'
const notNear = 'near.unknown'

/** It is safe on this device, and goes out by itself: no failure, though there is no answer yet. */
export function isKeptHere(error: unknown): boolean {
  return error instanceof Refusal && error.code === keptHere
}

/** Every call of every page goes through here; pages know of no network. */
export async function through(asked: Asked): Promise<unknown> {
  if (asked.operation in mayWait) return write(asked)
  return nearable.has(asked.operation) ? read(asked) : asked.plain(asked.input, asked.options)
}

const nearable: ReadonlySet<string> = new Set([
  'today.show',
  'settings.show',
  'topics.list',
  'people.labels',
  'people.list',
  'people.find',
  'people.show',
  'people.between',
  'conversations.list',
  'conversations.show',
  'conversations.next',
  'conversations.brief',
  'notes.show',
  'letters.draft',
  'transcripts.list',
  'transcripts.show',
  'attachments.list',
  'fields.list',
  'fields.show',
  'places.list',
  'places.show',
  'introductions.list',
  'introductions.show',
  'introductions.letter',
  'asking.whom',
  'asking.month',
])

async function read({ operation, input, options, plain }: Asked): Promise<unknown> {
  const soonest = isAway() ? await nearAnswer(operation, input) : null
  if (soonest !== null) return soonest
  try {
    return await plain(input, withinPatience(options))
  } catch (error) {
    if (options.signal?.aborted || !(isUnreachable(error) || isTimeUp(error))) throw error
    noteConnection('unreachable')
    const near = await nearAnswer(operation, input)
    if (near !== null) return near
    if (isTimeUp(error)) return plain(input, options)
    throw new Refusal(t('offline.notNear'), { code: notNear, mend: t('offline.notNearMend') })
  }
}

function isAway(): boolean {
  return !navigator.onLine || standsUnreachable()
}

function withinPatience(options: CallOptions): CallOptions {
  const late = AbortSignal.timeout(readingPatience)
  return { ...options, signal: options.signal ? AbortSignal.any([options.signal, late]) : late }
}

function isTimeUp(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'TimeoutError'
}

/** On this device's disk first, then on its way; with an answer if that comes soon. */
async function write({ operation, input, options, files = [], plain }: Asked): Promise<unknown> {
  const key = options.key ?? crypto.randomUUID()
  const whole = withOwnId(operation, input)
  const kept = await onDevice(() =>
    keep(operation, whole, { key, slot: options.slot ?? null, files }),
  )
  if (!kept) return plain(whole, { ...options, key })
  const sending = sendWaiting()
  const usual = files.length > 0 ? patienceWithFiles : patience
  const soon = isAway() ? impatience : usual
  await Promise.race([sending, new Promise((resolve) => setTimeout(resolve, soon))])
  const entry = await findEntry(key)
  // Another window sent it and has let go of it: the same key brings the same answer.
  if (!entry) return plain(whole, { ...options, key })
  if (entry.landed) {
    if (entry.landed.change !== null) options.onChange?.(entry.landed.change)
    return entry.landed.result
  }
  if (entry.refused) {
    // Who is here hears it, and has the words still on the screen: it need not wait for them.
    await discard(key)
    const { sentence, code, safe, mend } = entry.refused
    throw new Refusal(sentence, { code, status: 422, safe, mend })
  }
  const shown = await shownMeanwhile(operation, whole)
  if (shown !== null) return shown
  throw new Refusal(t('offline.kept'), { code: keptHere })
}

/** What a browser that cannot write it down says, in words: nothing was kept, and it is still on the screen. */
async function onDevice<T>(keeping: () => Promise<T>): Promise<T> {
  try {
    return await keeping()
  } catch (error) {
    if (!(error instanceof DOMException)) throw error
    const [sentence, mend] =
      error.name === 'QuotaExceededError'
        ? [t('offline.noRoom'), t('offline.noRoomMend')]
        : [t('offline.notKept'), t('offline.notKeptMend')]
    throw new Refusal(sentence, { code: 'device.unable', mend })
  }
}

function withOwnId(operation: string, input: unknown): unknown {
  const name = mayWait[operation]
  if (!name || typeof input !== 'object' || input === null || name in input) return input
  return { ...input, [name]: uuidv7(Date.now(), crypto.getRandomValues(new Uint8Array(10))) }
}

async function shownMeanwhile(operation: string, input: unknown): Promise<unknown> {
  const reading = shownAs[operation]
  if (!reading || typeof input !== 'object' || input === null || !('id' in input)) return null
  const near = await nearAnswer(reading, { id: input.id })
  if (typeof near !== 'object' || near === null) return null
  const step = 'step' in input ? { step: input.step } : {}
  return { ...near, ...step, ...(operation === 'people.add' ? { twins: [] } : {}) }
}
