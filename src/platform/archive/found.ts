import { Problem } from '../../kit/problem.ts'

/** One file that somebody brought, alone, in a folder or in an archive. */
export interface FoundFile {
  readonly kind: 'file'
  /** Where it is, as a person would say it: `Takeout.zip/Contacts/All contacts.vcf`. */
  readonly name: string
  /** In bytes, unpacked. */
  readonly size: number
  /**
   * From the beginning, as often as it is asked, until the next file is asked for. Throws
   * `file.unreadable` where an archive is damaged at this place.
   */
  bytes(): AsyncIterable<Uint8Array>
}

/** What is not read; `name` and `reason` make one sentence. */
export interface PassedFile {
  readonly kind: 'passed'
  readonly name: string
  readonly reason: string
}

export type Found = FoundFile | PassedFile

/** A refusal of a whole archive or folder. */
export function unreadable(sentence: string, mend: string): Problem {
  return new Problem('file.unreadable', sentence, { safe: 'Nothing was changed', mend })
}

/** Written beside people's files by their computers, and no part of what they bring. */
export function isOfTheSystem(name: string): boolean {
  const parts = name.split('/')
  const last = parts.at(-1) ?? ''
  const isHidden = /^\.[^./\\]/.test(last)
  return parts.includes('__MACOSX') || isHidden || /^(?:thumbs\.db|desktop\.ini)$/i.test(last)
}
