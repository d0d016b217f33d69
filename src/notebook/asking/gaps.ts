import type { KindOfPerson } from '../people/person.ts'

/** Whom a field still wants to hear. `another`: one who does the work was heard, and one is one. */
export const gaps = ['does', 'hires', 'left', 'new', 'another'] as const
export type Gap = (typeof gaps)[number]

const kindsFor: Readonly<Record<Gap, readonly (KindOfPerson | null)[]>> = {
  // Of whom no chair is said, one may believe that they do the work.
  does: ['P', null],
  another: ['P', null],
  hires: ['H', 'S'],
  left: ['L', 'A'],
  new: ['N'],
}

/**
 * Five kinds of people before a field counts as heard: a newcomer, two who do the work, one senior or who hires, one who
 * left it or stands beside it. Who does the work comes first where nobody was heard; then who decides.
 */
export function gapsIn(heard: ReadonlyMap<KindOfPerson | null, number>): readonly Gap[] {
  const count = (gap: Gap) => kindsFor[gap].reduce((sum, kind) => sum + (heard.get(kind) ?? 0), 0)
  return gaps.filter((gap) => (gap === 'another' ? count(gap) === 1 : count(gap) === 0))
}

export function fitsInto(gap: Gap, kind: KindOfPerson | null): boolean {
  return kindsFor[gap].includes(kind)
}
