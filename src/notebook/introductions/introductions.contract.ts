import { z } from 'zod'
import {
  introductionAnswers,
  introductionStepKinds,
  parties,
  shapes,
  sides,
} from '../../craft/introductions/introduction.ts'
import { templateCodes } from '../../craft/letters/codes.ts'
import { operation } from '../../kit/contract.ts'
import { dayShape, idShape } from '../../kit/shapes.ts'
import { checksShape } from '../letters/letters.contract.ts'
import { linkShape } from '../links/links.contract.ts'
import { lettersFor, readOnPage } from './introduction.ts'

const introductionId = idShape('introduction')
const personId = idShape('person')
const side = z.enum(sides)
const bothSides = <Shape extends z.ZodType>(shape: Shape) =>
  z.object({ requester: shape, target: shape })

const line = z.string().trim().max(500)

/** What may be written of it at any time. */
const words = {
  lines: bothSides(line).partial().optional().describe('One good line about each side, unnamed'),
  reasons: bothSides(line).partial().optional().describe('Why each side may be glad of it'),
  both: line.optional().describe('What both gain'),
  about: line.optional().describe('What it is about: paper conservation'),
  question: line.optional().describe('The one question'),
  minutes: z.coerce.number<number>().int().min(5).max(240).optional(),
  named: z.boolean().optional().describe('The requester may be named before they are linked'),
}

const somebody = z.object({ id: z.string().nullable(), name: z.string() })

export const introductionShape = z
  .object({
    id: z.string(),
    shape: z.enum(shapes).describe('asked: the requester asked; idea: the connector’s own'),
    me: z.enum(parties).describe('Which of the three you are'),
    people: z
      .object({
        connector: somebody.nullable(),
        requester: somebody.nullable(),
        target: somebody.nullable(),
      })
      .describe('You are there without an id; null is who is not known to you'),
    conversation: z.string().nullable(),
    lines: bothSides(z.string()),
    reasons: bothSides(z.string()),
    both: z.string(),
    about: z.string(),
    question: z.string(),
    minutes: z.number(),
    named: z.boolean(),
    begunOn: dayShape,
    state: z
      .enum(['planned', 'weighing', 'asking', 'agreed', 'waiting', 'made', 'closed'])
      .describe('A private no and silence are the same state, on the same days'),
    since: dayShape.nullable(),
    until: dayShape.nullable().describe('Without an answer it closes quietly after this day'),
    rest: z
      .object({ since: dayShape, until: dayShape })
      .nullable()
      .describe('Its connector had an introduction for you in hand, and is let be until then'),
    sides: bothSides(
      z.object({ is: z.enum(['not-asked', 'asked', 'yes']), on: dayShape.nullable() }),
    ),
    next: z.object({
      what: z.string(),
      why: z.string(),
      code: z.string(),
      values: z.record(z.string(), z.union([z.string(), z.number()])),
      by: dayShape.nullable(),
    }),
    may: z
      .array(z.object({ kind: z.enum(introductionStepKinds), side: side.nullable() }))
      .describe('What can be written down today'),
    letters: z
      .array(
        z.object({
          template: z.enum(templateCodes),
          side: side.nullable(),
          sentOn: dayShape.nullable(),
          mayWrite: z.boolean(),
        }),
      )
      .describe('The letters of your part in it'),
    givenAway: z
      .array(z.object({ side, words: z.enum(readOnPage), name: z.string() }))
      .describe(
        'Words for a side that name the other, whom it may not know yet: its page leaves them out',
      ),
    steps: z.array(
      z.object({ kind: z.enum(introductionStepKinds), side: side.nullable(), on: dayShape }),
    ),
  })
  .meta({ id: 'Introduction' })

const which = { id: introductionId }
const whichLetter = {
  ...which,
  template: z.enum([...new Set(Object.values(lettersFor).flat())]),
  side: side.optional().describe('To whom, of a letter that may go to either side'),
}
const written = {
  subject: z.string().max(400).optional(),
  body: z.string().max(20_000).optional(),
}

const letter = z
  .object({
    introduction: z.string(),
    template: z.enum(templateCodes),
    side: side.nullable(),
    to: z.array(z.object({ id: z.string(), name: z.string(), mail: z.string().nullable() })),
    bcc: z.array(z.object({ id: z.string(), name: z.string(), mail: z.string().nullable() })),
    subject: z.string(),
    body: z.string(),
    gaps: z.array(z.string()).describe('What the letter still leaves open, in its own words'),
    checks: checksShape,
    mailto: z.string().describe('Opens the mail program'),
    own: z.boolean().describe('You changed it'),
    sentOn: dayShape.nullable(),
  })
  .meta({ id: 'IntroductionLetter' })

