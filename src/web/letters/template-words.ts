import type { Words } from '../words/words.ts'
import type { Template } from './types.ts'

/** The letters a conversation itself asks for; each has its own sentence of what it is. */
export const lettersOfLife = [
  'outreach',
  'nudge',
  'schedule',
  'confirm',
  'thanks',
  'update',
] as const

type OfLife = (typeof lettersOfLife)[number]

export function isOfLife(template: string): template is OfLife {
  return lettersOfLife.some((one) => one === template)
}

export function leadInWords(t: Words, template: Template): string {
  return t(isOfLife(template) ? `letters.page.lead.${template}` : 'letters.page.lead.other')
}

/** Which letter a next step is about; null for one that needs none. */
export function letterFor(what: string): OfLife | null {
  return Object.hasOwn(letters, what) ? (letters[what] ?? null) : null
}

const letters: Readonly<Record<string, OfLife>> = {
  draft: 'outreach',
  send: 'outreach',
  nudge: 'nudge',
  schedule: 'schedule',
  confirm: 'confirm',
  update: 'update',
}
