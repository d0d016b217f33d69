import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { client } from '../shell/server.ts'
import type { PersonRow } from './types.ts'

const most = 7

/** People whose names fit what is typed; the last answer stays while the next one comes. */
export function usePeopleCalled(text: string): readonly PersonRow[] {
  const typed = text.trim()
  const found = useQuery({
    queryKey: [client.people.find.operation, { text: typed, limit: most }],
    queryFn: ({ signal }) => client.people.find({ text: typed, limit: most }, { signal }),
    enabled: typed !== '',
    placeholderData: keepPreviousData,
  })
  return typed === '' ? [] : (found.data?.people ?? [])
}
