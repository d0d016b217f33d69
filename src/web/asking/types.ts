import type { client } from '../shell/server.ts'

export type Suggestion = Awaited<ReturnType<typeof client.asking.whom>>['next'][number]
export type Works = Awaited<ReturnType<typeof client.asking.works>>
export type Month = Awaited<ReturnType<typeof client.asking.month>>
