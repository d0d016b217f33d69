import { expect, test } from 'vitest'
import { encodeUtf8 } from '../../formats/encoding/decode.ts'
import { contactsFormatOf, noSuchFile } from './contacts-file.ts'

const formatOf = (name: string, text: string) => contactsFormatOf(name, encodeUtf8(text))

test.each([
  'dn: cn=Ana,mail=ana@example.org\nobjectclass: top\n',
  'version: 1\n\ndn:: Y249QW5h\nobjectclass: top\n',
  'objectclass: top\nobjectclass: person\ndn: cn=Ana\n',
  '# exported\n# twice\ndn: cn=Ana\ncn: Ana\n',
])('LDIF is no letter, and it is said what to do with it', (text) => {
  expect(formatOf('people.ldif', text)).toBeNull()
  expect(noSuchFile(encodeUtf8(text))).toMatch(/LDIF: export it as vCard/)
})

test('a letter is a letter, whatever its first line', () => {
  expect(
    formatOf('a-letter', 'Date: Mon, 2 Mar 2026 10:00:00 +0000\nFrom: Ana <a@b.org>\n\nHi'),
  ).toBe('mail')
  expect(formatOf('a-letter', 'DNS-Name: x\nFrom: Ana <a@b.org>\nTo: c@d.org\n\nHi')).toBe('mail')
})

test('JSON is told by how it begins', () => {
  expect(formatOf('x.json', '["vcard",[')).toBe('jcard')
  expect(formatOf('x.json', '{"people":[')).toBe('sobremesa')
  expect(formatOf('x.json', '{"odd":1}')).toBeNull()
})
