import {
  type IntroductionLife,
  otherSide,
  parties,
  type Party,
  type Side,
} from '../../craft/introductions/introduction.ts'
import type { TemplateCode } from '../../craft/letters/codes.ts'
import type { Day } from '../../kit/days.ts'
import type { ConversationId, IntroductionId, PersonId } from '../../kit/ids.ts'

/** A letter of an introduction as the owner left it, or as it went. */
export interface IntroductionLetter {
  readonly template: TemplateCode
  /** To which side, of those letters that may go to either; null where the template alone tells. */
  readonly side: Side | null
  readonly subject: string
  readonly body: string
  readonly sentOn: Day | null
  readonly sentTo: readonly PersonId[]
  /** Why it went although something was asked about, in the owner's words. */
  readonly anyway: string | null
}

/** What is written of an introduction; words that letters are made of. */
export interface IntroductionWords {
  /** One good line about each side, which does not name them. */
  readonly lines: Readonly<Record<Side, string>>
  /** Why each side may be glad of it. */
  readonly reasons: Readonly<Record<Side, string>>
  /** What both gain, for the letter that links them. */
  readonly both: string
  /** What it is about: "paper conservation". */
  readonly about: string
  /** The one question that is asked. */
  readonly question: string
  readonly minutes: number
  /** The requester may be named to the target before they are linked. */
  readonly named: boolean
}

/**
 * Two people brought together by a third, one of whom is the owner (`me`). What stands here was said or written; where
 * it stands is the fold of its steps and today. Steps and letters belong to it alone, and lie in it.
 */
export interface Introduction extends IntroductionLife, IntroductionWords {
  readonly id: IntroductionId
  /** Everybody but the owner; null where the owner does not know who it is. */
  readonly people: Readonly<Record<Party, PersonId | null>>
  /** The conversation in which it came up. */
  readonly conversation: ConversationId | null
  readonly begunOn: Day
  readonly letters: readonly IntroductionLetter[]
}

/** Those of whom it speaks, the owner left out. */
export function peopleIn({ people }: Pick<Introduction, 'people'>): readonly PersonId[] {
  return parties.flatMap((party) => people[party] ?? [])
}

/** The same introduction with every person under another id: of those they are one with, or of who is meant instead. */
export function withPeople(
  introduction: Introduction,
  as: (person: PersonId) => PersonId,
): Introduction {
  const named = (party: Party) => {
    const person = introduction.people[party]
    return person === null ? null : as(person)
  }
  const [connector, requester, target] = parties.map(named)
  return {
    ...introduction,
    people: {
      connector: connector ?? null,
      requester: requester ?? null,
      target: target ?? null,
    },
  }
}

/** What a side reads of the owner's words on its page. */
export const readOnPage = ['line', 'reason', 'about'] as const
export type ReadOnPage = (typeof readOnPage)[number]

/** Which letters each party writes. */
export const lettersFor: Readonly<Record<Party, readonly TemplateCode[]>> = {
  connector: ['opt-in', 'link', 'decline'],
  requester: ['intro-request', 'blurb', 'first-reply', 'outcome', 'decline'],
  target: ['outcome', 'decline'],
}

/** Nobody asks for what is the connector's own idea, and nobody is told no. */
const ofRequests: ReadonlySet<TemplateCode> = new Set(['intro-request', 'blurb'])

export function lettersOfPart({
  me,
  shape,
}: Pick<Introduction, 'me' | 'shape'>): readonly TemplateCode[] {
  const isIdeaOfMine = shape === 'idea' && me === 'connector'
  return lettersFor[me].filter((template) =>
    template === 'decline' ? !isIdeaOfMine : shape === 'asked' || !ofRequests.has(template),
  )
}

/** To which side a letter of the connector is: a question to either, a kind no to who asked. */
export function sideOf(
  { me }: Pick<Introduction, 'me'>,
  template: TemplateCode,
  asked: Side | null,
): Side | null {
  if (me !== 'connector') return null
  if (template === 'decline') return 'requester'
  return template === 'opt-in' ? (asked ?? 'target') : null
}

/** To whom a letter goes, and who is on it without being seen. */
export function addressees(
  { me }: Pick<Introduction, 'me'>,
  template: TemplateCode,
  side: Side | null,
): { readonly to: readonly Party[]; readonly bcc: readonly Party[] } {
  if (template === 'blurb') return { to: [], bcc: [] }
  if (template === 'link') return { to: ['target', 'requester'], bcc: [] }
  if (side !== null) return { to: [side], bcc: [] }
  if (template === 'first-reply' && me !== 'connector') {
    return { to: [otherSide(me)], bcc: ['connector'] }
  }
  return { to: ['connector'], bcc: [] }
}
