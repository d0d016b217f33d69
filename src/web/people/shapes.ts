import type { client } from '../shell/server.ts'

/** What `people.show` and `people.between` answer. */
export type Person = Awaited<ReturnType<typeof client.people.show>>
export type BetweenYou = Awaited<ReturnType<typeof client.people.between>>
export type Happening = BetweenYou['happenings'][number]
export type NextWith = NonNullable<BetweenYou['next']>
