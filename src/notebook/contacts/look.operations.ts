import type { z } from 'zod'
import { Problem } from '../../kit/problem.ts'
import type { Working } from '../../platform/context.ts'
import { settingsOf } from '../settings/settings.store.ts'
import { guessOwn } from './bring-exchanges.operations.ts'
import { contactsFormatOf, noSuchFile } from './contacts-file.ts'
import type { contactsContract } from './contacts.contract.ts'
import { beginningOf, inFull, type NoPiece, type Piece } from './pieces.operations.ts'
import { programOf } from './programs.ts'
import { type Table, tableIn } from './tables.operations.ts'

type Looked = z.input<typeof contactsContract.look.output>['files'][number]

/** What a file is, and of a table what its columns seem to hold. */
export async function lookAtPiece(ctx: Working, piece: Piece | NoPiece): Promise<Looked> {
  const nothing: Looked = {
    file: piece.name,
    is: null,
    holds: null,
    from: null,
    asks: false,
    mapping: null,
    columns: [],
    own: [],
    problem: null,
  }
  if ('problem' in piece) return { ...nothing, problem: piece.problem }
  try {
    const head = await beginningOf(piece, 4096)
    const format = contactsFormatOf(piece.name, head, piece)
    if (format === null || piece.size === 0) return { ...nothing, problem: noSuchFile(head) }
    if (format === 'calendar' || format === 'mail') {
      const own = await ownOf(ctx, piece, format)
      return { ...nothing, is: format, holds: 'exchanges', own }
    }
    if (format !== 'csv') return { ...nothing, is: format, holds: 'people' }
    return { ...nothing, is: format, ...lookedAtTable(await tableIn(ctx, piece, { mapping: [] })) }
  } catch (error) {
    if (!(error instanceof Problem) || error.code === 'job.cancelled') throw error
    return { ...nothing, problem: inFull(error) }
  }
}

/** Those of the settings, else what the beginning of the file suggests. */
async function ownOf(ctx: Working, piece: Piece, format: 'calendar' | 'mail'): Promise<string[]> {
  const kept = await ctx.read((inside) => settingsOf(inside.db, inside.owner))
  return kept.addresses.length ? [...kept.addresses] : guessOwn(piece.read(), format, ctx)
}

const samplesShown = 3

function lookedAtTable({ plan, head, remembered }: Table): Partial<Looked> {
  return {
    holds: plan.holds,
    from: programOf(plan.columns.map(({ name }) => name)),
    asks: plan.asks,
    mapping: remembered ? { on: remembered.on } : null,
    columns: plan.columns.map(({ name, meaning, place, by, look }, at) => ({
      column: name,
      meaning: meaning ?? 'nothing',
      place,
      by,
      look,
      samples: head.rows
        .flatMap((row) => row[at]?.trim() || [])
        .slice(0, samplesShown)
        .map((sample) => (sample.length > 120 ? `${sample.slice(0, 120)}…` : sample)),
    })),
  }
}
