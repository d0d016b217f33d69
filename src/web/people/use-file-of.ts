import { useQuery } from '@tanstack/react-query'
import { client } from '../shell/server.ts'
import type { FileOf, Source } from './sources.ts'

/** Which file each of these imports brought; asked once for all that stand on the page. */
export function useFileOf(sources: readonly Source[]): FileOf {
  const ids = [...new Set(sources.flatMap(({ by, id }) => (by === 'import' && id ? [id] : [])))]
    .toSorted()
    .slice(0, most)
  const imports = useQuery({
    queryKey: [client.contacts.imports.operation, { ids, limit: most }],
    queryFn: ({ signal }) => client.contacts.imports({ ids, limit: most }, { signal }),
    enabled: ids.length > 0,
    staleTime: 600_000,
  })
  const files = new Map(imports.data?.imports.map(({ id, file }) => [id, file]))
  return ({ id }) => (id === undefined ? null : (files.get(id) ?? null))
}

const most = 100
