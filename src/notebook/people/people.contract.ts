import { z } from 'zod'
import { operation } from '../../kit/contract.ts'
import { dayShape, idShape, pageInput } from '../../kit/shapes.ts'
import {
  channelKinds,
  kindsOfPerson,
  nameParts,
  namingAnswers,
  notesAnswers,
  sharingAnswers,
} from './person.ts'

export const personId = idShape('person')
const words = z.string().trim().max(20_000)
const some = z.string().trim().min(1).max(2000)
const orNot = (shape: z.ZodType<string>) => shape.nullable().default(null)

const source = z.object({ by: z.string(), id: z.string().optional(), on: dayShape })
const sources = z
  .array(source)
  .optional()
  .describe('Kept as they were where a value is given back unchanged')

const nameShape = z.object({ part: z.enum(nameParts), text: some, sources })
const channelShape = z.object({
  kind: z.enum(channelKinds),
  value: some,
  label: orNot(some),
  preferred: z.boolean().default(false),
  sources,
})
const roleShape = z.object({
  title: orNot(some),
  organisation: orNot(some),
  organisationId: idShape('organisation').nullable().default(null),
  department: orNot(some),
  from: orNot(some),
  to: orNot(some),
  sources,
})
const placeShape = z.object({
  label: orNot(some),
  street: orNot(some),
  locality: orNot(some),
  region: orNot(some),
  postcode: orNot(some),
  country: orNot(some),
  sources,
})
const dateShape = z.object({ what: some, date: some, sources })
const meetingShape = z.object({
  day: dayShape.nullable().default(null),
  place: orNot(some),
  through: personId.nullable().default(null),
  words: orNot(some),
})
export const consentShape = z.object({
  notes: z.enum(notesAnswers).default('not-asked'),
  naming: z.enum(namingAnswers).default('not-asked'),
  sharing: z.enum(sharingAnswers).default('not-asked'),
})
/** An answer as it is written down: what is left out stays as it was. */
export const answeringShape = z.object({
  notes: z.enum(notesAnswers).optional().describe('May I keep notes?'),
  naming: z.enum(namingAnswers).optional().describe('How may I name you?'),
  sharing: z.enum(sharingAnswers).optional().describe('May I share what I learned?'),
  said: z
    .string()
    .trim()
    .min(1)
    .max(300)
    .optional()
    .describe(
      'How it was said ("aloud, at the end", "by mail"); needed for more than was agreed before',
    ),
})
export const answerShape = z.object({
  notes: z.enum(notesAnswers).optional(),
  naming: z.enum(namingAnswers).optional(),
  sharing: z.enum(sharingAnswers).optional(),
  said: z.string().nullable(),
  conversation: z.string().nullable(),
  on: dayShape,
})
export const kindOfPersonShape = z.enum(kindsOfPerson)

/** What the owner may write about somebody; left out stays as it is. */
const aboutThem = {
  name: some.optional().describe('The full name, as one says it'),
  names: z.array(nameShape).max(40).optional(),
  roles: z.array(roleShape).max(60).optional(),
  channels: z.array(channelShape).max(200).optional(),
  places: z.array(placeShape).max(40).optional(),
  dates: z.array(dateShape).max(60).optional(),
  labels: z.array(some).max(200).optional(),
  meeting: meetingShape.partial().optional().describe('How and where you met, and through whom'),
  words: words.optional().describe('Free words about them'),
  consent: answeringShape.optional().describe('What they answered'),
  fields: z
    .array(z.object({ field: idShape('field'), kind: kindOfPersonShape.nullable().default(null) }))
    .max(60)
    .optional(),
}

export const personRowShape = z
  .object({
    id: z.string(),
    name: z.string(),
    line: z.string().describe('Role and organisation of now'),
    spokeOn: dayShape.nullable(),
  })
  .meta({ id: 'PersonRow' })

export const personShape = z
  .object({
    id: z.string(),
    name: z.string(),
    line: z.string(),
    names: z.array(nameShape),
    roles: z.array(roleShape),
    channels: z.array(channelShape),
    places: z.array(placeShape),
    dates: z.array(dateShape),
    labels: z.array(z.string()),
    fields: z.array(
      z.object({ field: z.string(), name: z.string(), kind: kindOfPersonShape.nullable() }),
    ),
    meeting: meetingShape.extend({ throughName: z.string().nullable() }),
    words: z.string(),
    consent: consentShape.extend({ on: dayShape.nullable() }),
    answers: z.array(answerShape).optional().describe('How it came to be so, the newest last'),
    lastExchange: z
      .object({
        day: dayShape,
        channel: z.enum(['met', 'mail', 'call']),
        direction: z.enum(['out', 'in', 'both']),
        subject: z.string().nullable(),
      })
      .nullable()
      .describe('Contact elsewhere, as calendars and mail tell of it'),
    exchanges: z.number().describe('Days of such contact'),
    binnedOn: dayShape.nullable(),
    records: z
      .array(
        z.object({
          id: z.string(),
          name: z.string(),
          words: z.string().describe('Where the record came from'),
          since: dayShape.nullable(),
        }),
      )
      .optional()
      .describe('The records that are this person, where there are several'),
  })
  .meta({ id: 'Person' })

