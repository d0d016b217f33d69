import type { Day, Instant } from '../../../kit/days.ts'
import type {
  BondId,
  ConversationId,
  ExchangeId,
  FieldId,
  IntroductionId,
  LineId,
  NoteId,
  OwnerId,
  PersonId,
  TombstoneId,
  TranscriptId,
} from '../../../kit/ids.ts'

/** A thing is kept as one document under its owner; what is asked of many things stands in the indexes below. */
export interface ThingRow {
  owner_id: OwnerId
  id: string
  revision: number
  binned_on: Day | null
  doc: string
}

export const thingTables = [
  'people',
  'organisations',
  'fields',
  'topics',
  'conversations',
  'steps',
  'notes',
  'decisions',
  'letters',
  'questions',
  'cards',
  'imports',
  'settings',
  'bonds',
  'exchanges',
  'tombstones',
  'mappings',
  'transcripts',
  'attachments',
  'quotations',
  'templates',
  'introductions',
  'themes',
] as const

export type ThingTable = (typeof thingTables)[number]

/** Derived from the documents; can be thrown away and rebuilt (`sobremesa notebook rebuild`). */
export interface IndexTables {
  person_keys: { owner_id: OwnerId; person_id: PersonId; kind: string; key: string }
  person_order: {
    owner_id: OwnerId
    person_id: PersonId
    name_key: string
    name: string
    line: string
    binned: number
    spoke_day: Day | null
  }
  name_words: { owner_id: OwnerId; word: string; person_id: PersonId }
  name_variants: { owner_id: OwnerId; variant: string; word: string }
  noun_keys: {
    owner_id: OwnerId
    kind: 'field' | 'organisation' | 'topic'
    key: string
    id: string
  }
  /** Which fields, organisations and topics were merged into which. */
  noun_merges: { owner_id: OwnerId; into_id: string; id: string }
  /** The organisations that are places: where the owner would like to work, or learn. */
  wished: { owner_id: OwnerId; organisation_id: string }
  card_keys: { owner_id: OwnerId; key: string; card_id: string; person_id: PersonId }
  conversation_people: { owner_id: OwnerId; conversation_id: ConversationId; person_id: PersonId }
  conversation_fields: { owner_id: OwnerId; conversation_id: ConversationId; field_id: FieldId }
  conversation_life: {
    owner_id: OwnerId
    conversation_id: ConversationId
    /** 0 when nothing will ever be due again; then the day's list need not look at it. */
    waking: number
    last_day: Day
    held_day: Day | null
  }
  field_questions: { owner_id: OwnerId; field_id: string; question_id: string }
  field_themes: { owner_id: OwnerId; field_id: string; theme_id: string }
  conversation_steps: { owner_id: OwnerId; conversation_id: ConversationId; step_id: string }
  subject_notes: { owner_id: OwnerId; subject_kind: string; subject_id: string; note_id: NoteId }
  lines: {
    owner_id: OwnerId
    line_id: LineId
    note_id: NoteId
    position: number
    mark: string
    /** The words as a letter quotes them; empty for a line off the record. */
    said: string
    off_record: number
    /** Who is named right after the mark, as it was written; whom that means is asked at each reading. */
    named: string
    conversation_id: ConversationId | null
    /** The day its note was kept with; a conversation's own day is newer truth. */
    day: Day
    due: Day | null
  }
  line_tags: {
    owner_id: OwnerId
    line_id: LineId
    kind: 'field' | 'topic' | 'person'
    key: string
  }
  search_texts: {
    owner_id: OwnerId
    kind: string
    id: string
    folded: string
    day: Day | null
  }
  /** Members of a group of records that are one person, each with the one under which all are shown. */
  person_groups: { owner_id: OwnerId; person_id: PersonId; head_id: PersonId }
  /** Whom each bond speaks of: `same`, `distinct` or `parted`. */
  bond_people: { owner_id: OwnerId; person_id: PersonId; bond_id: BondId; kind: string }
  /** Who may be one person, as a look found; `a_id` before `b_id`, `likelihood` in millionths, `agreements` as JSON. */
  duplicate_pairs: {
    owner_id: OwnerId
    a_id: PersonId
    b_id: PersonId
    certain: number
    likelihood: number
    look_id: string
    agreements: string
    /** With whom both are one, where that is why. */
    through_id: PersonId | null
  }
  /** When the last look was, and what it learnt of this notebook, as JSON: somebody who arrives is compared by it. */
  linkage_models: { owner_id: OwnerId; look_id: string; looked_at: Instant; model: string }
  /** Who came or changed since the last look and was not compared on arrival. */
  people_unlooked: { owner_id: OwnerId; person_id: PersonId }
  exchange_people: {
    owner_id: OwnerId
    exchange_id: ExchangeId
    person_id: PersonId
    day: Day
  }
  tombstone_keys: { owner_id: OwnerId; key: string; tombstone_id: TombstoneId }
  /** The transcripts and pictures of a conversation; `searched` says of which state the search index knows the words. */
  conversation_files: {
    owner_id: OwnerId
    conversation_id: ConversationId
    file_id: string
    kind: 'transcript' | 'attachment'
    searched: string
  }
  /** Who was said to speak under a name in a transcript: a person's id, `me` or `nobody`. */
  transcript_voices: { owner_id: OwnerId; transcript_id: TranscriptId; key: string; who: string }
  quotation_places: { owner_id: OwnerId; transcript_id: TranscriptId; line_id: LineId }
  /** Which conversation each letter is about; the day it went, if it did. */
  letter_about: {
    owner_id: OwnerId
    letter_id: string
    conversation_id: ConversationId
    template: string
    sent_day: Day | null
  }
  /** By which Message-ID a letter went, so that an answer finds it. */
  letter_messages: { owner_id: OwnerId; message_id: string; letter_id: string }
  /** Who takes part in each introduction, beside the owner. */
  introduction_people: {
    owner_id: OwnerId
    introduction_id: IntroductionId
    person_id: PersonId
  }
}

