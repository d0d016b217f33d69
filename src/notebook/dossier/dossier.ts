import type { Day, Instant } from '../../kit/days.ts'
import type { Answer, Consent } from '../people/person.ts'

/** Where a value came from, in words: "from contacts.vcf on 2026-03-11". */
export interface Told {
  readonly what: string
  readonly value: string
  readonly from: readonly string[]
}

/** A line as it was written, and whose it is. */
export interface DossierLine {
  readonly text: string
  readonly by: 'them' | 'owner' | 'nobody-knows'
  readonly offRecord: boolean
}

/** One answer as it was given: what it says, on which day, and how it was said where that was written down. */
export interface DossierAnswer extends Omit<Answer, 'conversation'> {
  readonly inConversation: boolean
}

export interface DossierPromise {
  readonly whose: 'owner' | 'theirs'
  readonly text: string
  readonly due: Day | null
  readonly doneOn: Day | null
}

export interface DossierLetter {
  readonly subject: string
  readonly body: string
  readonly sentOn: Day | null
}

/** What a transcript has of them. */
export interface DossierTranscript {
  readonly name: string
  readonly on: Day
  readonly lines: readonly DossierLine[]
}

/** A photo or scan of notes; `base64` is null where it may show what others said, or what was off the record. */
export interface DossierPicture {
  readonly name: string
  readonly words: string
  readonly on: Day
  readonly mediaType: string
  readonly base64: string | null
}

export interface DossierConversation {
  readonly day: Day | null
  readonly with: readonly string[]
  readonly about: readonly string[]
  readonly place: string | null
  readonly medium: string | null
  /** What was written when it was planned: the link, the purpose, a gift, questions. */
  readonly plan: readonly { readonly what: string; readonly text: string }[]
  readonly consent: Consent
  readonly steps: readonly {
    readonly day: Day
    readonly kind: string
    readonly words: string | null
  }[]
  readonly lines: readonly DossierLine[]
  /** Lines that others said there, which are theirs and not shown. */
  readonly othersLines: number
  readonly promises: readonly DossierPromise[]
  readonly letters: readonly DossierLetter[]
  readonly transcripts: readonly DossierTranscript[]
  readonly pictures: readonly DossierPicture[]
  readonly inBin: boolean
}

export interface DossierCard {
  readonly file: string
  readonly on: Day
  /** The record as it came, without the bytes of pictures; null where it was a row of a table. */
  readonly text: string | null
  readonly cells: readonly { readonly name: string; readonly value: string }[]
}

export interface DossierExchange {
  readonly day: Day
  readonly channel: string
  readonly direction: string
  readonly subject: string | null
}

/** An introduction in which they take part, as far as it is theirs to read. */
export interface DossierIntroduction {
  readonly part: 'connector' | 'requester' | 'target'
  readonly on: Day
  readonly with: readonly string[]
  readonly about: string
  readonly line: string
  readonly reason: string
  readonly steps: readonly { readonly kind: string; readonly day: Day }[]
  readonly letters: readonly DossierLetter[]
}

/** All that a notebook holds about one person, for that person to read. */
export interface Dossier {
  readonly format: 'sobremesa-dossier'
  readonly version: 1
  readonly madeAt: Instant
  readonly day: Day
  readonly name: string
  /** Under which names separate records of them stand, where there are several. */
  readonly records: readonly string[]
  readonly values: readonly Told[]
  readonly words: readonly string[]
  readonly meeting: {
    readonly day: Day | null
    readonly place: string | null
    readonly through: string | null
    readonly words: string | null
  }
  /** Who was met through them. */
  readonly ledTo: readonly string[]
  readonly fields: readonly string[]
  readonly consent: Consent
  /** How it came to be so, the earliest first. */
  readonly answers: readonly DossierAnswer[]
  readonly notes: readonly DossierLine[]
  readonly conversations: readonly DossierConversation[]
  readonly introductions: readonly DossierIntroduction[]
  /** Lines elsewhere that name them, with what they stand in. */
  readonly elsewhere: readonly (DossierLine & { readonly where: string })[]
  /** Contact elsewhere that a calendar or a mailbox told of. */
  readonly exchanges: readonly DossierExchange[]
  readonly cards: readonly DossierCard[]
  /** Pages made for them, which open without an account: from which day to which. */
  readonly pages: readonly { readonly from: Day; readonly until: Day }[]
  readonly history: readonly { readonly day: Day; readonly what: string; readonly door: string }[]
  readonly offRecord: { readonly lines: number; readonly shown: boolean }
  /** How many lines are for the owner's eyes alone, where a program asked; the owner is shown them. */
  readonly keptBack: number
  readonly inBin: Day | null
}
