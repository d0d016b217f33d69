import bank from './question-bank.json' with { type: 'json' }
import { topicNames, type Topic } from './topics.ts'

/** First minutes, middle, only after rapport, last five minutes, second or later conversation. */
export const stages = ['open', 'core', 'deep', 'close', 'again'] as const
export type QuestionStage = (typeof stages)[number]

/** Newcomer, practitioner, senior, hires, beside the field, left it, family or friend, stranger by chance. */
export const whoms = ['N', 'P', 'S', 'H', 'A', 'L', 'F', 'X'] as const
export type Whom = (typeof whoms)[number]

export interface Question {
  /** `entry-01`; it stays the same for ever, for answers hang on it. */
  readonly id: string
  readonly topic: Topic
  readonly stage: QuestionStage
  readonly whom: readonly Whom[]
  /** `private`: ask leave first, and never publish the answer with a name. */
  readonly care: 'private' | null
  readonly text: string
  /** The follow-up that makes the answer concrete. */
  readonly probe: string
}

export const questionBank: readonly Question[] = bank.questions.map(asQuestion)

const byId = new Map(questionBank.map((question) => [question.id, question]))

/** Undefined for an id of the owner's own questions. */
export function questionOf(id: string): Question | undefined {
  return byId.get(id)
}

function isTopic(word: string): word is Topic {
  return Object.hasOwn(topicNames, word)
}

/** Throws on a topic, stage or kind that is none of ours: the bank is wrong then, not the reader. */
function asQuestion(entry: (typeof bank.questions)[number]): Question {
  const { topic, care } = entry
  const stage = stages.find((one) => one === entry.stage)
  const whom = whoms.filter((one) => entry.whom.includes(one))
  const careful = care === 'private' ? care : null
  if (!isTopic(topic) || !stage || whom.length !== entry.whom.length || care !== careful) {
    throw new Error(`The question bank has a question of no known kind: ${entry.id}`)
  }
  return { ...entry, topic, stage, whom, care: careful }
}
