/** The parts of the settings, in their order; each has its own address. */
export const parts = [
  'you',
  'clocks',
  'mornings',
  'mail',
  'names',
  'bin',
  'changes',
  'access',
  'phone',
  'notebook',
] as const
export type Part = (typeof parts)[number]

export function partOf(asked: unknown): Part {
  return parts.find((part) => part === asked) ?? 'you'
}