export const introductionsContract = {
  plan: operation({
    name: 'introductions.plan',
    summary: 'Begin an introduction: as its connector, as who asks for it, or as who is asked for',
    kind: 'write',
    right: 'notebook:write',
    input: z.object({
      id: introductionId.optional(),
      shape: z.enum(shapes).default('asked'),
      me: z.enum(parties).default('connector').describe('Which of the three you are'),
      connector: personId.optional(),
      requester: personId.optional().describe('Who asks; in an idea, one of the two'),
      target: personId.optional().describe('Whom they ask for; in an idea, the other'),
      conversation: idShape('conversation').optional().describe('Where it came up'),
      ...words,
      on: dayShape.optional().describe('When you were asked, if not today'),
    }),
    output: introductionShape,
    refuses: [
      'introduction.invalid',
      'introduction.already-there',
      'introduction.not-now',
      'person.unknown',
      'conversation.unknown',
    ],
  }),
  list: operation({
    name: 'introductions.list',
    summary: 'Introductions on their way, or all there were; those with something to do first',
    kind: 'read',
    right: 'notebook:read',
    input: z.object({
      person: personId.optional().describe('Only those with them'),
      closed: z.boolean().default(false).describe('Also those that are over'),
    }),
    output: z.object({ introductions: z.array(introductionShape) }),
    refuses: ['person.unknown'],
  }),
  show: operation({
    name: 'introductions.show',
    summary: 'An introduction: where it stands, what comes next, and what may be written',
    kind: 'read',
    right: 'notebook:read',
    positional: ['id'],
    input: z.object(which),
    output: introductionShape,
    refuses: ['introduction.unknown'],
  }),
  change: operation({
    name: 'introductions.change',
    summary:
      'Change the words of an introduction: what it is about, and why each may be glad of it',
    kind: 'write',
    right: 'notebook:write',
    positional: ['id'],
    input: z.object({ ...which, ...words }),
    output: introductionShape,
    refuses: ['introduction.unknown'],
  }),
  answer: operation({
    name: 'introductions.answer',
    summary: 'What a side answered, as you heard it; a no is written down nowhere',
    kind: 'write',
    right: 'notebook:write',
    positional: ['id', 'answer'],
    tracelessWith: { answer: 'no' },
    input: z.object({
      ...which,
      answer: z.enum(introductionAnswers),
      side: side.optional().describe('Whose answer, where both were asked'),
      on: dayShape.optional(),
    }),
    output: introductionShape,
    refuses: ['introduction.unknown', 'introduction.not-now'],
  }),
  step: operation({
    name: 'introductions.step',
    summary:
      'Write down what happened: asked, linked, bcc, met, told, thanked; or close it quietly',
    kind: 'write',
    right: 'notebook:write',
    positional: ['id', 'kind'],
    input: z.object({
      ...which,
      kind: z.enum(introductionStepKinds),
      side: side.optional().describe('Whom you asked, or who said yes'),
      on: dayShape.optional(),
    }),
    output: introductionShape,
    refuses: ['introduction.unknown', 'introduction.not-now'],
  }),
  remove: operation({
    name: 'introductions.remove',
    summary: 'Take an introduction away, with its letters',
    kind: 'write',
    right: 'notebook:write',
    positional: ['id'],
    input: z.object(which),
    output: z.object({ id: z.string() }),
    refuses: ['introduction.unknown'],
  }),
  letter: operation({
    name: 'introductions.letter',
    summary:
      'A letter of an introduction, drafted from what is written there; yours, if you changed it',
    kind: 'read',
    right: 'notebook:read',
    positional: ['id', 'template'],
    input: z.object({
      ...whichLetter,
      afresh: z.boolean().default(false).describe('Draft anew, whatever was kept'),
    }),
    output: letter,
    refuses: ['introduction.unknown', 'introduction.no-letter'],
  }),
  keep: operation({
    name: 'introductions.keep',
    summary: 'Keep your own words of a letter of an introduction',
    kind: 'write',
    right: 'notebook:write',
    positional: ['id', 'template'],
    input: z.object({ ...whichLetter, ...written }),
    output: letter,
    refuses: ['introduction.unknown', 'introduction.no-letter'],
  }),
  sent: operation({
    name: 'introductions.sent',
    summary: 'You sent it: keep it as it went, and move the introduction on',
    kind: 'write',
    right: 'notebook:write',
    positional: ['id', 'template'],
    input: z.object({
      ...whichLetter,
      ...written,
      on: dayShape.optional(),
      anyway: z
        .string()
        .trim()
        .min(3)
        .max(500)
        .optional()
        .describe('Why it went although something is asked about, in your words'),
    }),
    output: z.object({ letter, introduction: introductionShape }),
    refuses: [
      'introduction.unknown',
      'introduction.no-letter',
      'introduction.not-now',
      'letter.unready',
    ],
  }),
} as const

export const answerLinksContract = {
  page: operation({
    name: 'introductions.page',
    summary:
      'A page on which a side says yes or a private no, without an account; its address is given once',
    kind: 'write',
    way: 'server',
    right: 'access:manage',
    positional: ['id', 'side'],
    input: z.object({ ...which, side: side.default('target') }),
    output: linkShape.extend({
      path: z.string().describe('The address, behind the name of this server; kept nowhere'),
    }),
    refuses: ['introduction.unknown', 'introduction.no-letter', 'introduction.unready'],
  }),
} as const
