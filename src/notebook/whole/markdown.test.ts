import fc from 'fast-check'
import { expect, test } from 'vitest'
import { heading, inLine, list, plain, quote } from './markdown.ts'

test.each([
  ['# not a heading', String.raw`\# not a heading`],
  ['- two', String.raw`\- two`],
  ['12. twelve', String.raw`12\. twelve`],
  ['*star* _low_ `code`', String.raw`\*star\* \_low\_ \`code\``],
  ['<b>bold</b> & more', String.raw`\<b\>bold\</b\> \& more`],
  ['> promised', String.raw`\> promised`],
  ['[a](b)', String.raw`\[a\](b)`],
])('%s is written as %s', (text, markdown) => {
  expect(plain(text)).toBe(markdown)
})

test('lines stay lines, in a quote too; a heading and an item are one', () => {
  expect(plain('one\ntwo')).toBe('one  \ntwo')
  expect(quote('one\n\ntwo')).toBe('> one\n>\n> two\n\n')
  expect(heading(2, 'a\n# b')).toBe('## a \\# b\n\n')
  expect(list([])).toBe('')
  expect(inLine(' a \n b ')).toBe('a b')
})

test('nothing that begins a line of text begins markup', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      for (const line of plain(text).split('\n'))
        expect(line).not.toMatch(/^\s*(?:#|>|[-+*=] |\d+[.)] )/)
    }),
    { numRuns: 500 },
  )
})
