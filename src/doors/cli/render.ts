import { type JsonSchema, settled } from '../shared/schema.ts'
import { harmless, table } from './table.ts'

/** Which columns are worth a line, for shapes that hold more than fits on one. By the name of the shape. */
const columnsFor: Readonly<Record<string, readonly string[]>> = {
  TodayItem: ['what', 'who', 'why', 'by'],
  PersonRow: ['name', 'line', 'spokeOn', 'id'],
  ConversationRow: ['people', 'state', 'next', 'fields', 'id'],
  Insight: ['mark', 'text', 'speaker', 'day'],
  Hit: ['kind', 'text', 'under', 'day', 'id'],
  Write: ['day', 'operation', 'door', 'things', 'undone', 'id'],
  Job: ['operation', 'state', 'done', 'words', 'startedAt', 'id'],
  UnderstoodLine: ['mark', 'text', 'people', 'fields', 'topics', 'day'],
  NoteLine: ['mark', 'text', 'speaker', 'due', 'id'],
  Step: ['day', 'kind', 'words', 'id'],
}

/** Shapes that read better as a sentence; their ids stand below it, for the next command. */
const sentenceFor: Readonly<Record<string, (thing: Thing) => string>> = {
  DuplicatePair: ({ aName, bName, reasons, a, b }) =>
    `${cell(aName)} and ${cell(bName)}: ${inARow(reasons)}\n  ${cell(a)} ${cell(b)}`,
  ReviewPair: ({ a, b, reasons }) =>
    `${cell(a)} and ${cell(b)}: ${inARow(reasons)}\n  ${idOf(a)} ${idOf(b)}`,
}

/** What programs read and no eye. */
const forPrograms: ReadonlySet<string> = new Set(['DuplicateCluster'])

type Thing = Readonly<Record<string, unknown>>

/** An answer for the eye, made from its shape alone. `width` is that of the terminal. */
export function render(value: unknown, shape: JsonSchema, width: number): string {
  const { here, next } = pageOf(value)
  const text = section(here, { schema: shape, root: shape, width })
  const more = next === null ? '' : `\nMore: --after ${JSON.stringify(next)}\n`
  return text === '' ? 'Nothing.\n' : `${text}\n${more}`
}

/** One page of many, and the cursor to the next. */
function pageOf(value: unknown): { here: unknown; next: string | null } {
  if (!isThing(value) || typeof value['next'] !== 'string') return { here: value, next: null }
  const { next, ...here } = value
  return { here, next }
}

interface Frame {
  readonly schema: JsonSchema
  readonly root: JsonSchema
  readonly width: number
}

function section(value: unknown, frame: Frame): string {
  if (Array.isArray(value)) return list(value, frame)
  if (!isThing(value)) return cell(value)
  const entries = Object.entries(value).filter(
    ([name, inner]) => !isEmpty(inner) && !forPrograms.has(rowsOf(name, frame).shape ?? ''),
  )
  const [only] = entries
  // A page of things needs no heading.
  if (entries.length === 1 && only && Array.isArray(only[1])) {
    return list(only[1], inside(frame, only[0]))
  }
  const short = entries.filter(([, inner]) => isShort(inner))
  const long = entries.filter(([, inner]) => !isShort(inner))
  const wide = Math.max(0, ...short.map(([name]) => label(name).length))
  const lines = short.map(([name, inner]) => `${label(name).padEnd(wide)}  ${cell(inner)}`)
  const blocks = long.map(([name, inner]) =>
    typeof inner === 'string'
      ? `${label(name)}:\n${asWritten(inner)}`
      : `${label(name)}:\n${indented(section(inner, narrowed(inside(frame, name))))}`,
  )
  return [lines.join('\n'), ...blocks].filter(Boolean).join('\n\n')
}

