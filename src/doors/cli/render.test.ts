import { describe, expect, test } from 'vitest'
import { findOperation } from '../../operations/run.ts'
import { outputSchema } from '../shared/schema.ts'
import { render } from './render.ts'

function shown(operation: string, value: unknown, width = 80): string {
  return render(value, outputSchema(findOperation(operation)!), width)
}

const ada = { id: 'a1', name: 'Ada', line: 'Analyst, Engines', spokeOn: null }
const bo = { id: 'b2', name: 'Bo', line: '', spokeOn: '2026-03-14' }

describe('an answer for the eye', () => {
  test('is a table of people, with the way to the next page', () => {
    expect(shown('people.find', { people: [ada, bo], next: 'b~2' })).toBe(
      `name  line              spoke on    id
────  ────────────────  ──────────  ──
Ada   Analyst, Engines              a1
Bo                      2026-03-14  b2

More: --after "b~2"
`,
    )
  })

  test('says when there is nothing', () => {
    expect(shown('people.find', { people: [], next: null })).toBe('Nothing.\n')
  })

  test('tells what to do today, and why', () => {
    const next = [
      { what: 'thank', who: { id: 'a1', name: 'Ada' }, why: 'You spoke yesterday.', by: null },
    ]
    expect(shown('today.show', { day: '2026-03-14', size: 'One thing.', next })).toBe(
      `day   2026-03-14
size  One thing.

next:
  what   who  why
  ─────  ───  ────────────────────
  thank  Ada  You spoke yesterday.
`,
    )
  })

  test('tells of each file what came of it, and every loss', () => {
    const lost = [{ line: 7, what: 'BDAY', reason: 'No such day' }]
    const files = [{ file: 'a.vcf', read: 2, created: 1, lost, problem: null }]
    expect(shown('contacts.import', { files, dryRun: false })).toBe(
      `a.vcf
  read     2
  created  1

  lost:
    line  what  reason
    ────  ────  ───────────
    7     BDAY  No such day
`,
    )
  })

  test('gives what has several lines as it was written', () => {
    const subject = { kind: 'conversation', id: 'c1' }
    const body = 'Dear Ruth,\n\n  Thank you.\u001b[2J\r\nAna\n'
    const draft = { subject: 'Thank you', body, to: [{ name: 'Ruth', mail: null }], used: [] }
    expect(shown('letters.draft', draft)).toBe(
      `subject  Thank you

body:
Dear Ruth,

  Thank you.[2J
Ana

to:
  name
  ────
  Ruth
`,
    )
    const note = { id: 'n1', subject, text: 'one\n\n! two', lines: [] }
    expect(shown('notes.show', note)).toContain('\n\ntext:\none\n\n! two\n')
  })

  test('names who may be meant one by one, with the id that chooses them', () => {
    const unsure = [{ name: 'Ada', people: [ada, { ...ada, id: 'a2', line: 'Poet' }] }]
    const made = { people: [], fields: [] }
    expect(shown('conversations.capture', { person: null, understood: [], unsure, made })).toBe(
      `Ada
  name  line              id
  ────  ────────────────  ──
  Ada   Analyst, Engines  a1
  Ada   Poet              a2
`,
    )
  })

  test('says of two who may be one person why, and who they are', () => {
    const pair = {
      a: 'a1',
      b: 'b2',
      p: 0.97,
      certain: false,
      reasons: ['same phone +34 600 111 222', 'first names alike: Maximilian, Max'],
      aName: 'Maximilian Brandt',
      bName: 'Max Brandt',
    }
    const clusters = [['a1', 'b2']]
    const counted = { more: 0, people: 30, skipped: [] }
    expect(shown('contacts.duplicates', { pairs: [pair], clusters, ...counted })).toBe(
      `more    0
people  30

pairs:
  Maximilian Brandt and Max Brandt: same phone +34 600 111 222; first names alike: Maximilian, Max
    a1 b2
`,
    )
    const reasons = pair.reasons.map((words) => ({ field: 'x', words }))
    const sides = { a: ada, b: bo, p: 0.97, certain: false, reasons }
    expect(shown('contacts.review', { pairs: [sides], next: null, counts: null })).toBe(
      `Ada and Bo: same phone +34 600 111 222; first names alike: Maximilian, Max
  a1 b2
`,
    )
  })

  test('fits the terminal, by cutting what is longest', () => {
    const long = { ...ada, line: 'Very long words '.repeat(20) }
    const lines = shown('people.find', { people: [long], next: null }, 60).split('\n')
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(60)
    expect(lines[2]).toContain('…')
  })
})
