import { z } from 'zod'
import { operation } from '../../kit/contract.ts'
import {
  clockShape,
  dayShape,
  idShape,
  instantShape,
  pageInput,
  zoneShape,
} from '../../kit/shapes.ts'
import { answeringShape, consentShape, personId } from '../people/people.contract.ts'
import { energies, engagements, media, settings, stepKinds } from './conversation.ts'

export const conversationId = idShape('conversation')
const text = z.string().trim().max(5000)

export const startShape = z.object({
  day: dayShape,
  clock: clockShape.nullable().default(null),
  zone: zoneShape.optional().describe('Where the clock hangs; yours if left out'),
})

const plannedQuestion = z.object({
  id: z.string().min(1).max(100),
  text: z.string().trim().min(1).max(2000),
  starred: z.boolean().default(false),
  asked: z.boolean().default(false),
})

const about = {
  people: z.array(personId).max(50).optional(),
  fields: z.array(idShape('field')).max(50).optional(),
  setting: z.enum(settings).optional().describe('planned, or by chance'),
  link: text.nullable().optional().describe('The one real thing that links you'),
  purpose: text.nullable().optional(),
  minutes: z.coerce.number<number>().int().min(5).max(600).optional(),
  medium: z.enum(media).nullable().optional(),
  place: text.nullable().optional(),
  start: startShape.nullable().optional(),
  questions: z.array(plannedQuestion).max(200).optional(),
  read: z.array(text).max(100).optional().describe('Already read, so no need to ask'),
  gift: text.nullable().optional().describe('Something for them'),
  energy: z.coerce.number<number>().pipe(z.literal(energies)).nullable().optional(),
  engagement: z.coerce.number<number>().pipe(z.literal(engagements)).nullable().optional(),
  tuesday: z.coerce
    .number<number>()
    .int()
    .min(0)
    .max(10)
    .nullable()
    .optional()
    .describe('Could I do this on a Tuesday?'),
  consent: answeringShape.optional().describe('What they agreed to, as they said it'),
}

export const nextShape = z
  .object({
    what: z.string().describe('The next step, as a code: "thank"'),
    why: z.string().describe('In a sentence'),
    code: z.string().describe('Which sentence, for programs that say it in their own language'),
    values: z.record(z.string(), z.union([z.string(), z.number()])),
    by: z.string().nullable().describe('A day, or an instant'),
  })
  .meta({ id: 'NextStep' })

const stepShape = z
  .object({
    id: z.string(),
    kind: z.enum(stepKinds),
    day: dayShape,
    at: instantShape,
    words: z.string().nullable(),
    start: startShape.optional(),
  })
  .meta({ id: 'Step' })

export const conversationShape = z
  .object({
    id: z.string(),
    people: z.array(z.object({ id: z.string(), name: z.string(), line: z.string() })),
    fields: z.array(z.object({ id: z.string(), name: z.string() })),
    setting: z.enum(settings),
    state: z.string().describe('Where it stands today: the fold of its steps'),
    next: nextShape.nullable(),
    mayFollow: z.array(z.enum(stepKinds)).describe('The steps that may be written down now'),
    start: startShape.nullable(),
    link: z.string().nullable(),
    purpose: z.string().nullable(),
    minutes: z.number(),
    medium: z.enum(media).nullable(),
    place: z.string().nullable(),
    questions: z.array(plannedQuestion),
    read: z.array(z.string()),
    gift: z.string().nullable(),
    energy: z.number().nullable(),
    engagement: z.number().nullable(),
    tuesday: z.number().nullable(),
    consent: consentShape.extend({ on: dayShape.nullable() }),
    offer: z
      .object({
        zone: z.string().describe('Theirs'),
        times: z.array(z.object({ day: dayShape, clock: clockShape })),
        on: dayShape,
      })
      .nullable()
      .describe('The times they may choose from'),
    fromThem: z
      .array(
        z.object({
          person: z.string(),
          at: instantShape,
          isSeen: z.boolean(),
          what: z.enum(['chose', 'another-time', 'declined', 'naming', 'forget', 'wrote']),
          start: startShape.optional().describe('The time they chose'),
          times: z.array(startShape).optional().describe('The times they would rather have'),
          words: z.string().nullable().optional(),
          naming: z.string().optional(),
          mail: z
            .object({
              message: z.string().describe('By which letters.open finds it'),
              kind: z.enum(['answer', 'vacation', 'bounce', 'late']),
              from: z.object({ name: z.string(), address: z.string() }).nullable(),
              subject: z.string(),
              letter: z.string().nullable().describe('The letter it goes back to'),
              reason: z.string().nullable().describe('Why a letter did not arrive'),
            })
            .optional()
            .describe('The head of a mail that was heard'),
        }),
      )
      .describe('What they did on their own page, or wrote, the latest last'),
    steps: z.array(stepShape),
    heldOn: dayShape.nullable(),
    binnedOn: dayShape.nullable(),
  })
  .meta({ id: 'Conversation' })

