import type { Day } from '../../kit/days.ts'
import type { OwnerId } from '../../kit/ids.ts'
import type { Database } from '../../platform/database/database.ts'
import { addRows, removeRows } from '../../platform/database/rows.ts'
import { type Kept, type Kind, loadAll } from '../../platform/database/things.ts'

/** A question the owner wrote down about a field. Those that arose in a conversation are lines of its notes. */
export interface Question {
  readonly id: string
  readonly field: string
  readonly text: string
  readonly openedOn: Day
  readonly settledOn: Day | null
}

export const questionKind: Kind<Question> = {
  name: 'question',
  table: 'questions',
  binnedOn: () => null,
  index: indexQuestions,
}

async function indexQuestions(
  db: Database,
  owner: OwnerId,
  questions: Kept<Question>,
): Promise<void> {
  await removeRows(db, owner, { table: 'field_questions', column: 'question_id' }, [
    ...questions.keys(),
  ])
  const rows = [...questions.values()].flatMap((question) =>
    question === null || question.settledOn
      ? []
      : [{ owner_id: owner, field_id: question.field, question_id: question.id }],
  )
  await addRows(db, 'field_questions', rows)
}

/** The newest first. */
export async function openQuestionsOf(
  db: Database,
  owner: OwnerId,
  fields: readonly string[],
): Promise<Question[]> {
  const rows = await db
    .selectFrom('field_questions')
    .select('question_id')
    .where('owner_id', '=', owner)
    .where('field_id', 'in', fields)
    .execute()
  const found = await loadAll(
    db,
    owner,
    questionKind,
    rows.map((row) => row.question_id),
  )
  return [...found.values()].toSorted((a, b) => (a.id > b.id ? -1 : 1))
}
