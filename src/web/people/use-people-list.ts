import { keepPreviousData, useInfiniteQuery, useQueries } from '@tanstack/react-query'
import { useMemo } from 'react'
import { client } from '../shell/server.ts'
import type { PersonInTable } from '../ui/PersonRow.tsx'
import { roughDay, type Wall } from '../words/dates.ts'
import { stepInWords } from '../words/why.ts'
import { useWords } from '../words/words.ts'

/** What the list is narrowed to; with a text only names are looked at. */
export interface PeopleFilter {
  readonly text: string
  readonly spoken: 'yes' | 'not-yet' | null
  readonly field: string | null
  readonly label: string | null
  readonly organisation: string | null
}

export const everybody: PeopleFilter = {
  text: '',
  spoken: null,
  field: null,
  label: null,
  organisation: null,
}

export function isEverybody(filter: PeopleFilter): boolean {
  return Object.keys(inputOf(filter)).length === 0
}

interface PeopleList {
  readonly people: readonly PersonInTable[]
  /** How many the notebook holds; null while nobody knows. */
  readonly count: number | null
  readonly waiting: boolean
  readonly error: unknown
  readonly bringMore: () => void
}

const pageSize = 100

type Page = Awaited<ReturnType<typeof client.people.list>>

/** People in pages as one comes to them, with the next step of those that were brought. */
export function usePeopleList(filter: PeopleFilter, wall: Wall): PeopleList {
  const t = useWords()
  const asked = inputOf(filter)
  const list = useInfiniteQuery({
    queryKey: [client.people.list.operation, asked],
    queryFn: ({ signal, pageParam }) => askFor(filter, pageParam, signal),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
  })
  const pages = useMemo(() => list.data?.pages ?? [], [list.data])
  const steps = useQueries({
    queries: pages.map(({ people }) => {
      const ids = people.map(({ id }) => id)
      return {
        queryKey: [client.conversations.next.operation, ids],
        queryFn: ({ signal }: { signal: AbortSignal }) =>
          client.conversations.next({ people: ids }, { signal }),
        enabled: ids.length > 0,
      }
    }),
    combine: (answers) => answers.flatMap(({ data }) => data?.next ?? []),
  })
  const people = useMemo(() => {
    const stepOf = new Map(steps.map(({ person, next }) => [person, next]))
    return pages.flatMap((page) =>
      page.people.map(({ id, name, line, spokeOn }): PersonInTable => {
        const next = stepOf.get(id)
        return {
          id,
          name: name || t('people.person.noName'),
          line,
          spoke: spokeOn === null ? null : roughDay(t, spokeOn, wall),
          next: next ? stepInWords(t, next, wall) : null,
        }
      }),
    )
  }, [pages, steps, t, wall])
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = list
  return {
    people,
    count: pages[0]?.count ?? null,
    waiting: list.isPending,
    error: list.error,
    bringMore: () => {
      if (hasNextPage && !isFetchingNextPage) void fetchNextPage()
    },
  }
}

function inputOf({ text, spoken, field, label, organisation }: PeopleFilter) {
  const looked = text.trim()
  if (looked !== '') return { text: looked }
  return {
    ...(spoken === null ? {} : { spoken }),
    ...(field === null ? {} : { field }),
    ...(label === null ? {} : { label }),
    ...(organisation === null ? {} : { organisation }),
  }
}

async function askFor(
  filter: PeopleFilter,
  after: string | null,
  signal: AbortSignal,
): Promise<Omit<Page, 'count'> & { readonly count: number | null }> {
  const page = { limit: pageSize, ...(after === null ? {} : { after }) }
  const text = filter.text.trim()
  if (text === '') return client.people.list({ ...inputOf(filter), ...page }, { signal })
  return { ...(await client.people.find({ text, ...page }, { signal })), count: null }
}
