import { parties } from '../../craft/introductions/introduction.ts'
import type { Reading } from '../../platform/context.ts'
import { calledIn, introductionRows } from '../introductions/drawn.operations.ts'
import type { Introduction } from '../introductions/introduction.ts'
import { allIntroductions, withHeadsOf } from '../introductions/introductions.store.ts'
import { heading, inLine, list, quote } from './markdown.ts'

/** Who was brought together with whom, as one reads it. */
export async function introductionsInMarkdown(ctx: Reading): Promise<string[]> {
  const kept = await allIntroductions(ctx.db, ctx.owner)
  if (kept.length === 0) return []
  const introductions = await withHeadsOf(ctx.db, ctx.owner, kept)
  const rows = await introductionRows(ctx, introductions)
  return [
    heading(2, 'Introductions'),
    ...introductions.map((one) => introduction(one, calledIn(one, rows))),
  ]
}

function introduction(one: Introduction, called: ReturnType<typeof calledIn>): string {
  const { begunOn, about, both, lines, reasons } = one
  const words = [both, lines.requester, lines.target, reasons.requester, reasons.target]
  return [
    heading(3, `${begunOn} · ${parties.map((party) => `${party}: ${called[party]}`).join(', ')}`),
    list([about, ...words].filter((text) => text !== '').map(inLine)),
    list(
      one.steps.map(({ on, ...step }) =>
        [on, step.kind, 'side' in step ? step.side : ''].join(' ').trim(),
      ),
    ),
    ...one.letters.map(
      ({ subject, body, sentOn }) =>
        heading(4, sentOn === null ? 'Letter, not sent' : `Letter, sent on ${sentOn}`) +
        quote(`${subject}\n\n${body}`),
    ),
  ].join('')
}
