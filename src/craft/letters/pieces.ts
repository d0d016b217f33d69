import type { LineId } from '../../kit/ids.ts'

/** Words of a letter that came from a line of the notes. */
export interface FromLine {
  readonly text: string
  readonly line: LineId
  readonly family: 'said' | 'promise'
}

export type Piece = string | FromLine

/** Where in the body a line of the notes stands: UTF-16 offsets, end exclusive. */
export interface UsedLine {
  readonly lineId: LineId
  readonly start: number
  readonly end: number
  readonly family: 'said' | 'promise'
}

export interface Composed {
  readonly body: string
  readonly used: readonly UsedLine[]
}

/** Puts paragraphs together, an empty line between them; those without words are left out. */
export function compose(paragraphs: readonly (readonly Piece[])[]): Composed {
  const used: UsedLine[] = []
  let body = ''
  for (const pieces of paragraphs.filter((one) => one.some((piece) => textOf(piece) !== ''))) {
    if (body !== '') body += '\n\n'
    for (const piece of pieces) {
      const start = body.length
      body += textOf(piece)
      if (typeof piece !== 'string') {
        used.push({ lineId: piece.line, start, end: body.length, family: piece.family })
      }
    }
  }
  return { body, used }
}

export function textOf(piece: Piece): string {
  return typeof piece === 'string' ? piece : piece.text
}
