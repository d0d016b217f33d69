import type { client } from '../shell/server.ts'

export type Suggestion = Awaited<ReturnType<typeof client.asking.whom>>['next'][number]
export type Month = Awaited<ReturnType<typeof client.asking.month>>
