import { expect, test } from 'vitest'
import { mergedText } from '../offline/merged-text.ts'
import {
  createNoteKeeper,
  type Draft,
  type KeeperWorld,
  type KeptNote,
  type Pending,
} from './note-keeper.ts'

const unreachable = new Error('nobody answers')

/** A server, a clock and a browser that a test leads by hand. */
function stand({
  draft = null,
  mayReplace = false,
}: { draft?: Draft | null; mayReplace?: boolean } = {}) {
  const held: Pending[] = []
  const sent: Pending[] = []
  const answers: ((answer: KeptNote | Error) => void)[] = []
  const timers = new Map<number, { at: number; deed: () => void }>()
  const kept: { draft: Draft | null } = { draft }
  let now = 0
  let count = 0
  const world: KeeperWorld = {
    save(pending) {
      sent.push(pending)
      return new Promise((resolve, reject) => {
        answers.push((answer) => (answer instanceof Error ? reject(answer) : resolve(answer)))
      })
    },
    hold: async (pending, later) => {
      held.push(later)
      return mayReplace ? later : pending
    },
    isUnreachable: (error) => error === unreachable,
    drafts: {
      edit: (_edits, whole) => (kept.draft = whole()),
      write: (written) => (kept.draft = written),
      clear: () => (kept.draft = null),
    },
    newKey: () => `key ${++count}`,
    now: () => now,
    later(milliseconds, deed) {
      const id = ++count
      timers.set(id, { at: now + milliseconds, deed })
      return () => timers.delete(id)
    },
  }
  const keeper = createNoteKeeper({ text: 'one', revision: 1, beside: 0 }, draft, world)
  return {
    keeper,
    // Whoever reads what the keeper shows reads the text as well.
    view: () => ({ ...keeper.view(), text: keeper.text() }),
    held,
    sent,
    kept,
    pass: async (milliseconds: number) => {
      now += milliseconds
      for (const [id, { at, deed }] of timers) {
        if (at <= now && timers.delete(id)) deed()
      }
      await settled()
    },
    answer: async (answer: KeptNote | Error) => {
      answers.shift()?.(answer)
      await settled()
    },
  }
}

async function settled(): Promise<void> {
  for (let turn = 0; turn < 10; turn++) await Promise.resolve()
}

test('a key is in this browser before anything is sent, and goes when the server has it', async () => {
  const { keeper, view, sent, kept, pass, answer } = stand()
  keeper.type('one two')
  expect(kept.draft).toEqual({ text: 'one two', since: 1, pending: null })
  expect(sent).toEqual([])
  await pass(800)
  expect(sent).toMatchObject([{ text: 'one two', since: 1 }])
  expect(view().keeping).toBe('saving')
  await answer({ text: 'one two', revision: 2, beside: 0 })
  expect(view().keeping).toBe('kept')
  expect(kept.draft).toBe(null)
})

test('who writes without a pause is kept all the same', async () => {
  const { keeper, sent, pass } = stand()
  for (let letter = 0; letter < 11; letter++) {
    keeper.type(`one ${'x'.repeat(letter + 1)}`)
    await pass(500)
  }
  expect(sent).toHaveLength(1)
})

test('a save that nobody answered is sent again as it was, with the same key', async () => {
  const { keeper, view, sent, kept, pass, answer } = stand()
  keeper.type('one two')
  await pass(800)
  await answer(unreachable)
  expect(view().keeping).toBe('unreachable')
  keeper.type('one two three')
  expect(view().keeping).toBe('unreachable')
  expect(kept.draft?.text).toBe('one two three')
  await pass(3000)
  expect(sent[1]).toEqual(sent[0])
  await answer({ text: 'one two', revision: 2, beside: 0 })
  await pass(800)
  expect(sent[2]).toMatchObject({ text: 'one two three', since: 2 })
})

test('what was typed while a save was under way follows it from its revision', async () => {
  const { keeper, sent, pass, answer } = stand()
  keeper.type('one\ntwo')
  await pass(800)
  keeper.type('one\ntwo\nthree')
  await pass(800)
  expect(sent).toHaveLength(1)
  await answer({ text: 'one\ntwo', revision: 5, beside: 0 })
  await pass(800)
  expect(sent[1]).toMatchObject({ text: 'one\ntwo\nthree', since: 5 })
})

