import type { client } from '../shell/server.ts'

type AnswerOf<Verb extends (...given: never[]) => unknown> = Awaited<ReturnType<Verb>>

export type Letter = AnswerOf<typeof client.letters.draft>
export type Template = Letter['template']
