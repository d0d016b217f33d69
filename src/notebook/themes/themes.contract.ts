import { z } from 'zod'
import { operation } from '../../kit/contract.ts'
import { dayShape, idShape } from '../../kit/shapes.ts'
import { wordOrId } from '../nouns/nouns.contract.ts'
import { kindOfPersonShape } from '../people/people.contract.ts'

const claim = z.string().trim().min(1).max(400).describe('What they say together, in your words')
const about = z.string().trim().max(5000).describe('What belongs to it, and what does not')
const topic = z
  .string()
  .trim()
  .max(400)
  .nullable()
  .describe('A topic by its name or id; null: none')
const which = z.string().describe('The id of a theme')
const lines = z
  .array(z.string())
  .max(500)
  .describe('Ids of lines that somebody said: quotes, advice and facts of this field')

const voices = z
  .array(
    z.object({
      people: z.array(
        z.object({
          id: z.string().nullable(),
          name: z.string().describe('As they agreed to be named'),
        }),
      ),
    }),
  )
  .describe('Those who count as one stand together')

const themeShape = z
  .object({
    id: z.string(),
    claim: z.string(),
    about: z.string(),
    topic: z.string().nullable(),
    so: voices,
    otherwise: voices,
    ofTwoMinds: voices.describe('Said so once, and otherwise another time: on neither side'),
    unknown: z.number().describe('Lines of nobody known, which count for nobody'),
    contested: z.boolean().describe('Somebody says so, and somebody otherwise'),
    lines: z.array(z.object({ line: z.string(), otherwise: z.boolean() })),
    since: dayShape.nullable().describe('The oldest day of its lines'),
    lastOn: dayShape.nullable().describe('The newest'),
    joined: z.array(z.string()).describe('The ids of themes that were joined into it'),
  })
  .meta({ id: 'Theme' })

const saidShape = z.object({
  line: z.string(),
  text: z.string(),
  mark: z.string(),
  otherwise: z.boolean(),
  speaker: z.string().nullable(),
  person: z.string().nullable(),
  kind: kindOfPersonShape.nullable(),
  day: dayShape,
  conversation: z.string().nullable(),
})

const curveShape = z.object({
  state: z
    .enum(['too-few', 'empty-base', 'not-reached', 'reached'])
    .describe('Whether new themes get rare; a hint about range, never about truth'),
  at: z.number().nullable().describe('The conversation after which hardly anything new came'),
  base: z.number(),
  run: z.number(),
  threshold: z.number(),
  conversations: z
    .array(
      z.object({
        id: z.string(),
        day: dayShape,
        newThemes: z.number(),
        themes: z.number().describe('All heard up to here'),
      }),
    )
    .describe('In the order held'),
})

export const themesContract = {
  list: operation({
    name: 'themes.list',
    summary: 'What people say together of a field: each theme with who says so and who otherwise',
    kind: 'read',
    right: 'notebook:read',
    positional: ['field'],
    input: z.object({ field: wordOrId.describe('A field by its name or id') }),
    output: z.object({
      field: z.string(),
      id: z.string(),
      themes: z.array(themeShape),
      unjoined: z.array(z.string()).describe('Ids of insights that make no theme yet'),
      curve: curveShape,
    }),
    refuses: ['field.unknown'],
  }),
  show: operation({
    name: 'themes.show',
    summary: 'One theme, with all that was said for it and otherwise',
    kind: 'read',
    right: 'notebook:read',
    positional: ['theme'],
    input: z.object({ theme: which }),
    output: z.object({ field: z.string(), theme: themeShape, said: z.array(saidShape) }),
    refuses: ['theme.unknown'],
  }),
  make: operation({
    name: 'themes.make',
    summary: 'Say in one sentence what several people say of a field, and which lines make it',
    kind: 'write',
    right: 'notebook:write',
    positional: ['field', 'claim'],
    input: z.object({
      field: wordOrId,
      claim,
      about: about.default(''),
      topic: topic.default(null),
      lines: lines.default([]),
      id: idShape('theme').optional(),
    }),
    output: z.object({ id: z.string() }),
    refuses: ['field.unknown', 'theme.already-there', 'theme.empty', 'line.unknown'],
  }),
  change: operation({
    name: 'themes.change',
    summary: 'Put a theme in other words, or under a topic; what you leave out stays',
    kind: 'write',
    right: 'notebook:write',
    positional: ['theme'],
    input: z.object({
      theme: which,
      claim: claim.optional(),
      about: about.optional(),
      topic: topic.optional(),
    }),
    output: z.object({ id: z.string() }),
    refuses: ['theme.unknown', 'theme.already-there', 'theme.empty'],
  }),
  gather: operation({
    name: 'themes.gather',
    summary: 'Say that lines make a theme, or that they say otherwise',
    kind: 'write',
    right: 'notebook:write',
    positional: ['theme', 'lines'],
    input: z.object({ theme: which, lines, otherwise: z.boolean().default(false) }),
    output: z.object({ changed: z.number() }),
    refuses: ['theme.unknown', 'line.unknown'],
  }),
  release: operation({
    name: 'themes.release',
    summary: 'Take lines out of a theme; they stay where they were said',
    kind: 'write',
    right: 'notebook:write',
    positional: ['theme', 'lines'],
    input: z.object({ theme: which, lines }),
    output: z.object({ changed: z.number() }),
    refuses: ['theme.unknown'],
  }),
  join: operation({
    name: 'themes.join',
    summary: 'Say that two themes are one; it can be parted again by undoing',
    kind: 'write',
    right: 'notebook:write',
    positional: ['theme', 'into'],
    input: z.object({
      theme: which.describe('The one that goes'),
      into: which.describe('The one whose words stay'),
    }),
    output: z.object({ id: z.string() }),
    refuses: ['theme.unknown', 'theme.already-joined', 'theme.elsewhere'],
  }),
  split: operation({
    name: 'themes.split',
    summary: 'Give some lines of a theme to a new one',
    kind: 'write',
    right: 'notebook:write',
    positional: ['theme', 'claim', 'lines'],
    input: z.object({ theme: which, claim, lines, id: idShape('theme').optional() }),
    output: z.object({ id: z.string() }),
    refuses: ['theme.unknown', 'theme.already-there', 'theme.empty', 'line.unknown'],
  }),
  remove: operation({
    name: 'themes.remove',
    summary: 'Put a theme into the bin, for thirty days; what people said stays in their notes',
    kind: 'write',
    right: 'notebook:write',
    positional: ['theme'],
    input: z.object({ theme: which }),
    output: z.object({ changed: z.number() }),
    refuses: ['theme.unknown'],
  }),
} as const
