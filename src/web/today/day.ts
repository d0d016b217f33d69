import type { client } from '../shell/server.ts'

/** What `today.show` answers. */
export type Day = Awaited<ReturnType<typeof client.today.show>>
export type Item = Day['next'][number]
