import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createDecider, type Decider, type DeciderWorld } from './decider.ts'
import type { Pair } from './queue.ts'

const pair = (both: string): Pair => {
  const [a = '', b = ''] = both
  return { a, b }
}
const words = ({ a, b }: Pair): string => a + b

/** A server that notes what stands there, and refuses where it is told to. */
function stand(refuses: (deed: string) => boolean = () => false) {
  const standing: string[] = []
  const heard: string[] = []
  const said: string[] = []
  async function hear(deed: string): Promise<void> {
    await Promise.resolve()
    heard.push(deed)
    if (refuses(deed)) throw new Error(deed)
  }
  const world: DeciderWorld<Pair> = {
    async write(one, answer) {
      const deed = `${words(one)} ${answer}`
      await hear(deed)
      standing.push(deed)
      return deed
    },
    async takeBack(_, change) {
      await hear(`back ${change}`)
      standing.splice(standing.indexOf(change), 1)
    },
    onRefused: (_, one) => said.push(`refused ${words(one)}`),
    onStands: (_, one) => said.push(`stands ${words(one)}`),
  }
  return { standing, heard, said, decider: createDecider(world) }
}

const current = (decider: Decider<Pair>) => {
  const { current: one } = decider.view()
  return one && words(one)
}

test('an answer shows at once, and is written in the order in which it was given', async () => {
  const { decider, heard } = stand()
  decider.take(['ab', 'cd', 'ef'].map(pair))
  decider.answer('same')
  decider.answer('distinct')
  expect(current(decider)).toBe('ef')
  expect(decider.view()).toMatchObject({ left: 1, waiting: 2 })
  expect(decider.view().said).toHaveLength(2)
  expect(heard).toEqual([])
  await decider.settled()
  expect(heard).toEqual(['ab same', 'cd distinct'])
  expect(decider.view().waiting).toBe(0)
})

test('an answer taken back before it was sent is never sent', async () => {
  const { decider, heard } = stand()
  decider.take(['ab', 'cd'].map(pair))
  decider.answer('same')
  decider.answer('same')
  decider.undo()
  expect(current(decider)).toBe('cd')
  await decider.settled()
  expect(heard).toEqual(['ab same'])
})

test('an answer that the server has is taken back there too, and asked again at once', async () => {
  const { decider, standing, heard } = stand()
  decider.take(['ab', 'cd'].map(pair))
  decider.answer('same')
  await decider.settled()
  decider.undo()
  expect(current(decider)).toBe('ab')
  decider.answer('distinct')
  await decider.settled()
  expect(heard).toEqual(['ab same', 'back ab same', 'ab distinct'])
  expect(standing).toEqual(['ab distinct'])
})

test('a refused answer is said, and its pair comes again at the end, not under the fingers', async () => {
  let isAway = true
  const { decider, said, standing } = stand((deed) => isAway && deed.startsWith('ab'))
  decider.take(['ab', 'cd', 'ef'].map(pair))
  decider.answer('same')
  await decider.settled()
  expect(said).toEqual(['refused ab'])
  expect(current(decider)).toBe('cd')
  isAway = false
  decider.answer('same')
  decider.answer('same')
  expect(current(decider)).toBe('ab')
  decider.answer('same')
  await decider.settled()
  expect(standing).toEqual(['cd same', 'ef same', 'ab same'])
})

test('an answer that cannot be taken back stands, and that is said', async () => {
  const { decider, said } = stand((deed) => deed.startsWith('back'))
  decider.take(['ab', 'cd'].map(pair))
  decider.answer('same')
  await decider.settled()
  decider.undo()
  await decider.settled()
  expect(said).toEqual(['stands ab'])
  expect(current(decider)).toBe('cd')
})

test('what is left for later comes when it is asked for, and nothing is written about it', async () => {
  const { decider, heard } = stand()
  decider.take(['ab', 'cd'].map(pair))
  decider.answer('later')
  decider.answer('later')
  expect(decider.view()).toMatchObject({ current: null, left: 0, later: 2 })
  decider.again()
  expect(current(decider)).toBe('ab')
  decider.answer('later')
  decider.undo()
  expect(current(decider)).toBe('ab')
  await decider.settled()
  expect(heard).toEqual([])
})

test('pairs that are fetched anew keep their places; what is no question any more goes', () => {
  const { decider } = stand()
  decider.take(['ab', 'cd', 'ef'].map(pair))
  decider.answer('later')
  decider.take(['gh', 'ef', 'cd'].map(pair))
  expect(current(decider)).toBe('cd')
  expect(decider.view().coming.map(words)).toEqual(['ef', 'gh'])
  decider.take(['ef'].map(pair))
  expect(current(decider)).toBe('ef')
  decider.undo()
  expect(current(decider)).toBe('ab')
})

test('whatever one presses, and whatever the server refuses, it holds what the page shows', async () => {
  const press = fc.constantFrom('same', 'distinct', 'later', 'undo', 'again', 'wait')
  const presses = fc.array(press, { maxLength: 30 })
  await fc.assert(
    fc.asyncProperty(presses, fc.func(fc.boolean()), async (hand, refuses) => {
      const { decider, standing } = stand((deed) => refuses(deed) && !deed.startsWith('back'))
      decider.take(['ab', 'cd', 'ef', 'gh', 'ij'].map(pair))
      const shown: (string | null)[] = []
      for (const deed of hand) {
        if (deed === 'wait') await decider.settled()
        else if (deed === 'undo') decider.undo()
        else if (deed === 'again') decider.again()
        else decider.answer(deed === 'same' || deed === 'distinct' ? deed : 'later')
        shown.push(current(decider))
      }
      await decider.settled()
      const { left, later, said, waiting } = decider.view()
      const answered = said.length - later
      expect(left + later + answered).toBe(5)
      expect(waiting).toBe(0)
      expect(standing).toHaveLength(answered)
      expect(new Set(standing.map((deed) => deed.slice(0, 2))).size).toBe(answered)
    }),
    { numRuns: 300 },
  )
})
