import { decodeText } from '../../formats/encoding/decode.ts'

/** What a contacts file is, by its name if that says it, else by its first bytes. */
export function contactsFormatOf(fileName: string, head: Uint8Array): 'vcard' | 'csv' {
  if (/\.(vcf|vcard)$/i.test(fileName)) return 'vcard'
  if (/\.(csv|tsv|tab)$/i.test(fileName)) return 'csv'
  const text = decodeText(head.subarray(0, 4096)).replaceAll('\0', '')
  return /(?:^|[\r\n\ufeff])begin\s*:\s*vcard/i.test(text) ? 'vcard' : 'csv'
}
