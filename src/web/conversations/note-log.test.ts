import fc from 'fast-check'
import { expect, test } from 'vitest'
import { afterEdits, type Edit } from '../notes/edits.ts'
import type { DraftLog } from '../offline/draft-log.ts'
import { passedOn, readLog, writtenTo } from './note-log.ts'

const subject = { kind: 'conversation', id: 'c' }

function stand() {
  let records: string[] = []
  let clock = 0
  const log: DraftLog = {
    hasBegun: () => records.length > 0,
    length: () => records.length,
    begin: (whole) => (records = [whole]),
    add: (step) => void records.push(step),
    end: () => (records = []),
    settle: async () => {},
  }
  const drafts = writtenTo(log, { subject, slot: 's', now: () => ++clock })
  return { drafts, log, read: () => readLog(records), records: () => records }
}

const pendingOf = (text: string, key = 'k') => ({ text, since: 1, key })

test('keys are read back as the text they made, however many there were', () => {
  const typed = fc.array(fc.tuple(fc.nat(30), fc.nat(4), fc.string({ maxLength: 3 })))
  fc.assert(
    fc.property(typed, (keys) => {
      const { drafts, read } = stand()
      let text = 'as the server has it'
      for (const [at, long, insert] of keys) {
        const from = Math.min(at, text.length)
        const edits: Edit[] = [{ from, to: Math.min(from + long, text.length), insert }]
        text = afterEdits(text, edits)
        drafts.edit(edits, () => ({ text, since: 1, pending: null }))
      }
      if (keys.length > 0) expect(read()?.draft).toMatchObject({ text, since: 1, pending: null })
    }),
  )
})

test('what was on its way is known with the text it had then, under what was typed after', () => {
  const { drafts, read, records } = stand()
  drafts.edit([{ from: 3, to: 3, insert: ' two' }], () => ({
    text: 'one two',
    since: 1,
    pending: null,
  }))
  drafts.write({ text: 'one two', since: 1, pending: pendingOf('one two') }, [])
  drafts.edit([{ from: 7, to: 7, insert: ' three' }], () => {
    throw new Error('a key in the middle does not read out the whole')
  })
  expect(read()).toMatchObject({
    subject,
    draft: { text: 'one two three', since: 1, slot: 's', pending: pendingOf('one two') },
  })
  expect(records().slice(1).join('')).not.toContain('one two')
})

test('another text on its way than the one that stands there begins the log anew', () => {
  const { drafts, read, records } = stand()
  drafts.edit([], () => ({ text: 'mine', since: 1, pending: null }))
  drafts.write({ text: 'theirs\nmine', since: 5, pending: pendingOf('theirs') }, [])
  expect(records()).toHaveLength(1)
  expect(read()?.draft).toMatchObject({
    text: 'theirs\nmine',
    since: 5,
    pending: pendingOf('theirs'),
  })
})

test('what the server has is no draft, until the next key', () => {
  const { drafts, read } = stand()
  drafts.edit([], () => ({ text: 'one', since: 1, pending: null }))
  drafts.clear({ text: 'zero\none', since: 2, pending: null }, [
    { from: 0, to: 0, insert: 'zero\n' },
  ])
  expect(read()?.draft).toBe(null)
  drafts.edit([{ from: 8, to: 8, insert: '!' }], () => ({ text: '', since: 0, pending: null }))
  expect(read()?.draft).toMatchObject({ text: 'zero\none!', since: 2, pending: null })
})

test('a record that does not fit ends the reading; what came before it stands', () => {
  const { drafts, read, records } = stand()
  drafts.edit([], () => ({ text: 'one', since: 1, pending: null }))
  records().push(JSON.stringify({ edits: [{ from: 90, to: 91, insert: '' }], at: 9 }), '{"at":10}')
  expect(read()?.draft).toMatchObject({ text: 'one' })
  expect(readLog(['{"text":"no subject","since":1,"slot":"s"}'])).toBe(null)
  expect(readLog([])).toBe(null)
})

test('a log that was taken over, or begun anew by its window, is words of nobody any more', () => {
  const { log, records } = stand()
  const drafts = writtenTo(log, { subject, slot: 's', tookOver: 'note.one.0', now: () => 1 })
  drafts.write({ text: 'mine', since: 1, pending: null }, [])
  expect(readLog(records())).toMatchObject({ tookOver: 'note.one.0', draft: { text: 'mine' } })
  const alone = ['note.one.0', 'note.three.9', 'note.three.10'].map((name) => ({
    name,
    tookOver: null,
  }))
  expect(passedOn([...alone, { name: 'note.two.0', tookOver: 'note.one.0' }])).toEqual(
    new Set(['note.one.0', 'note.three.9']),
  )
})