function list(values: readonly unknown[], frame: Frame): string {
  if (!values.every(isThing)) return values.map((value) => `- ${cell(value)}`).join('\n')
  const item = settled(frame.schema.items ?? {}, frame.root).schema
  const sentence = sentenceFor[item.shape ?? '']
  if (sentence) return values.map(sentence).join('\n')
  const wanted = columnsFor[item.shape ?? '']
  if (!wanted && values.some((value) => holdsLists(value, { ...frame, schema: item }))) {
    return values.map((value) => block(value, { ...frame, schema: item })).join('\n\n')
  }
  const names = (wanted ?? namesIn(values)).filter((name) =>
    values.some((value) => !isEmpty(value[name])),
  )
  const rows = values.map((value) => names.map((name) => cell(value[name])))
  return table(names.map(label), rows, frame.width)
}

/** What each thing of a list is, by the name under which the list stands. */
function rowsOf(name: string, frame: Frame): JsonSchema {
  return settled(inside(frame, name).schema.items ?? {}, frame.root).schema
}

/** Whether something in it is too much for a cell: a list of things, or of what has columns of its own. */
function holdsLists(value: Thing, frame: Frame): boolean {
  return Object.entries(value).some(([name, inner]) => {
    const shape = rowsOf(name, frame).shape ?? ''
    return isLong(inner) || (Array.isArray(inner) && shape in columnsFor)
  })
}

/** One thing under its name, where it holds too much for a line. */
function block(value: Thing, frame: Frame): string {
  const title = ['name', 'file', 'text', 'id'].find((name) => !isEmpty(value[name]))
  if (title === undefined) return section(value, frame)
  const { [title]: name, ...rest } = value
  return `${cell(name)}\n${indented(section(rest, narrowed(frame)))}`
}

/** Ids last: they are for the next command, not for the eye. */
function namesIn(values: readonly Thing[]): string[] {
  const names = [...new Set(values.flatMap((value) => Object.keys(value)))]
  return [...names.filter((name) => name !== 'id'), ...names.filter((name) => name === 'id')]
}

function inside({ schema, root, width }: Frame, name: string): Frame {
  const inner = settled(schema, root).schema.properties?.[name] ?? {}
  return { schema: settled(inner, root).schema, root, width }
}

function narrowed(frame: Frame): Frame {
  return { ...frame, width: frame.width - 2 }
}

/** A note or a letter, line for line, so that it can be copied. */
function asWritten(text: string): string {
  return harmless(text).replace(/\n+$/, '')
}

function indented(text: string): string {
  return text.replace(/^(?=.)/gm, '  ')
}

function cell(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (value === true) return 'yes'
  if (value === false) return 'no'
  if (Array.isArray(value)) return value.map(cell).join(', ')
  if (!isThing(value))
    return harmless(typeof value === 'string' ? value : JSON.stringify(value)).replace(
      /\s*\n\s*/g,
      ' ',
    )
  const name = value['name'] ?? value['what'] ?? value['text'] ?? value['value']
  if (name !== undefined) return cell(name)
  return Object.entries(value)
    .filter(([, inner]) => !isEmpty(inner))
    .map(([word, inner]) => `${label(word)} ${cell(inner)}`)
    .join(', ')
}

function inARow(reasons: unknown): string {
  const words = Array.isArray(reasons) ? reasons : []
  return words.map((one) => cell(isThing(one) ? one['words'] : one)).join('; ')
}

function idOf(side: unknown): string {
  return isThing(side) ? cell(side['id']) : ''
}

function isThing(value: unknown): value is Thing {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isEmpty(value: unknown): boolean {
  if (Array.isArray(value)) return value.length === 0
  if (isThing(value)) return Object.values(value).every(isEmpty)
  return value === null || value === undefined || value === '' || value === false
}

function isLong(value: unknown): boolean {
  return Array.isArray(value) && value.some((one) => isThing(one) && !('name' in one))
}

function isShort(value: unknown): boolean {
  if (Array.isArray(value)) return !value.some(isThing)
  if (isThing(value))
    return Object.values(value).every((inner) => !isThing(inner) && !Array.isArray(inner))
  return !(typeof value === 'string' && value.includes('\n'))
}

/** `lostMore` is read "lost more". */
function label(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
}
