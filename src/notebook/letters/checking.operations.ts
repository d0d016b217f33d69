import { checkLetter, isSameText, type LetterCheck, textKey } from '../../craft/letters/checks.ts'
import { checkThanks } from '../../craft/letters/thanks.ts'
import { addDays } from '../../kit/days.ts'
import type { PersonId } from '../../kit/ids.ts'
import { Problem } from '../../kit/problem.ts'
import type { Reading } from '../../platform/context.ts'
import { shownPeople, withTheirGroups } from '../people/groups.store.ts'
import type { Ground } from './ground.ts'
import { type Letter, nameWordsOf } from './letter.ts'
import { lettersSentSince } from './letters.store.ts'
import { amongOthers } from './open-asks.operations.ts'
import { allUnderWay } from './outgoing.store.ts'

/** Days in which the same text to a third person is asked about. */
const sameTextDays = 30

type Words = Pick<Letter, 'template' | 'subject' | 'body'>

/** Templates about nobody in particular: a text to pass on, and a letter to two. */
const toNobody: ReadonlySet<string> = new Set(['blurb', 'link'])

export async function checksOf(
  ctx: Reading,
  ground: Ground,
  letter: Words,
): Promise<readonly LetterCheck[]> {
  const { template, subject, body } = letter
  const names = toNobody.has(template) ? [] : ground.people.map(nameWordsOf)
  const checks = checkLetter({
    template,
    subject,
    body,
    names,
    link: [ground.life.conversation.link, ground.through].flatMap((words) => words || []),
    sentTo: await othersWithThisText(ctx, ground, body),
  })
  const thanks = template === 'thanks' ? checkThanks(body, ground.lines) : []
  const others = template === 'outreach' ? await amongOthers(ctx, ground) : []
  return [...checks, ...thanks, ...others]
}

/** To how many others this text went lately. */
async function othersWithThisText(ctx: Reading, ground: Ground, body: string): Promise<number> {
  const sent = [
    ...(await lettersSentSince(ctx.db, ctx.owner, addDays(ctx.today(), -sameTextDays))),
    // Those that wait to go count as those that went.
    ...(await allUnderWay(ctx.db, ctx.owner)).map(({ body: theirs, to }) => ({
      body: theirs,
      sentTo: [to.person],
    })),
  ]
  const here = ground.people.map(({ id }) => id)
  const mine = new Set<string>(await withTheirGroups(ctx.db, ctx.owner, here))
  const others = sent.filter(({ sentTo = [] }) => sentTo.some((one) => !mine.has(one)))
  if (others.length === 0) return 0
  const wordsOfNames = await namesOf(ctx, others)
  const key = textKey(body, ground.people.flatMap(nameWordsOf))
  const reached = new Set<PersonId>()
  for (const { body: theirs, sentTo = [] } of others) {
    const names = sentTo.flatMap((one) => wordsOfNames.get(one) ?? [])
    if (isSameText(key, textKey(theirs, names))) sentTo.forEach((one) => reached.add(one))
  }
  return [...reached].filter((one) => !mine.has(one)).length
}

async function namesOf(
  ctx: Reading,
  letters: readonly Pick<Letter, 'sentTo'>[],
): Promise<ReadonlyMap<PersonId, readonly string[]>> {
  const ids = [...new Set(letters.flatMap(({ sentTo = [] }) => sentTo))]
  const people = await shownPeople(ctx.db, ctx.owner, ids)
  return new Map([...people].map(([id, person]) => [id, nameWordsOf(person)]))
}

/** `letter.unready` while something asked about does not hold, and nobody said why it goes all the same. */
export function needReady(checks: readonly LetterCheck[], anyway: string | undefined): void {
  const open = checks.find(({ ok, isAsked }) => isAsked && !ok)
  if (!open || anyway) return
  throw new Problem('letter.unready', sentenceOf(open), {
    safe: 'Your words are kept, and nothing was marked as sent.',
    mend: 'Change the letter, or say in your own words why it goes all the same: --anyway "…".',
  })
}

function sentenceOf({ code, values }: LetterCheck): string {
  if (code === 'gaps') return `This letter still has a gap: {${values['first']}}.`
  if (code === 'words') {
    return `This letter has ${values['words']} words; letters of more than 100 are seldom read to the end.`
  }
  if (code === 'elsewhere') {
    return `A letter to ${values['name']} in another conversation is not answered yet.`
  }
  if (code === 'discreet') {
    return `This letter names ${values['name']}, and the other side has not said yes yet.`
  }
  if (code === 'house') {
    return `${values['count']} letters to people at ${values['house']} wait for an answer; a third looks like knocking at every door.`
  }
  return `The same text went to ${values['count']} others within thirty days; people feel it.`
}
