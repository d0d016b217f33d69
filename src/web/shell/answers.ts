import {
  MutationCache,
  QueryCache,
  QueryClient,
  useQuery,
  type UseQueryResult,
} from '@tanstack/react-query'
import type { Verb } from './client.ts'
import { noteFailure } from './connection.ts'

/**
 * Answers are fresh for ten seconds, kept for ten minutes, and asked again when the window is looked
 * at. The server may be on this machine, so being offline keeps nobody from asking.
 */
export const answers = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 10_000,
      gcTime: 600_000,
      networkMode: 'always',
      // The wire has tried three times already.
      retry: false,
      refetchOnReconnect: true,
    },
    mutations: { networkMode: 'always', retry: false },
  },
  queryCache: new QueryCache({ onError: noteFailure }),
  mutationCache: new MutationCache({ onError: noteFailure }),
})

/** Reads: `const person = useAnswer(client.people.show, { id })`. */
export function useAnswer<Input, Output>(
  verb: Verb<Input, Output>,
  input: Input,
  { when = true }: { when?: boolean } = {},
): UseQueryResult<Output> {
  return useQuery({ ...question(verb, input), enabled: when })
}

/** Reads what is decided upon: nothing that was answered to an earlier question is shown. */
export function useAnswerAnew<Input, Output>(
  verb: Verb<Input, Output>,
  input: Input,
): UseQueryResult<Output> {
  return useQuery({ ...question(verb, input), staleTime: 0, gcTime: 0 })
}

/** Asks for what a page will show before there is the page; it finds the answer, or the question under way. */
export function askAhead<Input, Output>(verb: Verb<Input, Output>, input: Input): void {
  void answers.prefetchQuery(question(verb, input))
}

function question<Input, Output>(verb: Verb<Input, Output>, input: Input) {
  return {
    queryKey: [verb.operation, input],
    queryFn: ({ signal }: { signal: AbortSignal }) => verb(input, { signal }),
  }
}

/** After a write of any kind, or long work: all that is shown is asked for again. */
export async function readAnew(): Promise<void> {
  await answers.invalidateQueries()
}

/** What no page shows at the moment is let go: nothing of somebody who was forgotten waits behind the way back. */
export function letGoUnseen(): void {
  answers.removeQueries({ type: 'inactive' })
}