/** Somebody who was here before and may be the one who comes now. */
export const twinsShape = z
  .array(personRowShape.extend({ certain: z.boolean() }))
  .describe('Who was here before and may be the same, the likeliest first')

const personInList = personRowShape
  .extend({
    contactOn: dayShape
      .nullable()
      .describe('When you last spoke, met or wrote, also as calendars and mail tell'),
  })
  .meta({ id: 'PersonInList' })

const pageOfPeople = z.object({
  people: z.array(personInList),
  next: z.string().nullable().describe('Give it as `after` for the next page; null at the end'),
})

export const peopleContract = {
  add: operation({
    name: 'people.add',
    summary: 'Write down somebody you met, or want to meet',
    kind: 'write',
    right: 'notebook:write',
    positional: ['name'],
    input: z.object({ ...aboutThem, id: personId.optional(), name: some }),
    output: personShape.extend({ twins: twinsShape }),
    refuses: ['person.already-there', 'person.unknown', 'field.unknown'],
  }),
  find: operation({
    name: 'people.find',
    summary: 'Find people by name: beginnings and small slips are enough',
    kind: 'read',
    right: 'notebook:read',
    positional: ['text'],
    input: z.object({ ...pageInput, text: z.string().max(400) }),
    output: pageOfPeople,
  }),
  list: operation({
    name: 'people.list',
    summary: 'People in the order of their names',
    kind: 'read',
    right: 'notebook:read',
    input: z.object({
      ...pageInput,
      field: z.string().optional().describe('Only who can speak of this field (its id)'),
      label: z.string().optional(),
      organisation: z.string().optional().describe('Only who is or was there (its id)'),
      spoken: z.enum(['yes', 'not-yet']).optional(),
    }),
    output: pageOfPeople.extend({
      count: z.number().describe('How many people the notebook holds'),
    }),
  }),
  show: operation({
    name: 'people.show',
    summary: 'Everything written about one person',
    kind: 'read',
    right: 'notebook:read',
    positional: ['id'],
    input: z.object({ id: personId }),
    output: personShape,
    refuses: ['person.unknown'],
  }),
  change: operation({
    name: 'people.change',
    summary: 'Change what is written about somebody; what you leave out stays',
    kind: 'write',
    right: 'notebook:write',
    positional: ['id'],
    input: z.object({ ...aboutThem, id: personId }),
    output: personShape,
    refuses: ['person.unknown', 'field.unknown', 'consent.no-yes'],
  }),
  label: operation({
    name: 'people.label',
    summary: 'Put labels on several people, or take them off',
    kind: 'write',
    right: 'notebook:write',
    positional: ['people'],
    input: z.object({
      people: z.array(personId).min(1).max(5000),
      add: z.array(some).max(50).default([]),
      remove: z.array(some).max(50).default([]),
    }),
    output: z.object({ changed: z.number() }),
    refuses: ['person.unknown'],
  }),
  place: operation({
    name: 'people.place',
    summary: 'Say which field several people can speak of, and from which chair',
    kind: 'write',
    right: 'notebook:write',
    positional: ['people'],
    input: z.object({
      people: z.array(personId).min(1).max(5000),
      field: idShape('field'),
      kind: kindOfPersonShape.nullable().default(null),
      remove: z.boolean().default(false),
    }),
    output: z.object({ changed: z.number() }),
    refuses: ['person.unknown', 'field.unknown'],
  }),
  remove: operation({
    name: 'people.remove',
    summary: 'Put people into the bin, for thirty days',
    kind: 'write',
    right: 'notebook:write',
    positional: ['people'],
    input: z.object({ people: z.array(personId).min(1).max(5000) }),
    output: z.object({ changed: z.number() }),
    refuses: ['person.unknown'],
  }),
  labels: operation({
    name: 'people.labels',
    summary: 'The labels in use, and how many people carry each',
    kind: 'read',
    right: 'notebook:read',
    input: z.object({}),
    output: z.object({ labels: z.array(z.object({ label: z.string(), people: z.number() })) }),
  }),
} as const
