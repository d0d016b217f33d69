import type { LineInTheme } from '../notes/note.ts'

/** A theme of the fictional life: its lines by how their words begin. */
export interface ToldTheme {
  readonly field: string
  readonly claim: string
  readonly so: readonly string[]
  readonly otherwise?: readonly string[]
}

export const toldThemes: readonly ToldTheme[] = [
  {
    field: 'conservation',
    claim: 'Hands count before papers',
    so: [
      'The degree got me',
      'I can teach the chemistry',
      'Mend something worthless',
      'Ask to help at a condition check',
      'Buy the ugliest book',
      'Take the kiln course',
    ],
    otherwise: ['Keep your chemistry'],
  },
  {
    field: 'conservation',
    claim: 'The pay is thin, and stays thin',
    so: [
      'Contract to contract',
      'I am paid for forty hours',
      'First contract nine months',
      'It pays like a university',
    ],
    otherwise: ['Private clients pay properly'],
  },
  {
    field: 'conservation',
    claim: 'Doors open by word of mouth, in spring',
    so: ['Nothing in April', 'I came in by the gift shop'],
  },
  {
    field: 'conservation',
    claim: 'The body says how long',
    so: ['My shoulders decide', 'You expect to miss people'],
  },
  {
    field: 'conservation',
    claim: 'It is slow, and some love that',
    so: ['An afternoon goes in one', 'Nobody retires from this', 'The best day of my year'],
  },
  {
    field: 'rivers',
    claim: 'Most of a river is people',
    so: ['Half of restoring a river', 'I build the walls that'],
  },
]

/** A theme as it is kept, beside what was told of it. */
export interface LaidTheme {
  readonly id: string
  readonly told: ToldTheme
}

/** The themes that a line of a note makes, by how the words behind its mark and its speaker begin. */
export function themesIn(text: string, themes: readonly LaidTheme[]): LineInTheme[] {
  const words = text.replace(/^["!=]\s*(@\S+\s+)?/, '')
  const isAmong = (starts: readonly string[] = []) => starts.some((one) => words.startsWith(one))
  return themes.flatMap(({ id, told }): LineInTheme[] => {
    if (isAmong(told.otherwise)) return [{ theme: id, otherwise: true }]
    return isAmong(told.so) ? [{ theme: id, otherwise: false }] : []
  })
}
