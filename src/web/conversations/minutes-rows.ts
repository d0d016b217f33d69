import type { Brief } from './types.ts'

type Part = Brief['minutes'][number]

/**
 * The stretches of a talk that say something. One with nothing to ask gives its minutes to the one before it, the road
 * to the core behind it; where nothing at all is to be asked, all minutes between thanks and close are the core's.
 */
export function minutesRows(brief: Pick<Brief, 'minutes' | 'reminders'>): Part[] {
  const said = brief.minutes.filter((part) => isSaid(part, brief))
  const asks = said.some(({ part }) => part !== 'thanks' && part !== 'close')
  const shown = asks ? said : brief.minutes.filter(({ part }) => isEdge(part) || part === 'core')
  const begun = shown[0]?.to ?? 0
  return shown.map((part, at) => ({
    ...part,
    from: at === 1 ? begun : part.from,
    to: at === 0 ? part.to : (shown[at + 1]?.from ?? part.to),
  }))
}

function isSaid({ part, from, to, questions }: Part, brief: Pick<Brief, 'minutes' | 'reminders'>) {
  if (questions.length > 0) return true
  const hasWords = isEdge(part) || (part === 'others' && remindersOf(brief).length > 0)
  return hasWords && to > from
}

function isEdge(part: Part['part']): boolean {
  return part === 'thanks' || part === 'close'
}

/** Those that are not asked anyway. */
export function remindersOf({
  reminders,
  minutes,
}: Pick<Brief, 'minutes' | 'reminders'>): Brief['reminders'] {
  const asked = new Set(minutes.flatMap(({ questions }) => questions.map(({ id }) => id)))
  return reminders.filter(({ id }) => !asked.has(id))
}
