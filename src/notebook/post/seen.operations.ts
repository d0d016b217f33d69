import { Problem } from '../../kit/problem.ts'
import { digestOf } from '../../platform/database/contents.ts'
import type { Sheet } from './sheet.operations.ts'

/** Stands for all that a page shows of a letter before it goes: from whom, to whom, its words, the time that goes with it. */
export function sheetDigest({ account, to, subject, body, calendar }: Sheet): string {
  const attached = calendar && [calendar.name, withoutMoment(calendar.text)]
  const all = [account.name, account.address, to.person, to.name, to.address]
  return digestOf(JSON.stringify([...all, subject, body, attached]))
}

/** Refuses, with `letter.changed`, a letter that is not the one that was shown. */
export function needAsSeen(sheet: Sheet, seen: string): void {
  if (sheetDigest(sheet) === seen) return
  throw new Problem('letter.changed', 'This letter is not as it was shown any more.', {
    safe: 'Nothing was sent.',
    mend: 'Look at it as it is now, and send it then.',
  })
}

/** A calendar file names the moment in which it was made, which tells nothing of the time agreed. */
function withoutMoment(text: string): string {
  return text.replace(/^DTSTAMP:.*$/gmu, '')
}
