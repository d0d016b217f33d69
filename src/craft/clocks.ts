/** Two ends of a span, the earlier or smaller first. */
type Span = readonly [number, number]

/** Letters to somebody who has not answered yet. */
export interface OutreachClocks {
  /** Words at which a letter asks to be shortened; it fits one screen of a phone. */
  readonly wordsMax: number
  readonly wordsTarget: Span
  readonly subjectWords: Span
  /** Minutes one asks for. */
  readonly askMinutes: number
  /** Business days of silence after which a second person is worth a letter. */
  readonly widenAfter: number
  /** Business days of silence after which one nudge may go. */
  readonly nudgeAfter: number
  /** Letters that may stay unanswered before silence counts as an answer. One may want fewer, never more. */
  readonly maxUnanswered: 1 | 2
  /** Business days of silence after the nudge, then it rests. */
  readonly restAfterNudge: number
  /** Days of rest after which a new reason may begin anew. */
  readonly reopenDays: number
  /** Days after a "later" when one may ask again. */
  readonly laterDays: number
  /** Business days within which a yes is answered with two or three times. */
  readonly scheduleWithin: number
  /** Business days up to which a reply counts as quick; it orders lists and is never shown. */
  readonly quickWithin: number
  /** People of one organisation with an open letter at the same time. */
  readonly maxOpenPerOrganisation: number
  /** Share of letters that plans count on being answered. */
  readonly replyRatePlan: Span
}

export interface MeetingClocks {
  /** Hours before the start in which a short note confirms it; the later end first opens it. */
  readonly confirmHoursBefore: Span
  readonly minutes: Span
  /** Minutes before the end when it is time to close. */
  readonly closeMinutes: number
  readonly arriveEarlyMinutes: number
  /** Hours of a wall clock in which one likes to speak, and in which one is up: 17.5 is 17:30. Taken for both sides. */
  readonly workingHours: Span
  readonly wakingHours: Span
  /** Days between an offer and the first time in it, and days after that which are looked at. */
  readonly offerAheadDays: number
  readonly offerWithinDays: number
  readonly offerTimes: number
}

export interface AfterClocks {
  readonly captureHours: number
  readonly thanksHours: number
  /** Hours after which a thank-you is late, and still welcome. */
  readonly thanksLateAfterHours: number
  /** Hours after a chance meeting in which one line recalls the moment. */
  readonly followUpHours: number
  readonly debriefHours: number
  /** Days after which the first report is due: from, to. */
  readonly firstUpdateDays: Span
  /** Days a promise has where none was said. */
  readonly promiseDefaultDays: number
}

export interface IntroductionClocks {
  readonly askExpiresDays: number
  readonly requesterRepliesHours: number
  readonly outcomeDays: number
  /** Days in which whoever had an introduction for the owner in hand is not asked for another. */
  readonly connectorRestDays: number
}

export interface CircleClocks {
  readonly askExpiresDays: number
  /** Business days to answer a match. */
  readonly matchReply: number
  readonly fiveMinuteFavorMinutes: number
  readonly givingMinutesAWeek: number
}

/** Days between hellos, by how near somebody is. */
export interface CadenceClocks {
  readonly innerFive: number
  readonly closeFifteen: number
  readonly developing: number
  readonly activeFifty: number
  readonly secondary: number
  readonly wideHundredFifty: number
  /** Silent so long, somebody is dormant: often the best to hear from again. */
  readonly dormant: number
}

export interface SaturationClocks {
  /** Conversations that make the base, and that make a run. */
  readonly base: number
  readonly run: number
  /** Share of new themes, of those in the base, at which a run counts as quiet. */
  readonly threshold: number
}

export interface PublishClocks {
  readonly minPeople: number
  readonly reviewDays: number
}

/** Every timing and limit of the craft. All are the owner's to change; these are where one begins. */
export interface Clocks {
  readonly outreach: OutreachClocks
  readonly meeting: MeetingClocks
  readonly after: AfterClocks
  readonly introduction: IntroductionClocks
  readonly circle: CircleClocks
  readonly cadence: CadenceClocks
  readonly saturation: SaturationClocks
  readonly publish: PublishClocks
}

export const defaultClocks: Clocks = {
  outreach: {
    wordsMax: 100,
    wordsTarget: [50, 90],
    subjectWords: [3, 8],
    askMinutes: 20,
    widenAfter: 3,
    nudgeAfter: 7,
    maxUnanswered: 2,
    restAfterNudge: 7,
    reopenDays: 90,
    laterDays: 30,
    scheduleWithin: 1,
    quickWithin: 3,
    maxOpenPerOrganisation: 2,
    replyRatePlan: [0.2, 0.4],
  },
  meeting: {
    confirmHoursBefore: [24, 48],
    minutes: [15, 30],
    closeMinutes: 5,
    arriveEarlyMinutes: 10,
    workingHours: [9, 17.5],
    wakingHours: [8, 21],
    offerAheadDays: 2,
    offerWithinDays: 14,
    offerTimes: 3,
  },
  after: {
    captureHours: 24,
    thanksHours: 24,
    thanksLateAfterHours: 168,
    followUpHours: 24,
    debriefHours: 72,
    firstUpdateDays: [14, 30],
    promiseDefaultDays: 7,
  },
  introduction: {
    askExpiresDays: 14,
    requesterRepliesHours: 24,
    outcomeDays: 21,
    connectorRestDays: 60,
  },
  circle: {
    askExpiresDays: 30,
    matchReply: 3,
    fiveMinuteFavorMinutes: 5,
    givingMinutesAWeek: 120,
  },
  cadence: {
    innerFive: 7,
    closeFifteen: 30,
    developing: 30,
    activeFifty: 120,
    secondary: 150,
    wideHundredFifty: 365,
    dormant: 1095,
  },
  saturation: { base: 4, run: 2, threshold: 0.05 },
  publish: { minPeople: 3, reviewDays: 7 },
}

/** What an owner changed: any value of any group, the rest as it comes. */
export type OwnClocks = { readonly [Group in keyof Clocks]?: Partial<Clocks[Group]> }

export function clocksWith(own: OwnClocks): Clocks {
  return {
    outreach: { ...defaultClocks.outreach, ...own.outreach },
    meeting: { ...defaultClocks.meeting, ...own.meeting },
    after: { ...defaultClocks.after, ...own.after },
    introduction: { ...defaultClocks.introduction, ...own.introduction },
    circle: { ...defaultClocks.circle, ...own.circle },
    cadence: { ...defaultClocks.cadence, ...own.cadence },
    saturation: { ...defaultClocks.saturation, ...own.saturation },
    publish: { ...defaultClocks.publish, ...own.publish },
  }
}
