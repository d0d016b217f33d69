import type { JobOutput } from '../shell/client.ts'
import type { client } from '../shell/server.ts'

type AnswerOf<Verb extends (...given: never[]) => unknown> = Awaited<ReturnType<Verb>>

export type Elsewhere = AnswerOf<typeof client.transcripts.list>
export type TranscriptRow = Elsewhere['transcripts'][number]
export type TranscriptPage = AnswerOf<typeof client.transcripts.show>
export type Turn = TranscriptPage['turns'][number]
export type Voice = TranscriptPage['voices'][number]
export type Quotation = TranscriptPage['quotations'][number]
export type Picture = AnswerOf<typeof client.attachments.list>['attachments'][number]

/** What is seen of a transcript before it comes in. */
export type Looked = Pick<
  JobOutput<'transcripts.import'>,
  'count' | 'voices' | 'beginning' | 'losses' | 'lost'
>
