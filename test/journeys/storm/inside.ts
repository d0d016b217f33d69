import {
  entriesNow,
  flush,
  keep,
  nearAnswer,
  nearMark,
  openDevice,
} from '../../../src/web/offline/device.ts'

/**
 * The offline half of the app once more in the same window, as another window of the device would have it: it shares
 * the disk, the locks and the channel with the app, and nothing else.
 */
const inside = {
  async keep(operation: string, input: object): Promise<void> {
    await openDevice()
    await keep(operation, input, { key: crypto.randomUUID() })
  },
  async flush(): Promise<boolean> {
    return flush()
  },
  /** The texts of notes that wait or landed here, as one. */
  async heldNotes(): Promise<string> {
    await openDevice()
    const notes = (await entriesNow()).filter(({ operation }) => operation === 'notes.save')
    return notes.map(({ held, input }) => `${held ?? ''} ${JSON.stringify(input)}`).join('\n')
  },
  /** What the server does not have: how many wait, and why others do not. */
  async unsent(): Promise<unknown[]> {
    await openDevice()
    const left = (await entriesNow()).filter(({ landed }) => landed === null)
    return left.map(({ operation, input, refused }) => ({ operation, input, refused }))
  },
  async answers(asked: readonly (readonly [string, object])[]): Promise<unknown[]> {
    await openDevice()
    await entriesNow()
    const answers: unknown[] = []
    for (const [operation, input] of asked) answers.push(await nearAnswer(operation, input))
    return answers
  },
  async mark(): Promise<string | null> {
    await openDevice()
    return nearMark()
  },
}

export type Inside = typeof inside

Reflect.set(globalThis, 'inside', inside)
