import { id } from '../../kit/ids.ts'
import { Problem } from '../../kit/problem.ts'
import type { Source } from '../../kit/source.ts'
import type { Handlers, Working } from '../../platform/context.ts'
import { inWordsOf } from '../../platform/door-words.ts'
import { bringInExchanges, type Wish } from './bring-exchanges.operations.ts'
import { bringIn, labelMembers, nameIntroducers } from './bring-in.operations.ts'
import type { Bringing } from './bringing.operations.ts'
import { contactsFormatOf, noSuchFile } from './contacts-file.ts'
import type { contactsContract } from './contacts.contract.ts'
import { importsTakenOut } from './contacts.store.ts'
import type { Drafted } from './draft.ts'
import { sentContacts } from './export.operations.ts'
import type { FileFormat } from './file-format.ts'
import { draftsOfRows, namesToWrite, saysNothing } from './from-csv.ts'
import { draftsOfJcards } from './from-jcard.ts'
import { draftsOfJson } from './from-json.ts'
import { draftsOfCards } from './from-vcard.ts'
import { account, emptyReport, type FileReport, sumUpFields } from './import.ts'
import { lookAtPiece } from './look.operations.ts'
import {
  beginningOf,
  counted,
  inFull,
  type NoPiece,
  type Piece,
  piecesIn,
} from './pieces.operations.ts'
import {
  refuseUnheard,
  rememberMapping,
  type SaidOfTables,
  type Table,
  tableIn,
} from './tables.operations.ts'

/** So few that others who write wait some fifty milliseconds at most, and so many that the disk is asked seldom. */
const recordsAtOnce = 200

export const contactsHandlers: Handlers<typeof contactsContract> = {
  async look({ files }, ctx) {
    const looked = []
    for await (const piece of piecesIn(files)) looked.push(await lookAtPiece(ctx, piece))
    return { files: looked }
  },

  async import({ files, dryRun, people, subjects, own, ...said }, ctx) {
    const wish: Wish = { people, subjects, own }
    const ready: Ready[] = []
    // An archive is gone through twice, for its bytes are there only while one stands at them.
    for await (const piece of piecesIn(files)) ready.push(await lookedInto(ctx, piece, said))
    refuseUnheard(
      ready.flatMap(({ table }) => table ?? []),
      said,
    )
    const total = ready.reduce((sum, { size }) => sum + size, 0)
    const reports: FileReport[] = []
    const tried: Bringing['seen'] = new Map()
    let before = 0
    for await (const piece of piecesIn(files)) {
      const one = ready[reports.length] ?? (await lookedInto(ctx, piece, said))
      reports.push(await bringInFile(ctx, { ...one, piece, wish, dryRun, tried, before, total }))
      before += one.size
    }
    const unread = reports.filter((report) => report.problem !== null)
    if (unread.length === reports.length) {
      throw new Problem('file.unreadable', unread.map(sentenceOf).join('\n'), {
        safe: 'Nothing was changed.',
      })
    }
    return { files: reports, dryRun }
  },

  async export(input, ctx) {
    return sentContacts(ctx, input)
  },
}

/** An archive or a folder as a whole is named by its sentence already. */
function sentenceOf({ file, problem }: FileReport): string {
  return problem?.startsWith(`${file} `) ? problem : `${file}: ${problem}`
}

/** A file of which it is known what it is; or why that cannot be known. */
interface Ready {
  readonly size: number
  readonly format: FileFormat | null
  readonly table: Table | null
  readonly problem: string | null
}

async function lookedInto(
  ctx: Working,
  piece: Piece | NoPiece,
  said: SaidOfTables,
): Promise<Ready> {
  const nothing = { size: 0, format: null, table: null }
  if ('problem' in piece) return { ...nothing, problem: piece.problem }
  const { size, name } = piece
  try {
    const head = await beginningOf(piece, 4096)
    const format = contactsFormatOf(name, head, piece)
    if (format === null || size === 0) return { ...nothing, problem: noSuchFile(head) }
    const table = format === 'csv' ? await tableIn(ctx, piece, said) : null
    if (table && saysNothing(table.plan.columns.map(({ read }) => read))) {
      return { ...nothing, problem: unclearTable(ctx) }
    }
    return { size, format, table, problem: null }
  } catch (error) {
    if (!(error instanceof Problem) || !error.code.startsWith('file.')) throw error
    return { ...nothing, problem: inFull(error) }
  }
}

function unclearTable({ caller }: Working): string {
  const how = inWordsOf(caller, {
    command: 'Say what its columns hold, as with --map "Who=name,Tel=phone"',
    web: 'Say of each column what it holds',
    program: 'Say what its columns hold, as with "map": "Who=name,Tel=phone"',
  })
  return `Nobody can tell from this table which column is a name and which a number. ${how}, or put a first line above it, such as ${namesToWrite}`
}

