import { decodeText } from '../../formats/encoding/decode.ts'
import type { FileFormat } from './file-format.ts'

/**
 * What a file is, by its name if that says it, else by its first bytes; null where it is none. What somebody names
 * may be a table of any make; what only lies in a folder or an archive has to look like one.
 */
export function contactsFormatOf(
  fileName: string,
  head: Uint8Array,
  { isNamed = true } = {},
): FileFormat | null {
  const byName = endings.find(([pattern]) => pattern.test(fileName))
  if (byName) return byName[1]
  const text = decodeText(head.subarray(0, 4096)).replaceAll('\0', '').trimStart()
  if (isLdif(text)) return null
  if (/^(?:\ufeff)?[[{]/.test(text)) return jsonFormatOf(text)
  return contents.find(([pattern]) => pattern.test(text))?.[1] ?? (isNamed ? 'csv' : null)
}

const endings: readonly (readonly [RegExp, FileFormat])[] = [
  [/\.(?:vcf|vcard)$/i, 'vcard'],
  [/\.(?:csv|tsv|tab)$/i, 'csv'],
  [/\.(?:ics|ical|ifb|vcs)$/i, 'calendar'],
  [/\.(?:mbox|mbx|eml|emlx)$/i, 'mail'],
]

const contents: readonly (readonly [RegExp, FileFormat])[] = [
  [/(?:^|[\r\n\ufeff])begin\s*:\s*vcard/i, 'vcard'],
  [/(?:^|[\r\n\ufeff])begin\s*:\s*vcalendar/i, 'calendar'],
  [/^From \S+ .{0,20}\d{2}:\d{2}/, 'mail'],
  [/^(?:[A-Za-z-]{1,60}:[^\r\n]{0,1000}(?:\r?\n[ \t][^\r\n]{0,1000}){0,50}\r?\n){2}/, 'mail'],
]

/** What directories and old Thunderbirds export; its lines look like those of a letter. */
function isLdif(text: string): boolean {
  return /^(?:\ufeff)?(?:version: *\d[^\n]{0,20}\s{1,9}|#[^\n]{0,500}\n){0,20}(?:dn::?|objectclass:) ?\S/i.test(
    text,
  )
}

/** Why a file is not brought in that is none of these. */
export function noSuchFile(head: Uint8Array): string {
  if (head.length === 0) return 'It is empty: export it again, and bring that file in'
  const text = decodeText(head.subarray(0, 4096)).trimStart()
  if (isLdif(text)) return 'This is an address book as LDIF: export it as vCard (.vcf) or CSV'
  return /^[[{]/.test(text)
    ? 'This JSON is of no program that we know: export it as vCard (.vcf) or CSV'
    : 'It holds no people, calendar or mail'
}

function jsonFormatOf(text: string): FileFormat | null {
  if (/^(?:\ufeff)?\[\s*(?:\[\s*)?"vcard"/i.test(text)) return 'jcard'
  if (/"account"\s*:\s*\{/.test(text) && /"(?:app_version|exported_by|uuid)"/.test(text))
    return 'monica'
  if (/"exportDate"\s*:/.test(text)) return 'nametag'
  return /^(?:\ufeff)?\{\s*"people"\s*:\s*\[/.test(text) ? 'sobremesa' : null
}
