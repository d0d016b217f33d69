import type { Caller } from './context.ts'

/** The same advice for those who type commands, those who press buttons, and programs. */
interface DoorWords {
  readonly command: string
  readonly web: string
  readonly program: string
}

/** In the words of the door by which somebody came: nobody on a page can type an option. */
export function inWordsOf({ door }: Caller, words: DoorWords): string {
  if (door === 'web' || door === 'command') return words[door]
  return words.program
}
