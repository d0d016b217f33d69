import type { z } from 'zod'
import type { Operation } from '../../kit/contract.ts'
import type { Operations } from '../../operations/list.ts'

type OutputOf<O> =
  O extends Operation<z.ZodType, infer Output extends z.ZodType> ? z.output<Output> : never

/** What an operation answers: `AnswerOf<'today', 'show'>`. */
export type AnswerOf<Noun extends keyof Operations, Verb extends keyof Operations[Noun]> = OutputOf<
  Operations[Noun][Verb]
>

type NearOutput = AnswerOf<'notebook', 'near'>
export type NearPerson = NearOutput['people'][number]
/** A conversation as the list shows it, and in which lists. */
export type NearTalk = NearOutput['talks'][number]
export type NearPage = NearOutput['pages'][number]
/** From where the lists go on with a network. */
export type Beyond = NonNullable<NearOutput['beyond']>
export type NearConversation = AnswerOf<'conversations', 'show'>
export type Row = AnswerOf<'conversations', 'list'>['conversations'][number]
export type NearNote = AnswerOf<'notes', 'show'>
export type NearTranscript = AnswerOf<'transcripts', 'show'>
export type NearToday = AnswerOf<'today', 'show'>
export type NearWholePerson = AnswerOf<'people', 'show'>
