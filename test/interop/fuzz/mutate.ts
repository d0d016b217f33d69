import type { Dice } from './dice.ts'

/** What may happen to a file on its way: one way after another is taken, at random. */
type Mutation = (bytes: Buffer, dice: Dice, others: readonly Buffer[]) => Buffer

/** A mutated file is no longer than this, so that slow is a fault of the reader and not of the file. */
const longest = 64 * 1024

/** Words that readers of these formats look at twice. */
const words = [
  'BEGIN:VCARD\r\n',
  'END:VCARD\r\n',
  'AGENT:\r\nBEGIN:VCARD\r\n',
  'NOTE;ENCODING=QUOTED-PRINTABLE:=\r\n',
  'PHOTO;ENCODING=b:AAAA\r\n AAAA',
  'BEGIN:VEVENT\r\nDTSTART:20260101T000000Z\r\n',
  'RRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=31\r\n',
  'RRULE:FREQ=YEARLY;BYDAY=53MO;BYSETPOS=-366\r\n',
  'RDATE:20260101,20270101\r\n',
  'TZID:Europe/Berlin\r\n',
  'END:VEVENT\r\n',
  'From x Thu Mar  5 10:00:00 2026\nFrom: a@b.c\n\n',
  'Content-Length: 99999\n',
  'Content-Length: 3\n',
  '=?utf-8?B?/////w==?=',
  '=?utf-8?Q?=?=',
  '["vcard",[["fn",{},"text",',
  ']]]]',
  '"',
  '\\',
  ';;;;',
  ',,,,',
  '::::',
  '\0',
  '\r',
  '\n ',
  '\ufeff',
  '\u202e',
  '(((((((((',
  '<<<<<>@>',
  '=',
  '%',
  'PK\u0003\u0004',
  'PK\u0001\u0002',
  'PK\u0005\u0006',
]

const mutations: readonly Mutation[] = [
  function flipBytes(bytes, dice) {
    const flipped = Buffer.from(bytes)
    const count = 1 + dice.upTo(12)
    for (let at = 0; at < count && flipped.length > 0; at++)
      flipped[dice.upTo(flipped.length)] = dice.upTo(256)
    return flipped
  },
  function cut(bytes, dice) {
    const from = dice.upTo(bytes.length + 1)
    return Buffer.concat([bytes.subarray(0, from), bytes.subarray(from + dice.upTo(400))])
  },
  function end(bytes, dice) {
    return bytes.subarray(0, dice.upTo(bytes.length + 1))
  },
  function join(bytes, dice, others) {
    const other = dice.oneOf(others)
    return Buffer.concat([bytes.subarray(0, dice.upTo(bytes.length + 1)), other])
  },
  function shuffleLines(bytes, dice) {
    const lines = bytes.toString('latin1').split('\n')
    for (let at = lines.length - 1; at > 0; at--) {
      const other = dice.upTo(at + 1)
      const line = lines[at] ?? ''
      lines[at] = lines[other] ?? ''
      lines[other] = line
    }
    return Buffer.from(lines.join('\n'), 'latin1')
  },
  function repeat(bytes, dice) {
    const from = dice.upTo(bytes.length + 1)
    const piece = bytes.subarray(from, from + 1 + dice.upTo(200))
    const times = 1 + dice.upTo(300)
    const repeated = Array.from({ length: times }, () => piece)
    return Buffer.concat([bytes.subarray(0, from), ...repeated, bytes.subarray(from)])
  },
  function insert(bytes, dice) {
    const at = dice.upTo(bytes.length + 1)
    const word = Buffer.from(dice.oneOf(words).repeat(dice.oneOf([1, 1, 1, 2, 500])))
    return Buffer.concat([bytes.subarray(0, at), word, bytes.subarray(at)])
  },
  function swapCharset(bytes, dice) {
    const text = bytes.toString(dice.oneOf(['utf8', 'latin1', 'utf16le']))
    return Buffer.from(text, dice.oneOf(['utf8', 'latin1', 'utf16le']))
  },
  function swapLineEnds(bytes, dice) {
    const text = bytes
      .toString('latin1')
      .replace(/\r\n|\r|\n/g, dice.oneOf(['\n', '\r', '\r\r\n', '']))
    return Buffer.from(text, 'latin1')
  },
]

/** One to four things happen to a file. */
export function mutated(bytes: Buffer, dice: Dice, others: readonly Buffer[]): Buffer {
  const count = 1 + dice.upTo(4)
  let now = bytes
  for (let at = 0; at < count; at++)
    now = dice.oneOf(mutations)(now, dice, others).subarray(0, longest)
  return now
}
