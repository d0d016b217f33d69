import { useQuery } from '@tanstack/react-query'
import { answers } from '../shell/answers.ts'
import { client } from '../shell/server.ts'

type Job = Awaited<ReturnType<typeof client.jobs.list>>['jobs'][number]

const key = [client.jobs.list.operation, 'looks'] as const
const pace = 700

/** A look that began by itself, after a file that brought many, or on another page. */
export function useLookUnderWay(): Job | null {
  const { data } = useQuery({
    queryKey: key,
    queryFn: async ({ signal }) => {
      const before = answers.getQueryData<Job | null>(key)
      const now = (await client.jobs.list({}, { signal })).jobs.find(isLookGoingOn) ?? null
      if (before && !now) {
        void answers.invalidateQueries({ queryKey: [client.contacts.review.operation] })
      }
      return now
    },
    refetchInterval: ({ state }) => (state.data ? pace : false),
  })
  return data ?? null
}

function isLookGoingOn({ operation, state }: Job): boolean {
  return operation === 'contacts.duplicates' && (state === 'waiting' || state === 'running')
}
