import type { TemplateCode } from '../../craft/letters/codes.ts'

const letters = {
  draft: 'outreach',
  send: 'outreach',
  nudge: 'nudge',
  schedule: 'schedule',
  confirm: 'confirm',
  update: 'update',
} as const satisfies Readonly<Record<string, TemplateCode>>

type LetterOfStep = (typeof letters)[keyof typeof letters]

/** Which letter a next step is about; null for one that needs none. */
export function letterOfStep(what: string): LetterOfStep | null {
  return isAboutLetter(what) ? letters[what] : null
}

function isAboutLetter(what: string): what is keyof typeof letters {
  return Object.hasOwn(letters, what)
}
