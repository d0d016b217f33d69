import { Problem } from '../../kit/problem.ts'
import type { Letter } from '../letters/letter.ts'

/** Refuses to forget that a letter went by the mail account: what went cannot be taken back, and would go again. */
export function refuseIfItWent(was: Partial<Letter> | null, is: Partial<Letter> | null): void {
  if (!is?.mail || is.mail.messageId === was?.mail?.messageId) return
  throw new Problem('letter.already-gone', 'This letter went; that cannot be taken back.', {
    safe: 'Nothing was changed.',
    mend: 'Where it did not arrive, say so: letters.bounced makes it a draft again.',
  })
}
