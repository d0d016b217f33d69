import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import type { GivenFile } from '../../kit/contract.ts'
import { id } from '../../kit/ids.ts'
import { Problem } from '../../kit/problem.ts'
import type { Source } from '../../kit/source.ts'
import type { Handlers, Working } from '../../platform/context.ts'
import { type Bringing, bringIn, labelMembers } from './bring-in.operations.ts'
import { contactsFormatOf } from './contacts-file.ts'
import type { contactsContract } from './contacts.contract.ts'
import { importsTakenOut } from './contacts.store.ts'
import type { Drafted } from './draft.ts'
import { sentContacts } from './export.operations.ts'
import { draftsOfRows } from './from-csv.ts'
import { draftsOfCards } from './from-vcard.ts'
import { account, emptyReport, type FileReport, sumUpFields } from './import.ts'

/** So few that others who write wait some fifty milliseconds at most, and so many that the disk is asked seldom. */
const recordsAtOnce = 100

export const contactsHandlers: Handlers<typeof contactsContract> = {
  async import({ files, dryRun }, ctx) {
    const total = files.reduce((sum, file) => sum + file.size, 0)
    const reports: FileReport[] = []
    let before = 0
    for (const file of files) {
      reports.push(await bringInFile(ctx, { file, dryRun, before, total }))
      before += file.size
    }
    const unread = reports.filter((report) => report.problem !== null)
    if (unread.length === reports.length) {
      throw new Problem(
        'file.unreadable',
        unread.map(({ file, problem }) => `${file}: ${problem}`).join('\n'),
        {
          safe: 'Nothing was changed.',
          mend: 'Export the contacts again as vCard (.vcf) or CSV, and bring that file in.',
        },
      )
    }
    return { files: reports, dryRun }
  },

  async export(input, ctx) {
    return sentContacts(ctx, input)
  },
}

interface FileOnItsWay {
  readonly file: GivenFile
  readonly dryRun: boolean
  /** Bytes of the files that went in before this one, and of all together. */
  readonly before: number
  readonly total: number
}

async function bringInFile(
  ctx: Working,
  { file, dryRun, before, total }: FileOnItsWay,
): Promise<FileReport> {
  const report = emptyReport(file.name)
  try {
    const format = contactsFormatOf(file.name, await firstBytes(file))
    const source: Source = { by: 'import', id: ctx.newId('import'), on: ctx.today() }
    const way: Bringing = {
      import: id('import', source.id ?? ''),
      file: file.name,
      format,
      source,
      report,
      seen: new Map(),
      groups: [],
      takenOut: await ctx.read((inside) => importsTakenOut(inside.db, inside.owner)),
      cards: null,
      dryRun,
    }
    let done = before
    const bytes = counted(file, (size) => (done += size))
    const drafts = format === 'vcard' ? draftsOfCards(bytes, source) : draftsOfRows(bytes, source)
    for await (const some of slices(drafts, report)) {
      await keepSome(ctx, way, some)
      await ctx.progress({ done, total, words: `Reading ${file.name}` })
      stopIfAsked(ctx, report)
    }
    if (!dryRun && way.groups.length) await ctx.write((inside) => labelMembers(inside, way))
    sumUpFields(report)
    report.import = way.cards ? way.import : null
  } catch (error) {
    if (!(error instanceof Problem) || error.code === 'job.cancelled') throw error
    report.problem = error.message
  }
  return report
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
      mend: ctx.job
        ? `To take them out again: sobremesa changes undo ${ctx.job}`
        : 'Import it again to go on.',
    },
  )
}

async function firstBytes(file: GivenFile): Promise<Uint8Array> {
  const handle = await open(file.path).catch((error: unknown) => {
    throw new Problem(
      'file.unknown',
      `It cannot be opened: ${error instanceof Error ? error.message : 'no reason given'}`,
    )
  })
  try {
    const { buffer, bytesRead } = await handle.read(new Uint8Array(4096), 0, 4096, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await handle.close()
  }
}

async function* counted(file: GivenFile, tell: (size: number) => void): AsyncGenerator<Uint8Array> {
  for await (const piece of createReadStream(file.path)) {
    const bytes: Uint8Array = piece
    tell(bytes.length)
    yield bytes
  }
}
