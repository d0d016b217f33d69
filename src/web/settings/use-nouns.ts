import { fold } from '../../kit/text.ts'
import { useAnswer } from '../shell/answers.ts'
import { client } from '../shell/server.ts'
import type { Nouns } from './nouns.ts'

const most = 8

interface Named {
  readonly id: string
  readonly name: string
}

/** Names that hold what is typed; of organisations, those that begin with it. */
export function useNounsLike(of: Nouns, text: string): readonly Named[] {
  const fields = useAnswer(client.fields.list, {}, { when: of === 'fields' })
  const topics = useAnswer(client.topics.list, {}, { when: of === 'topics' })
  const asked = { text: text.trim(), limit: most }
  const organisations = useAnswer(client.organisations.list, asked, {
    when: of === 'organisations',
  })
  if (of === 'organisations') return organisations.data?.organisations ?? []
  const all: readonly Named[] =
    of === 'fields' ? (fields.data?.fields ?? []) : (topics.data?.topics ?? [])
  return all.filter(({ name }) => fold(name).includes(fold(text.trim()))).slice(0, most)
}
