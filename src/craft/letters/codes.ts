/** The fifteen letters of the craft. */
export const templateCodes = [
  'outreach',
  'nudge',
  'schedule',
  'confirm',
  'thanks',
  'update',
  'hello',
  'intro-request',
  'blurb',
  'opt-in',
  'link',
  'first-reply',
  'outcome',
  'decline',
  'consent',
] as const
export type TemplateCode = (typeof templateCodes)[number]

export function isTemplateCode(code: string): code is TemplateCode {
  return templateCodes.some((one) => one === code)
}
