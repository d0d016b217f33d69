import type { Place } from './parts.ts'

interface Span {
  readonly turn: number
  readonly from: number
  readonly to: number
}

/**
 * The words that are selected on the page, as a place in the transcript; null where they are none of it. What is selected
 * beside the words of turns, as names are and what follows three taps, counts for nothing.
 */
export function placeSelected(selection: Selection | null, root: HTMLElement): Place | null {
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null
  const range = selection.getRangeAt(0)
  const spans = [...root.querySelectorAll<HTMLElement>('[data-turn]')]
    .filter((words) => range.intersectsNode(words))
    .map((words) => spanIn(words, range))
    .filter(({ from, to }) => from < to)
  const [first, last] = [spans.at(0), spans.at(-1)]
  if (!first || !last) return null
  return { turn: first.turn, start: first.from, lastTurn: last.turn, end: last.to }
}

function spanIn(words: HTMLElement, range: Range): Span {
  const { startContainer, startOffset, endContainer, endOffset } = range
  const begins = words.contains(startContainer)
  const ends = words.contains(endContainer)
  return {
    turn: Number(words.dataset['turn']),
    from: begins ? offsetIn(words, startContainer, startOffset) : 0,
    to: ends ? offsetIn(words, endContainer, endOffset) : words.textContent.length,
  }
}

function offsetIn(words: HTMLElement, node: Node, offset: number): number {
  const range = document.createRange()
  range.selectNodeContents(words)
  range.setEnd(node, offset)
  return range.toString().length
}
