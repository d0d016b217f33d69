import {
  checkLetter,
  discreetCheck,
  isSameText,
  type LetterCheck,
  textKey,
} from '../../craft/letters/checks.ts'
import { addDays } from '../../kit/days.ts'
import type { PersonId } from '../../kit/ids.ts'
import type { Reading } from '../../platform/context.ts'
import { nameWordsOf } from '../letters/letter.ts'
import { hiddenName } from './discreet.ts'
import { allIntroductions } from './introductions.store.ts'
import type { OnDesk } from './on-desk.operations.ts'

/** Days in which the same text to a third person is asked about. */
const sameTextDays = 30

interface Words {
  readonly subject: string
  readonly body: string
}

/** What a good adviser would look at, and whether a letter that asks one side gives away who the other is. */
export async function checksOf(
  ctx: Reading,
  desk: OnDesk,
  { subject, body }: Words,
): Promise<readonly LetterCheck[]> {
  const { template } = desk.letter
  const checks = checkLetter({
    template,
    subject,
    body,
    names: desk.to.map(nameWordsOf),
    link: [],
    sentTo: template === 'blurb' ? 0 : await othersWithThisText(ctx, desk, body),
  })
  const hidden = hiddenIn(desk)
  return hidden === null ? checks : [...checks, discreetCheck(`${subject}\n${body}`, hidden)]
}

/** The name a letter must not give away: only a question goes to a side that may not know the other. */
function hiddenIn({ ground, letter }: OnDesk): readonly string[] | null {
  const { introduction, people } = ground
  if (letter.template !== 'opt-in' || letter.side === null) return null
  return hiddenName(introduction, letter.side, (side) => people[side])
}

/** How many others were sent this very text in the last thirty days. */
async function othersWithThisText(ctx: Reading, desk: OnDesk, body: string): Promise<number> {
  const since = addDays(ctx.today(), -sameTextDays)
  const mine = new Set(desk.to.map((person) => person.id))
  const key = textKey(body, desk.to.flatMap(nameWordsOf))
  const reached = new Set<PersonId>()
  for (const { letters } of await allIntroductions(ctx.db, ctx.owner)) {
    for (const { body: theirs, sentOn, sentTo } of letters) {
      if (sentOn === null || sentOn < since || !isSameText(key, textKey(theirs, []))) continue
      for (const person of sentTo) reached.add(person)
    }
  }
  return [...reached].filter((one) => !mine.has(one)).length
}
