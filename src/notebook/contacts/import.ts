import type { Day } from '../../kit/days.ts'
import type { ImportId } from '../../kit/ids.ts'
import { fold } from '../../kit/text.ts'
import { nameOf } from '../people/person.ts'
import type { Drafted, GroupDraft, Loss, PersonDraft } from './draft.ts'
import type { StrangersReport } from './strangers.ts'

/** What came of one file; counts of records, except where it says properties. */
export interface FileReport {
  file: string
  read: number
  created: number
  changed: number
  unchanged: number
  passed: number
  /** Records of people who were forgotten, which are among those passed. */
  forgotten: { line: number; reason: string }[]
  /** Conversations that were kept. */
  conversations: number
  /** Days on which somebody was met or written with elsewhere, that were not known. */
  exchanges: number
  /** Of a calendar or a mailbox: whom the notebook does not know. */
  strangers: StrangersReport | null
  lost: Loss[]
  lostMore: number
  properties: number
  understood: number
  kept: number
  /** Which fields were kept without being shown, and which were lost, the most frequent first. */
  byField: { field: string; kept: number; lost: number }[]
  /** Under what id the history holds it; null where it brought nothing. */
  import: ImportId | null
  /** Something about the whole file: that its columns were guessed, say. */
  note: string | null
  problem: string | null
}

const lossesListed = 1000

export function emptyReport(file: string): FileReport {
  return {
    file,
    read: 0,
    created: 0,
    changed: 0,
    unchanged: 0,
    passed: 0,
    conversations: 0,
    exchanges: 0,
    strangers: null,
    forgotten: [],
    lost: [],
    lostMore: 0,
    properties: 0,
    understood: 0,
    kept: 0,
    byField: [],
    import: null,
    note: null,
    problem: null,
  }
}

/** Adds what a record says of itself to the report of its file. */
export function account(report: FileReport, drafted: Drafted): void {
  if (drafted.kind === 'note') {
    report.note = drafted.words
    return
  }
  if (drafted.kind === 'lost') {
    const { line, what, reason, field, count = 1 } = drafted
    noteLosses(report, [{ line, what, reason }])
    if (field === undefined) return
    report.properties += count
    countField(report, field, { lost: count })
    return
  }
  const { draft } = drafted
  report.read += 1
  report.properties += draft.account.properties
  report.understood += draft.account.understood
  report.kept += draft.account.kept
  noteLosses(report, draft.lost)
  noteFields(report, draft)
}

/** A file may name its fields as it likes; what is beyond these is counted together. */
const fieldsListed = 200
const otherFields = 'other fields'

const fieldsOf = new WeakMap<FileReport, Map<string, { kept: number; lost: number }>>()

function noteFields(report: FileReport, draft: PersonDraft | GroupDraft): void {
  for (const name of draft.kept) countField(report, name, { kept: 1 })
  for (const { what } of draft.lost) countField(report, what, { lost: 1 })
}

function countField(
  report: FileReport,
  name: string,
  { kept = 0, lost = 0 }: { readonly kept?: number; readonly lost?: number },
): void {
  const fields = fieldsOf.get(report) ?? new Map<string, { kept: number; lost: number }>()
  fieldsOf.set(report, fields)
  const field = fields.has(name) || fields.size < fieldsListed ? name : otherFields
  const before = fields.get(field) ?? { kept: 0, lost: 0 }
  fields.set(field, { kept: before.kept + kept, lost: before.lost + lost })
}

/** What was counted field by field goes into the report, once the file was read to its end. */
export function sumUpFields(report: FileReport): void {
  const fields = [...(fieldsOf.get(report) ?? [])]
  report.byField = fields
    .map(([field, counts]) => ({ field, ...counts }))
    .toSorted((a, b) => b.kept + b.lost - a.kept - a.lost)
}

/** A record that stays away; of whom it is, the report does not say either. */
export function passBy(report: FileReport, line: number, on: Day): void {
  report.passed += 1
  const reason = `is of somebody you asked to forget on ${on}`
  if (report.forgotten.length < lossesListed) report.forgotten.push({ line, reason })
}

export function noteLoss(report: FileReport, loss: Loss): void {
  noteLosses(report, [loss])
}

function noteLosses(report: FileReport, losses: readonly Loss[]): void {
  for (const loss of losses) {
    if (report.lost.length < lossesListed) report.lost.push(loss)
    else report.lostMore += 1
  }
}

/**
 * By what a record is known when it comes again: its content as a whole, then its own number or page; a row without
 * either by the table it stands in, the name and the first address.
 */
export function keysOf(
  draft: PersonDraft,
  fingerprint: string,
): { content: string; same: string[] } {
  const { uid, link, table } = draft.identity
  const [channel] = draft.person.channels
  const name = fold(nameOf(draft.person))
  if (draft.talk) {
    const who = `${name}:${channel ? fold(channel.value) : ''}`
    return { content: `content:${fingerprint}`, same: [`talk:${table}:${draft.talk.day}:${who}`] }
  }
  const row = table && channel && name ? [`row:${table}:${name}:${fold(channel.value)}`] : []
  const own = [...(uid ? [`uid:${uid}`] : []), ...(link ? [`link:${link}`] : [])]
  return { content: `content:${fingerprint}`, same: own.length ? own : row }
}

/** What a record says, apart from when it came: two alike are one, unless each bears a number of its own. */
export function saidBy(draft: PersonDraft): string {
  const { person, rest, talk, beside, identity } = draft
  const number = identity.uid === null ? [] : [identity.uid]
  const said = talk || beside ? [person, rest, talk, beside, ...number] : [person, rest, ...number]
  return JSON.stringify(said, (key, value: unknown) => (key === 'sources' ? undefined : value))
}
