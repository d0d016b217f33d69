import { questionBank, questionOf, type Question, type Whom } from './questions.ts'
import type { Topic } from './topics.ts'

/** What the notebook knows of the person and the field when a conversation is prepared. */
export interface Knowledge {
  /** The chairs they speak from; empty where unknown. */
  readonly whom: readonly Whom[]
  readonly setting: 'planned' | 'chance'
  /** You have spoken before. */
  readonly again: boolean
  /** Topics of the questions still open in the field. */
  readonly open: ReadonlySet<Topic>
  /** How many people spoke of each topic in this field. */
  readonly heard: ReadonlyMap<Topic, number>
  /** Questions starred for earlier conversations, by id. */
  readonly starred: ReadonlySet<string>
  /** Questions this person has answered, by id. */
  readonly answered: ReadonlySet<string>
}

export interface QuestionPlan {
  /** For the first minutes; null where the bank has none left for this person. */
  readonly opening: Question | null
  readonly middle: readonly Question[]
  readonly closing: Question | null
  /** Three more, for a talk that runs another way. */
  readonly spares: readonly Question[]
  /** Outside the budget: who or what next, and what you can do for them. */
  readonly reminders: readonly Question[]
  /** The two you do not want to leave without. */
  readonly starred: readonly string[]
}

const spareQuestions = 3
const starredQuestions = 2
/** Up to so many questions, no topic comes twice. */
const topicsDifferUpTo = 6
const reminderIds = new Set(['next-01', 'next-05', 'give-01'])

/**
 * Chooses questions for a budget (`questionBudget(minutes)`): one to open, one to close, the rest from the
 * middle with at most one that needs rapport. Open questions of the field come first, then topics few people
 * have spoken of; what this person already answered comes last. Equal ones keep the order of the bank.
 */
export function planQuestions(budget: number, known: Knowledge): QuestionPlan {
  const ranked = rankedFor(known).filter(({ id }) => !reminderIds.has(id))
  const taken: Question[] = []
  const distinct = budget <= topicsDifferUpTo
  const opening = take(ranked, taken, {
    among: known.again ? ['again', 'open'] : ['open'],
    distinct,
  })
  const closing = budget > 1 ? take(ranked, taken, { among: ['close'], distinct }) : null
  const among = ['core', 'deep'] as const
  const middle = takeSome(budget - 2, () => take(ranked, taken, { among, distinct }))
  const spares = takeSome(
    spareQuestions,
    () =>
      take(ranked, taken, { among, distinct }) ?? take(ranked, taken, { among, distinct: false }),
  )
  const starred = middle.slice(0, starredQuestions).map(({ id }) => id)
  return { opening, middle, closing, spares, reminders: remindersFor(known), starred }
}

/** 3 for a topic that is open in the field, 2 for one that fewer than two people spoke of, 1 if starred before, −3 if answered. */
export function scoreOf({ id, topic }: Question, known: Knowledge): number {
  return (
    (known.open.has(topic) ? 3 : 0) +
    ((known.heard.get(topic) ?? 0) < 2 ? 2 : 0) +
    (known.starred.has(id) ? 1 : 0) -
    (known.answered.has(id) ? 3 : 0)
  )
}

function rankedFor(known: Knowledge): readonly Question[] {
  const kinds = kindsOf(known)
  return questionBank
    .filter(({ topic, whom }) => {
      const fits = known.setting === 'chance' || topic !== 'chance'
      return fits && whom.some((one) => kinds.includes(one))
    })
    .map((question) => ({ question, score: scoreOf(question, known) }))
    .toSorted((one, other) => other.score - one.score)
    .map(({ question }) => question)
}

/** Who is met by chance may be asked as a stranger too; of whom nothing is known, as someone who does the work. */
function kindsOf({ whom, setting }: Knowledge): readonly Whom[] {
  if (setting === 'chance') return [...whom, 'X']
  return whom.length > 0 ? whom : ['P']
}

interface Choice {
  /** Stages in order of preference for openings; for the middle both count alike. */
  readonly among: readonly Question['stage'][]
  readonly distinct: boolean
}

function take(ranked: readonly Question[], taken: Question[], choice: Choice): Question | null {
  const { among, distinct } = choice
  const fits = (question: Question) =>
    among.includes(question.stage) &&
    !taken.includes(question) &&
    !(distinct && taken.some(({ topic }) => topic === question.topic)) &&
    !(question.stage === 'deep' && taken.some(({ stage }) => stage === 'deep'))
  const first =
    among[0] === 'again' ? ranked.find((one) => one.stage === 'again' && fits(one)) : null
  const chosen = first ?? ranked.find(fits) ?? null
  if (chosen) taken.push(chosen)
  return chosen
}

function takeSome(count: number, next: () => Question | null): Question[] {
  return Array.from({ length: Math.max(0, count) }, next).filter((one) => one !== null)
}

function remindersFor(known: Knowledge): Question[] {
  const kinds = kindsOf(known)
  const others = questionOf('next-01')
  const useOthers =
    others?.whom.some((one) => kinds.includes(one)) && !known.answered.has('next-01')
  return [useOthers ? others : questionOf('next-05'), questionOf('give-01')].filter(
    (one) => one !== undefined,
  )
}
