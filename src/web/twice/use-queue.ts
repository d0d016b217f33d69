import { useInfiniteQuery } from '@tanstack/react-query'
import { useEffect, useState, useSyncExternalStore } from 'react'
import { answers as known, readAnew } from '../shell/answers.ts'
import type { Verb } from '../shell/client.ts'
import { noteFailure } from '../shell/connection.ts'
import { refusalInWords } from '../shell/deeds.ts'
import { client } from '../shell/server.ts'
import { toast } from '../ui/toast.tsx'
import { t } from '../words/words.ts'
import { type Asked, askedFrom, calledOf, type Review } from './asked.ts'
import { createDecider, type Decider, type DeciderView } from './decider.ts'
import type { Answer } from './queue.ts'

export interface Queue {
  readonly decider: Decider<Asked>
  readonly view: DeciderView<Asked>
  /** What the server counted, less what was answered since. */
  readonly counts: Counts | null
  readonly error: unknown
  /** Whether more pairs are on their way. */
  readonly coming: boolean
}

const pageSize = 50
/** When so few are left, more are fetched. */
const few = 12

/** The one that still writes when the page is left; who comes back meanwhile goes on with it. */
let busy: Decider<Asked> | null = null

/** The pairs, a page at a time, and the answers that are given. */
export function useQueue(): Queue {
  const [decider] = useState(() => busy ?? createDecider<Asked>(world))
  const view = useSyncExternalStore(decider.listen, decider.view)
  const pages = useInfiniteQuery({
    queryKey: [client.contacts.review.operation, 'pages'],
    queryFn: async ({ signal, pageParam }) => {
      const before = answered(decider.view())
      const asked = { limit: pageSize, ...(pageParam ? { after: pageParam } : {}) }
      return { ...(await client.contacts.review(asked, { signal })), before }
    },
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
    // What was answered is not asked again by a list that was read before.
    staleTime: 0,
    gcTime: 0,
    refetchOnWindowFocus: false,
  })
  const { data, hasNextPage, isFetching, fetchNextPage } = pages

  useEffect(() => {
    if (data) decider.take(data.pages.flatMap((page) => page.pairs.map(askedFrom)))
  }, [data, decider])

  useEffect(() => {
    if (view.left < few && hasNextPage && !isFetching) void fetchNextPage()
  }, [view.left, hasNextPage, isFetching, fetchNextPage])

  const { current, coming } = view
  useEffect(() => {
    for (const pair of coming) bringBoth(pair)
  }, [coming])

  useEffect(() => {
    busy = decider
    return () => void letGo(decider)
  }, [decider])

  return {
    decider,
    view,
    counts: data?.pages[0] ? countsNow(data.pages[0], view) : null,
    error: pages.error,
    coming: pages.isPending || (current === null && (hasNextPage || isFetching)),
  }
}

type Counts = Review['counts']

function answered({ said }: DeciderView<Asked>): {
  readonly total: number
  readonly certain: number
} {
  const answers = said.filter(({ answer }) => answer !== 'later')
  return {
    total: answers.length,
    certain: answers.filter(({ pair }) => pair.sure === 'certain').length,
  }
}

type Page = Review & { readonly before: ReturnType<typeof answered> }

function countsNow({ counts, before }: Page, view: DeciderView<Asked>): Counts {
  const now = answered(view)
  return {
    ...counts,
    total: Math.max(view.left, counts.total - (now.total - before.total)),
    certain: Math.max(0, counts.certain - (now.certain - before.certain)),
  }
}

async function letGo(decider: Decider<Asked>): Promise<void> {
  await decider.settled()
  if (busy === decider) busy = null
  await readAnew()
}

/** Both are there before they are asked about. */
function bringBoth(pair: Asked): void {
  for (const id of [pair.a, pair.b]) {
    void known.prefetchQuery({
      queryKey: [client.people.show.operation, { id }],
      queryFn: ({ signal }) => client.people.show({ id }, { signal }),
      staleTime: 60_000,
    })
  }
}

const world = {
  async write(pair: Asked, answer: Exclude<Answer, 'later'>): Promise<string | null> {
    const input = { people: [pair.a, pair.b] }
    const change =
      answer === 'same'
        ? await changeOf(client.people.merge, input)
        : await changeOf(client.people.distinct, input)
    if (answer === 'same') await forgetShown(pair)
    return change
  },
  async takeBack(pair: Asked, change: string): Promise<void> {
    await client.changes.undo({ id: change })
    await forgetShown(pair)
  },
  onRefused: (error: unknown, pair: Asked) => say('twice.refused', error, pair),
  onStands: (error: unknown, pair: Asked) => say('twice.stands', error, pair),
}

async function changeOf<Input>(verb: Verb<Input, unknown>, input: Input): Promise<string | null> {
  let change: string | null = null
  await verb(input, { onChange: (made) => (change = made) })
  return change
}

/** Who became one is read anew before they are asked about again. */
async function forgetShown({ a, b }: Asked): Promise<void> {
  await Promise.all(
    [a, b].map((id) =>
      known.invalidateQueries({ queryKey: [client.people.show.operation, { id }] }),
    ),
  )
}

function say(key: 'twice.refused' | 'twice.stands', error: unknown, pair: Asked): void {
  noteFailure(error)
  const [one, other] = [calledOf(t, pair.one), calledOf(t, pair.other)]
  toast(t(key, { one, other, why: refusalInWords(error) }))
}