interface FileOnItsWay extends Ready {
  readonly piece: Piece | NoPiece
  readonly wish: Wish
  readonly dryRun: boolean
  /** Whom a dry run met in the files before this one: they would be in the notebook by then. */
  readonly tried: Bringing['seen']
  /** Bytes of the files that went in before this one, and of all together. */
  readonly before: number
  readonly total: number
}

async function bringInFile(ctx: Working, file: FileOnItsWay): Promise<FileReport> {
  const { piece, format, table, before, total } = file
  const report = emptyReport(piece.name)
  report.problem = file.problem
  if (format === null || 'problem' in piece) return report
  try {
    const way = await wayFor(ctx, file, { report, format })
    let done = before
    const bytes = counted(piece.read(), (size) => (done += size))
    const onSlice = async () => {
      await ctx.progress({ done, total, words: `Reading ${piece.name}` })
      stopIfAsked(ctx, report)
    }
    if (format === 'calendar' || format === 'mail') {
      await bringInExchanges(ctx, way, { piece, bytes, wish: file.wish, onSlice })
    } else {
      const drafts = draftsIn(bytes, way.source, { format, table })
      for await (const some of slices(drafts, report)) {
        await keepSome(ctx, way, some)
        await onSlice()
      }
    }
    if (!way.dryRun) await finish(ctx, way, table)
    sumUpFields(report)
    report.import = way.isKept ? way.import : null
  } catch (error) {
    if (!(error instanceof Problem) || error.code === 'job.cancelled') throw error
    report.problem = inFull(error)
  }
  return report
}

async function wayFor(
  ctx: Working,
  { piece, table, dryRun, tried }: Pick<FileOnItsWay, 'piece' | 'table' | 'dryRun' | 'tried'>,
  { report, format }: { readonly report: FileReport; readonly format: FileFormat },
): Promise<Bringing> {
  const source: Source = { by: 'import', id: ctx.newId('import'), on: ctx.today() }
  if (table?.remembered) {
    report.note = `Its columns are read as you said on ${table.remembered.on}.`
  }
  return {
    import: id('import', source.id ?? ''),
    file: piece.name,
    format,
    source,
    report,
    seen: dryRun ? tried : new Map(),
    groups: [],
    takenOut: await ctx.read((inside) => importsTakenOut(inside.db, inside.owner)),
    cards: null,
    isKept: false,
    tellsOfContact: false,
    introduced: new Map(),
    days: new Set(),
    dryRun,
  }
}

function draftsIn(
  bytes: AsyncIterable<Uint8Array>,
  source: Source,
  { format, table }: { readonly format: FileFormat; readonly table: Table | null },
): AsyncIterable<Drafted> {
  if (format === 'vcard') return draftsOfCards(bytes, source)
  if (format === 'jcard') return draftsOfJcards(bytes, source)
  if (format === 'monica' || format === 'nametag' || format === 'sobremesa') {
    return draftsOfJson(bytes, source, format)
  }
  return draftsOfRows(bytes, source, table?.plan ?? null)
}

/** What is only known once all the file was read. */
async function finish(ctx: Working, way: Bringing, table: Table | null): Promise<void> {
  if (way.groups.length + way.introduced.size === 0 && !table?.said.length) return
  await ctx.write(async (inside) => {
    await labelMembers(inside, way)
    await nameIntroducers(inside, way)
    if (table) await rememberMapping(inside, table)
  })
}

type Draft = Extract<Drafted, { kind: 'draft' }>

async function keepSome(ctx: Working, way: Bringing, some: readonly Draft[]): Promise<void> {
  if (way.dryRun) return ctx.read((inside) => bringIn(inside, way, some))
  await ctx.write((inside) => bringIn(inside, way, some))
  // They are found in the notebook from here on; so a file may be of any length.
  way.seen.clear()
}

/** Records in slices; what was lost on the way goes straight into the report. */
async function* slices(
  drafts: AsyncIterable<Drafted>,
  report: FileReport,
): AsyncGenerator<Draft[]> {
  let some: Draft[] = []
  for await (const drafted of drafts) {
    account(report, drafted)
    if (drafted.kind === 'draft') some.push(drafted)
    if (some.length < recordsAtOnce) continue
    yield some
    some = []
  }
  if (some.length) yield some
}

function stopIfAsked(ctx: Working, report: FileReport): void {
  if (!ctx.stopped.aborted) return
  const people = report.created + report.changed
  throw new Problem(
    'job.cancelled',
    `Stopped. ${people} of ${report.file} were brought in until then.`,
    {
      safe: 'They are kept.',
      mend: ctx.job ? takenOutAgain(ctx.caller, ctx.job) : 'Import it again to go on.',
    },
  )
}

function takenOutAgain(caller: Working['caller'], job: string): string {
  return inWordsOf(caller, {
    command: `To take them out again: sobremesa changes undo ${job}`,
    web: 'To take them out again, undo it under “What was changed”.',
    program: `To take them out again: changes.undo with "id": "${job}".`,
  })
}