export const conversationRowShape = z
  .object({
    id: z.string(),
    people: z.array(z.object({ id: z.string(), name: z.string() })),
    fields: z.array(z.object({ id: z.string(), name: z.string() })),
    setting: z.enum(settings),
    state: z.string(),
    next: nextShape.nullable(),
    start: startShape.nullable(),
    heldOn: dayShape.nullable(),
    lastDay: dayShape,
  })
  .meta({ id: 'ConversationRow' })

export const conversationsContract = {
  plan: operation({
    name: 'conversations.plan',
    summary: 'Plan a conversation with one or more people',
    kind: 'write',
    right: 'notebook:write',
    input: z.object({
      ...about,
      id: conversationId.optional(),
      people: z.array(personId).min(1).max(50),
    }),
    output: conversationShape,
    refuses: ['person.unknown', 'field.unknown', 'conversation.already-there'],
  }),
  show: operation({
    name: 'conversations.show',
    summary: 'One conversation: where it stands and what comes next',
    kind: 'read',
    right: 'notebook:read',
    positional: ['id'],
    input: z.object({ id: conversationId }),
    output: conversationShape,
    refuses: ['conversation.unknown'],
  }),
  list: operation({
    name: 'conversations.list',
    summary: 'Conversations, the latest first',
    kind: 'read',
    right: 'notebook:read',
    input: z.object({
      ...pageInput,
      person: personId.optional(),
      field: idShape('field').optional(),
      open: z.boolean().optional().describe('Only those where something is still to come'),
    }),
    output: z.object({ conversations: z.array(conversationRowShape), next: z.string().nullable() }),
  }),
  change: operation({
    name: 'conversations.change',
    summary: 'Change what is written about a conversation; what you leave out stays',
    kind: 'write',
    right: 'notebook:write',
    positional: ['id'],
    input: z.object({ ...about, id: conversationId }),
    output: conversationShape,
    refuses: ['conversation.unknown', 'person.unknown', 'field.unknown', 'consent.no-yes'],
  }),
  step: operation({
    name: 'conversations.step',
    summary: 'Write down that something happened: sent, replied-yes, scheduled, held, thanked …',
    kind: 'write',
    right: 'notebook:write',
    positional: ['id', 'kind'],
    input: z.object({
      id: conversationId,
      kind: z.enum(stepKinds),
      day: dayShape.optional().describe('When it happened; today if left out'),
      at: instantShape.optional(),
      words: text.nullable().default(null),
      start: startShape.optional().describe('With `scheduled`: the time agreed'),
      step: idShape('step').optional().describe('Its id, where you make it'),
    }),
    output: conversationShape.extend({ step: z.string() }),
    refuses: ['conversation.unknown', 'step.not-now', 'step.no-time', 'step.already-there'],
  }),
  untake: operation({
    name: 'conversations.untake',
    summary: 'Take back a step that was written down by mistake',
    kind: 'write',
    right: 'notebook:write',
    positional: ['step'],
    input: z.object({ step: idShape('step') }),
    output: conversationShape,
    refuses: ['step.unknown'],
  }),
  remove: operation({
    name: 'conversations.remove',
    summary: 'Put conversations into the bin, for thirty days',
    kind: 'write',
    right: 'notebook:write',
    positional: ['conversations'],
    input: z.object({ conversations: z.array(conversationId).min(1).max(500) }),
    output: z.object({ changed: z.number() }),
    refuses: ['conversation.unknown'],
  }),
  next: operation({
    name: 'conversations.next',
    summary: 'The next step with each of several people',
    kind: 'read',
    right: 'notebook:read',
    positional: ['people'],
    input: z.object({ people: z.array(personId).min(1).max(200) }),
    output: z.object({
      next: z.array(z.object({ person: z.string(), conversation: z.string(), next: nextShape })),
    }),
  }),
} as const
