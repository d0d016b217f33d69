import { questionBudget } from '../../craft/funnel.ts'
import type { QuestionPlan } from '../../craft/question-plan.ts'
import { questionOf, type Question, type QuestionStage } from '../../craft/questions.ts'
import type { FieldId, PersonId } from '../../kit/ids.ts'
import type { Consent } from '../people/person.ts'
import type { Conversation, Medium, PlannedQuestion, Start } from './conversation.ts'

/** Somebody you will speak with, in the words of their page. */
export interface BriefPerson {
  readonly id: PersonId
  readonly name: string
  /** "Paper conservator, City Archive". */
  readonly line: string
  readonly words: string
}

/** A question still open in a field, and how many people spoke of it so far. */
export interface OpenQuestion {
  readonly field: FieldId
  readonly text: string
  readonly people: number
}

export interface BriefInput {
  readonly conversation: Conversation
  readonly people: readonly BriefPerson[]
  readonly start: Start | null
  readonly open: readonly OpenQuestion[]
  /** What the rule would ask; used where the owner has chosen nothing yet. */
  readonly plan: QuestionPlan
}

export const briefParts = ['thanks', 'road', 'core', 'others', 'close'] as const
export type BriefPart = (typeof briefParts)[number]

/** A question of the brief; the probe and the care are those of the bank. */
export interface BriefQuestion extends PlannedQuestion {
  readonly probe: string | null
  /** Ask leave first. */
  readonly careful: boolean
}

/** A stretch of the conversation; an end equal to its beginning means there is no time for it. */
export interface BriefMinutes {
  readonly part: BriefPart
  readonly from: number
  readonly to: number
  readonly questions: readonly BriefQuestion[]
}

export interface Brief {
  readonly who: readonly BriefPerson[]
  readonly start: Start | null
  readonly medium: Medium | null
  readonly place: string | null
  readonly link: string | null
  readonly purpose: string | null
  readonly open: readonly OpenQuestion[]
  readonly gift: string | null
  readonly read: readonly string[]
  readonly consent: Consent
  readonly minutes: readonly BriefMinutes[]
  /** For a talk that runs another way. */
  readonly spares: readonly BriefQuestion[]
  /** Outside the count: who is next, and what you can do for them. */
  readonly reminders: readonly BriefQuestion[]
  /** Whether the questions are the owner's choice, or what the rule proposes. */
  readonly chosen: boolean
}

/** Everything one wants to see before going in, on one page. */
export function briefOf({ conversation, people, start, open, plan }: BriefInput): Brief {
  const chosen = conversation.questions.length > 0
  const { asked, spares } = chosen ? ownChoice(conversation) : proposal(plan)
  const { medium, place, link, purpose, gift, read, consent } = conversation
  return {
    who: people,
    start,
    medium,
    place,
    link,
    purpose,
    open,
    gift,
    read,
    consent,
    minutes: minutesOf(conversation.minutes, asked),
    spares: spares.map(told),
    reminders: plan.reminders.map((question) => told(plannedQuestion(question, []))),
    chosen,
  }
}

/** The plan as questions of the conversation, the starred ones marked, the spares last. */
export function questionsOf(plan: QuestionPlan): readonly PlannedQuestion[] {
  const { asked, spares } = proposal(plan)
  return [...asked, ...spares]
}

interface Choice {
  readonly asked: readonly PlannedQuestion[]
  readonly spares: readonly PlannedQuestion[]
}

function proposal({ opening, middle, closing, spares, starred }: QuestionPlan): Choice {
  const asked = [opening, ...middle, closing].filter((one) => one !== null)
  return {
    asked: asked.map((question) => plannedQuestion(question, starred)),
    spares: spares.map((question) => plannedQuestion(question, [])),
  }
}

/** As many as the minutes hold, starred ones before all; the rest is spare, in the owner's order. */
function ownChoice({ questions, minutes }: Conversation): Choice {
  const first = new Set(
    questions
      .toSorted((one, other) => Number(other.starred) - Number(one.starred))
      .slice(0, questionBudget(minutes)),
  )
  return {
    asked: questions.filter((one) => first.has(one)),
    spares: questions.filter((one) => !first.has(one)),
  }
}

function plannedQuestion({ id, text }: Question, starred: readonly string[]): PlannedQuestion {
  return { id, text, starred: starred.includes(id), asked: false }
}

function told(question: PlannedQuestion): BriefQuestion {
  const known = questionOf(question.id)
  return { ...question, probe: known?.probe ?? null, careful: known?.care === 'private' }
}

/** One's own questions belong to the middle. */
const partOfStage: Readonly<Record<QuestionStage, BriefPart>> = {
  open: 'road',
  again: 'road',
  core: 'core',
  deep: 'core',
  close: 'others',
}

function minutesOf(
  minutes: number,
  questions: readonly PlannedQuestion[],
): readonly BriefMinutes[] {
  const ends = endsOf(minutes)
  return briefParts.map((part, index) => ({
    part,
    from: index === 0 ? 0 : (ends[index - 1] ?? 0),
    to: ends[index] ?? minutes,
    questions: questions
      .filter(({ id }) => partOfStage[questionOf(id)?.stage ?? 'core'] === part)
      .map(told),
  }))
}

/** Five minutes to begin and five to end, whatever the length; under a quarter of an hour all shrink alike. */
function endsOf(minutes: number): readonly number[] {
  if (minutes >= 15) return [2, 5, minutes - 5, minutes - 2, minutes]
  return [2, 5, 15, 18, 20].map((end) => Math.round((end * minutes) / 20))
}
