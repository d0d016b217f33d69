import { type InfiniteData, useInfiniteQuery } from '@tanstack/react-query'
import { client } from '../shell/server.ts'
import type { Quotation, TranscriptPage, Turn } from './shapes.ts'

const turnsAtOnce = 300
/** So much is read before the turn one came for. */
const before = 20

interface Stretch {
  readonly from: number
  readonly limit: number
}

interface ReadTranscript {
  /** What every page says of the whole; null while the first is on its way. */
  readonly about: TranscriptPage | null
  readonly turns: readonly Turn[]
  readonly quotations: readonly Quotation[]
  readonly error: Error | null
  readonly readEarlier: (() => void) | null
  readonly readOn: (() => void) | null
}

/** A transcript, some hundred turns at a time, beginning a little before the turn one came for. */
export function useTranscript(id: string, turn: number, offRecord: boolean): ReadTranscript {
  const first: Stretch = { from: Math.max(0, turn - before), limit: turnsAtOnce }
  const read = useInfiniteQuery({
    queryKey: [client.transcripts.show.operation, { id, offRecord }, first.from],
    queryFn: ({ pageParam, signal }) =>
      client.transcripts.show({ id, offRecord, ...pageParam }, { signal }),
    initialPageParam: first,
    getNextPageParam: ({ next }) => (next === null ? null : { from: next, limit: turnsAtOnce }),
    getPreviousPageParam: (_page, _pages, { from }) => earlierThan(from),
  })
  return {
    about: read.data?.pages.at(0) ?? null,
    turns: read.data?.pages.flatMap((page) => page.turns) ?? [],
    quotations: newest(read.data),
    error: read.data ? null : read.error,
    readEarlier: read.hasPreviousPage ? () => void read.fetchPreviousPage() : null,
    readOn: read.hasNextPage ? () => void read.fetchNextPage() : null,
  }
}

function earlierThan(from: number): Stretch | null {
  if (from === 0) return null
  const start = Math.max(0, from - turnsAtOnce)
  return { from: start, limit: from - start }
}

/** Each page tells all of them; the one asked for last knows best. */
function newest(data: InfiniteData<TranscriptPage> | undefined): readonly Quotation[] {
  return data?.pages.at(-1)?.quotations ?? []
}
