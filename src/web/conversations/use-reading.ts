import { useCallback, useMemo } from 'react'
import { isDay } from '../../kit/days.ts'
import { knownNames } from '../../notebook/notes/names.ts'
import type { UnderstandOptions } from '../../notebook/notes/understand.ts'
import { keyOf, nameFromTag } from '../../notebook/nouns/noun.ts'
import type { TagSuggestions } from '../notes/tag-completion.ts'
import { useAnswer } from '../shell/answers.ts'
import { client } from '../shell/server.ts'
import type { Wall } from '../words/dates.ts'
import { useWords } from '../words/words.ts'
import type { Conversation } from './types.ts'

/** How the notes are read: days against the day of the conversation, names of those at the table whole. */
export function useReading(
  { heldOn, start, people }: Pick<Conversation, 'heldOn' | 'start' | 'people'>,
  wall: Wall,
): UnderstandOptions {
  const on = heldOn ?? start?.day ?? wall.today
  const names = people.map(({ name }) => name).join('\n')
  return useMemo(
    () => ({
      day: isDay(on) ? on : null,
      zone: wall.zone,
      lang: null,
      names: knownNames(names.split('\n')),
    }),
    [on, names, wall.zone],
  )
}

/** People, fields and topics that may be named in a line. */
export function useSuggestions({ people }: Pick<Conversation, 'people'>): TagSuggestions {
  const fields = useAnswer(client.fields.list, {}).data?.fields
  const topics = useAnswer(client.topics.list, {}).data?.topics
  return useMemo(
    () => ({
      people: async (typed) => {
        if (typed.trim() === '') return people.map(({ name, line }) => ({ name, under: line }))
        const found = await client.people.find({ text: typed, limit: 8 }).catch(() => null)
        return found?.people.map(({ name, line }) => ({ name, under: line })) ?? []
      },
      fields: fields?.map(({ name }) => ({ name })) ?? [],
      topics:
        topics?.map(({ id, name, own }) =>
          own ? { name: name.replaceAll(' ', '_') } : { name: id, under: name },
        ) ?? [],
    }),
    [people, fields, topics],
  )
}

/** A field that the notebook does not know yet is made when the notes are finished, and says so. */
export function useUnderstoodWords(): (tag: string) => string {
  const t = useWords()
  const fields = useAnswer(client.fields.list, {}).data?.fields
  const known = useMemo(
    () =>
      fields &&
      new Map(
        fields.flatMap((field) =>
          [field.name, ...field.otherNames].map((name) => [keyOf(name), field.name] as const),
        ),
      ),
    [fields],
  )
  return useCallback(
    (tag) => {
      const field = known?.get(keyOf(tag))
      return field || !known
        ? t('notes.aboutField', { field: field ?? nameFromTag(tag) })
        : t('conversations.during.newField', { field: nameFromTag(tag) })
    },
    [known, t],
  )
}