/**
 * Made anew from the documents alone. What a look for duplicates found is not among them: another look makes that.
 */
export const derivedTables = [
  'person_keys',
  'person_order',
  'name_words',
  'name_variants',
  'bond_people',
  'person_groups',
  'noun_keys',
  'noun_merges',
  'wished',
  'card_keys',
  'exchange_people',
  'conversation_people',
  'conversation_fields',
  'conversation_life',
  'conversation_steps',
  'field_questions',
  'field_themes',
  'subject_notes',
  'lines',
  'line_tags',
  'search_texts',
  'tombstone_keys',
  'conversation_files',
  'transcript_voices',
  'quotation_places',
  'letter_about',
  'letter_messages',
  'introduction_people',
] as const satisfies readonly (keyof IndexTables)[]

/** What the log keeps nothing of: secrets, and letters on their way, which nobody can undo. */
export interface PostTables {
  /** Browsers that hear in the morning; `sealed` holds where they are reached. */
  mornings: {
    owner_id: OwnerId
    browser: string
    doc: string
    sealed: Uint8Array
    last_day: Day | null
  }
  /** By what services of push know this notebook. */
  push_keys: { owner_id: OwnerId; public: string; sealed: Uint8Array }
  mail_accounts: { owner_id: OwnerId; purpose: 'out' | 'in'; doc: string; sealed: Uint8Array }
  /** How far the mailbox in which answers are heard was looked through; nothing of what was in it. */
  mail_heard: { owner_id: OwnerId; doc: string }
  /** A letter that was told to go, until it went: `due_at` is when it goes, or is tried again. */
  outgoing: {
    owner_id: OwnerId
    letter_id: string
    conversation_id: ConversationId
    state: 'waiting' | 'handing' | 'unsure' | 'failed'
    due_at: Instant
    doc: string
  }
}

export type ThingTables = Record<ThingTable, ThingRow>