test('lines of another device come in, and those typed meanwhile stay', async () => {
  const { keeper, view, pass, answer } = stand()
  keeper.type('one\nmine')
  await pass(800)
  keeper.type('one\nmine\nand more')
  await answer({ text: 'theirs\none\nmine', revision: 7, beside: 0 })
  expect(view().text).toBe('theirs\none\nmine\nand more')
})

test('a page that was closed too early finds its words again', async () => {
  const pending = { text: 'one two', since: 1, key: 'before' }
  const { view, sent, pass, answer } = stand({
    draft: { text: 'one two three', since: 1, pending },
  })
  expect(view()).toMatchObject({ text: 'one two three', recovered: true })
  await pass(0)
  expect(sent).toEqual([pending])
  await answer({ text: 'one two', revision: 2, beside: 0 })
  expect(view().recovered).toBe(false)
  await pass(800)
  expect(sent[1]).toMatchObject({ text: 'one two three', since: 2 })
})

test('a draft that the server has already is no draft', () => {
  const { view } = stand({ draft: { text: 'one', since: 1, pending: null } })
  expect(view()).toMatchObject({ keeping: 'kept', recovered: false })
})

test('what the server would not take stays here, and says so', async () => {
  const { keeper, view, kept, pass, answer } = stand()
  keeper.type('far too long')
  await pass(800)
  await answer(new Error('A note holds so many lines'))
  expect(view().keeping).toBe('refused')
  expect(kept.draft?.text).toBe('far too long')
  keeper.type('shorter')
  await pass(800)
  await answer({ text: 'shorter', revision: 2, beside: 0 })
  expect(view().keeping).toBe('kept')
})

test('a reading from the server is taken over only while nothing waits here', () => {
  const { keeper, view } = stand()
  keeper.seen({ text: 'one, from the phone', revision: 3, beside: 0 })
  expect(view().text).toBe('one, from the phone')
  keeper.seen({ text: 'an old reading', revision: 2, beside: 0 })
  expect(view().text).toBe('one, from the phone')
  keeper.type('mine')
  keeper.seen({ text: 'theirs', revision: 9, beside: 0 })
  expect(view().text).toBe('mine')
})

test('finishing waits until everything is there, and says when it is not', async () => {
  const { keeper, answer } = stand()
  keeper.type('one two')
  const first = keeper.flush()
  await answer(unreachable)
  expect(await first).toBe(false)
  const second = keeper.flush()
  await answer({ text: 'one two', revision: 2, beside: 0 })
  expect(await second).toBe(true)
})

test('the same line changed on both sides stands there twice, and nothing is lost', () => {
  const merged = mergedText('a\nb', 'a\nb, as I heard it', 'a\nb, as she told it')
  expect(merged.split('\n')).toEqual(['a', 'b, as she told it', 'b, as I heard it'])
})

test('what is written on while nobody answers is held on the device, and takes the place of what never left', async () => {
  const { keeper, view, held, sent, pass, answer } = stand({ mayReplace: true })
  keeper.type('one two')
  await pass(800)
  await answer(unreachable)
  keeper.type('one two three')
  await pass(3000)
  expect(held).toMatchObject([{ text: 'one two three', since: 1 }])
  expect(sent.at(-1)).toEqual(held[0])
  await answer({ text: 'one two three', revision: 2, beside: 0 })
  expect(view().keeping).toBe('kept')
})

test('what was held behind a save that had left follows it under its own key, on top of what came back', async () => {
  const { keeper, view, held, sent, pass, answer } = stand()
  keeper.type('one two')
  await pass(800)
  await answer(unreachable)
  keeper.type('one two three')
  await pass(3000)
  expect(sent.at(-1)).toMatchObject({ text: 'one two' })
  const [later] = held
  if (!later) throw new Error('nothing was held')
  const next = { text: 'zero\none two three', since: 5, key: later.key }
  await answer({ text: 'zero\none two', revision: 5, beside: 0, next })
  expect(view()).toMatchObject({ text: 'zero\none two three', keeping: 'writing' })
  await pass(800)
  expect(sent.at(-1)).toEqual(next)
  await answer({ text: 'zero\none two three', revision: 6, beside: 0 })
  expect(view().keeping).toBe('kept')
})
