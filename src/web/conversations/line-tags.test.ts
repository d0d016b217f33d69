import { expect, test } from 'vitest'
import { withLine, withoutTag, withSpeaker, withTag } from './line-tags.ts'

test('a field and a topic go to the end of the line, once', () => {
  const line = withTag('" A torn letter', 'field', 'Paper conservation')
  expect(line).toBe('" A torn letter #Paper_conservation')
  expect(withTag(line, 'field', 'paper conservation')).toBe(line)
  expect(withTag(line, 'topic', 'entry')).toBe(`${line} /entry`)
})

test('a tag at the end goes, and the others stay', () => {
  const line = '" A torn letter #Paper_conservation /entry'
  expect(withoutTag(line, 'field', 'Paper conservation')).toBe('" A torn letter /entry')
  expect(withoutTag(line, 'topic', 'entry')).toBe('" A torn letter #Paper_conservation')
})

test('a tag that is a word of the sentence becomes that word', () => {
  expect(
    withoutTag('= She works in #paper_conservation since 2014', 'field', 'paper conservation'),
  ).toBe('= She works in paper conservation since 2014')
})

test('who said it stands right after the mark', () => {
  expect(withSpeaker('" A torn letter', 'Ruth Adeyemi')).toBe('" @Ruth Adeyemi A torn letter')
  expect(withSpeaker('" A torn letter', 'Ana de la Cruz')).toBe('" @[Ana de la Cruz] A torn letter')
})

test('one line changes, the others are as they were', () => {
  expect(withLine('a\nb\nc', 1, (line) => line.toUpperCase())).toBe('a\nB\nc')
})
