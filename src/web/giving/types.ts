import type { client } from '../shell/server.ts'

/** What `introductions.show` answers. */
export type Introduction = Awaited<ReturnType<typeof client.introductions.show>>
export type Letter = Awaited<ReturnType<typeof client.introductions.letter>>
export type OfLetters = Introduction['letters'][number]
export type May = Introduction['may'][number]
