import type { Words } from '../words/words.ts'
import type { Template } from './letter-types.ts'

/** The letters a conversation itself asks for; each has its own sentence of what it is. */
const lettersOfLife = ['outreach', 'nudge', 'schedule', 'confirm', 'thanks', 'update'] as const

type OfLife = (typeof lettersOfLife)[number]

export function isOfLife(template: string): template is OfLife {
  return lettersOfLife.some((one) => one === template)
}

export function leadInWords(t: Words, template: Template): string {
  return t(isOfLife(template) ? `letters.page.lead.${template}` : 'letters.page.lead.other')
}
