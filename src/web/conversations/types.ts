import type { client } from '../shell/server.ts'

type AnswerOf<Verb extends (...given: never[]) => unknown> = Awaited<ReturnType<Verb>>

export type Conversation = AnswerOf<typeof client.conversations.show>
export type ConversationRow = AnswerOf<typeof client.conversations.list>['conversations'][number]
export type StepKind = Conversation['mayFollow'][number]
export type Step = Conversation['steps'][number]
export type Consent = Conversation['consent']
export type Brief = AnswerOf<typeof client.conversations.brief>
export type BriefQuestion = Brief['spares'][number]
export type Note = AnswerOf<typeof client.notes.show>
export type NoteLine = Note['lines'][number]
export type PersonRow = AnswerOf<typeof client.people.find>['people'][number]
