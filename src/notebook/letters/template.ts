import type { TemplateCode } from '../../craft/letters/codes.ts'
import { slotNamesIn } from '../../craft/letters/fill.ts'
import { gapWords, isSlot } from '../../craft/letters/slots.ts'
import type { TemplateId } from '../../kit/ids.ts'
import { Problem } from '../../kit/problem.ts'

/** A letter's beginning in the owner's own words, with the slots of the craft in it. */
export interface OwnTemplate {
  readonly id: TemplateId
  readonly name: string
  /** Which letter it begins: that decides its checks, and what being sent means. */
  readonly kind: TemplateCode
  readonly subject: string
  readonly body: string
}

/** Refuses slots that nobody could fill: `template.invalid`, with those there are. */
export function checkSlots(text: string): void {
  const strange = slotNamesIn(text).filter((name) => !isSlot(name))
  if (strange.length === 0) return
  throw new Problem(
    'template.invalid',
    `There is no slot called {${strange[0]}}, so nothing could stand there.`,
    {
      safe: 'Your template is as it was.',
      mend: `These there are: ${Object.keys(gapWords)
        .map((name) => `{${name}}`)
        .join(' ')}.`,
    },
  )
}
